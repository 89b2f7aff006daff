/** Something the person who starts the system has to put right. Its message is one sentence: what, why, what to do. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

/** The message of whatever was thrown. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
