import { isUuid } from '../../domain/ids.js';
import { fieldProblem, Problem } from '../problem.js';

/** The key of a change: chosen by the sender, the id of the command. */
export function idempotencyKey(header: string | undefined): string {
  if (header === undefined) throw new Problem('key-missing');
  if (!isUuid(header)) throw fieldProblem({ pointer: 'Idempotency-Key', code: 'uuid' });
  return header;
}

/** The case version that the sender saw, from `If-Match: "12"`. */
export function versionSeen(header: string | undefined): number {
  if (header === undefined) throw new Problem('if-match-missing');
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) throw fieldProblem({ pointer: 'If-Match', code: 'version' });
  return Number(version);
}
