import { ApplicationFailure } from '@temporalio/workflow';
import type { CaseCommand } from '../domain/case/commands.js';
import type { Decision } from '../domain/case/decide.js';
import { isRefusal, type Refusal } from '../domain/refusal.js';
import { commandBroken, commandRefused, type CommandAnswer } from './contract.js';

/** A decided command on its way into the record, and what became of it. */
export interface Entry {
  readonly command: CaseCommand;
  decision: Decision;
  answer?: CommandAnswer | Refusal | Broken;
}

/** The rules themselves failed on it: a bug of ours, told to the caller, without harm to the case. */
export interface Broken {
  readonly broken: string;
}

/** What the caller is told: the answer, or a failure of its own type for the rules' no and for a bug. */
export function answerOf({ answer }: Entry, savedVersion: number): CommandAnswer {
  if (answer === undefined) throw new Error('a command is answered after it was saved');
  if ('broken' in answer) throw brokenFailure(answer.broken);
  if (isRefusal(answer)) throw refusedFailure(answer, savedVersion);
  return answer;
}

/** The name of an error only: its text might repeat what a person wrote. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'Error');

export const brokenFailure = (error: unknown): ApplicationFailure =>
  ApplicationFailure.nonRetryable(typeof error === 'string' ? error : nameOf(error), commandBroken);

/** With the version that the record has by our knowledge: a caller who finds an older one there knows that it was restored. */
export const refusedFailure = (refusal: Refusal, savedVersion: number): ApplicationFailure =>
  ApplicationFailure.create({
    message: refusal.refused,
    type: commandRefused,
    nonRetryable: true,
    details: [refusal, savedVersion],
  });
