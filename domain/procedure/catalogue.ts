import type { PlainDate } from '../time/plain-date.js';
import { refOf, type Procedure, type ProcedureRef } from './procedure.js';
import { vn2014 } from './vn-2014/index.js';
import { vn2025 } from './vn-2025/index.js';

/** Every version ever published: a case is pinned to one of them for life. */
export const procedures: readonly Procedure[] = [vn2025, vn2014];

const byRef: ReadonlyMap<string, Procedure> = new Map(
  procedures.map((procedure) => [refOf(procedure), procedure]),
);

export const findProcedure = (ref: string): Procedure | undefined => byRef.get(ref);

/** Throws on a version that was never published. */
export function procedureOf(ref: ProcedureRef): Procedure {
  const procedure = findProcedure(ref);
  if (procedure === undefined) throw new Error(`no procedure ${ref} was ever published`);
  return procedure;
}

/** The procedure that a case received on that day is bound to; of several versions the newest. */
export const procedureInForceOn = (date: PlainDate): Procedure | undefined =>
  procedures
    .filter(({ inForce: { from, to } }) => from <= date && (to === undefined || date <= to))
    .reduce<Procedure | undefined>(
      (newest, each) => (newest === undefined || each.version > newest.version ? each : newest),
      undefined,
    );
