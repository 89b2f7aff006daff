import type { FieldError, ProblemDocument } from '../../api/contract/problem.js';

/** The API said no, in the reader's language (`application/problem+json`). */
export class Refused extends Error {
  constructor(readonly problem: ProblemDocument) {
    super(problem.title);
    this.name = 'Refused';
  }
}

/**
 * No answer came, or only one that leaves open whether the request had its effect: the network was cut, or the engine
 * is away. Sending the same with the same key is safe.
 */
export class Unanswered extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('unanswered');
    this.name = 'Unanswered';
  }
}

export const isStale = (error: unknown): error is Refused =>
  error instanceof Refused && error.problem.status === 412;

/** Errors of single fields; the pointer is `/fields/x`, the body's own path. */
export const fieldErrors = (error: unknown): readonly FieldError[] =>
  error instanceof Refused ? error.problem.errors : [];
