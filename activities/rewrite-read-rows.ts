import { fold } from '../domain/case/evolve.js';
import { nextWake } from '../domain/case/obligations.js';
import type { CaseId } from '../domain/ids.js';
import { fromEpochMs } from '../domain/time/instant.js';
import type { WorkingCalendar } from '../domain/time/working-calendar.js';
import type { Database } from '../prisma/client.js';
import { recordedOffset } from './load-case.js';
import { rowChanges } from './projections/rows.js';
import { readEvents } from './stored-case.js';
import { writeCase } from './write-case.js';

/** Snapshot and read rows of one case, written anew from its events. Locks the case like a save does. */
export async function rewriteReadRows(
  database: Database,
  caseId: CaseId,
  calendar: WorkingCalendar,
): Promise<void> {
  await database.$transaction(async (transaction) => {
    await transaction.$queryRaw`select version from case_snapshot where case_id = ${caseId}::uuid for update`;
    const events = await readEvents(transaction, caseId, 0);
    const state = fold(events);
    if (state === undefined) return;
    for (const table of ['task', 'deadline', 'rung_reached', 'escalation'] as const) {
      await transaction.$executeRawUnsafe(`delete from ${table} where case_id = $1::uuid`, caseId);
    }
    const ahead = await recordedOffset(transaction, caseId);
    await writeCase(transaction, {
      before: undefined,
      state,
      events: [],
      decisions: [],
      rows: rowChanges(undefined, events, state),
      nextWakeAt: nextWake(state, fromEpochMs(Date.now() + ahead), calendar) ?? null,
      clockOffsetMs: ahead,
    });
  });
}
