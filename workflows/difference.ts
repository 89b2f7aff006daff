import type { SubmittedCommand } from './contract.js';

/**
 * What a command gives away of the record: that it is newer than we know, because an answer of the record was lost on its
 * way to us, or older, because it was restored from a backup.
 */
export type Difference = 'record-is-newer' | 'record-is-older';

interface Versions {
  /** With what is decided and not saved yet. */
  readonly current: number;
  readonly saved: number;
}

/** Undefined when nothing in the command says that the record is another than we know. */
export function differenceTold(
  { ifVersion, recordVersion }: SubmittedCommand,
  { current, saved }: Versions,
): Difference | undefined {
  if (ifVersion !== undefined && ifVersion > current) return 'record-is-newer';
  return recordVersion !== undefined && recordVersion < saved ? 'record-is-older' : undefined;
}
