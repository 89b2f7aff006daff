import type { CaseCommand } from '../domain/case/commands.js';
import { epochMs, msPerDay } from '../domain/time/instant.js';
import type { KnownCase } from '../activities/known-case.js';

/**
 * The clock of a rehearsal begins at its receipt when that lies more than a day back: a case of the former law is
 * rehearsed in its own days, and its clock moved over a reform like over any other day. A real case, and a rehearsal
 * of today, go by the engine's clock.
 */
export function atItsBeginning(known: KnownCase | undefined, command: CaseCommand): KnownCase | undefined {
  if (known === undefined || command.type !== 'open-case' || !command.data.rehearsal) return known;
  const offsetMs = epochMs(command.data.receivedAt) - Date.now();
  return offsetMs < -msPerDay ? { ...known, clockOffsetMs: offsetMs } : known;
}
