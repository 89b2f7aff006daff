import type { CaseState } from '../domain/case/case-state.js';
import { decide } from '../domain/case/decide.js';
import type { Moment } from '../domain/case/draft.js';
import { nextWake } from '../domain/case/obligations.js';
import { timePasses } from '../domain/case/system-commands.js';
import { caseId, type CaseId } from '../domain/ids.js';
import { isRefusal } from '../domain/refusal.js';
import { addMinutes, fromEpochMs } from '../domain/time/instant.js';
import type { Database } from '../prisma/client.js';
import { currentCalendar } from './current-calendar.js';
import { recordedState } from './load-case.js';

/** As many as one watch looks at; the next minute's goes on. */
const atMost = 500;

interface Grace {
  /** How long after its instant something is late. */
  readonly graceMinutes: number;
}

/** Cases for which something fell due and, so long after, is not in their record. */
export async function lateCases(database: Database, { graceMinutes }: Grace): Promise<readonly CaseId[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    select id::text from case_row
    where status = 'open'
      and next_wake_at < now() + clock_offset * interval '1 millisecond' - ${graceMinutes} * interval '1 minute'
    order by next_wake_at limit ${atMost}`;
  const late: CaseId[] = [];
  for (const row of rows) {
    const id = caseId(row.id);
    if (await isLate(database, { id, graceMinutes })) late.push(id);
  }
  return late;
}

/**
 * Would the case's own clock do something that was due before the grace? The wake that a row shows may have come to
 * nothing (a condition of time whose other half does not hold); such a row is brought up to date, so that it is not
 * looked at every minute.
 */
export async function isLate(
  database: Database,
  { id, graceMinutes }: Grace & { readonly id: CaseId },
): Promise<boolean> {
  return database.$transaction(async (transaction) => {
    const state = await recordedState(transaction, id);
    const row = await transaction.caseRow.findUnique({ where: { id }, select: { clockOffset: true } });
    if (state?.status !== 'open' || row === null) return false;
    const calendar = await currentCalendar(transaction);
    const now = fromEpochMs(Date.now() + Number(row.clockOffset));
    if (isDue(state, { now: addMinutes(now, -graceMinutes), calendar })) return true;
    const next = nextWake(state, now, calendar) ?? null;
    await transaction.$executeRaw`
      update case_row set next_wake_at = ${next}::timestamptz
      where id = ${id}::uuid and version = ${state.version}`;
    return false;
  });
}

function isDue(state: CaseState, moment: Moment): boolean {
  const wake = nextWake(state, moment.now, moment.calendar);
  if (wake !== undefined && wake <= moment.now) return true;
  try {
    const decision = decide(state, timePasses(state.caseId, state.version, moment.now), moment);
    return !isRefusal(decision) && decision.events.length > 0;
  } catch {
    return true; // its own clock breaks; woken, the case parks itself and an operator is told
  }
}
