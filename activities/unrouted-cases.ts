import { caseId, type CaseId } from '../domain/ids.js';
import { fromEpochMs } from '../domain/time/instant.js';
import { dateOf, type PlainDate } from '../domain/time/plain-date.js';
import type { Database } from '../prisma/client.js';
import { recordedState } from './load-case.js';
import { agencyFor } from './name-agencies.js';

/** As many tasks as one watch looks at; the next minute's goes on. */
const atMost = 500;

export interface Unrouted {
  /** An agency would be found now for a task that has none, or for what a body that ended still holds. */
  readonly routable: readonly CaseId[];
  /** A task is in no agency's queue, and the directory still names nobody. */
  readonly unrouted: readonly CaseId[];
}

/** Cases with an open task that is in no agency's queue, each on the day that its own clock shows. */
export async function unroutedCases(database: Database): Promise<Unrouted> {
  const waiting = await database.$queryRaw<Waiting[]>`/* unrouted-tasks */
    select task.id as "taskId", task.case_id as "caseId", cases.clock_offset::float8 as "clockOffset"
    from task join case_row cases on cases.id = task.case_id
    where task.is_open and task.agency_id is null limit ${atMost}`;
  const routable = new Set<CaseId>();
  const all = new Set<CaseId>();
  for (const each of waiting) {
    const id = caseId(each.caseId);
    all.add(id);
    if (!routable.has(id) && (await wouldFind(database, each))) routable.add(id);
  }
  const unrouted = [...all].filter((id) => !routable.has(id));
  for (const id of await heldByEnded(database, dateOf(fromEpochMs(Date.now())))) routable.add(id);
  return { routable: [...routable], unrouted };
}

/** Cases of which a body that has ended still holds or coordinates something. A rehearsal has days of its own. */
async function heldByEnded(database: Database, today: PlainDate): Promise<readonly CaseId[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    with ended as materialized (select id from agency where valid_to < ${today})
    select case_id::text as id from task
    where is_open and not rehearsal and agency_id in (select id from ended)
    union
    select id::text from case_row
    where status = 'open' and not rehearsal and coordinating_agency_id in (select id from ended)
    limit ${atMost}`;
  return rows.map(({ id }) => caseId(id));
}

interface Waiting {
  readonly taskId: string;
  readonly caseId: string;
  /** Milliseconds by which the case's clock runs ahead of ours. */
  readonly clockOffset: number;
}

/** Asked as the save will ask: a watch that hopes for more than the save finds would ask the case again every minute. */
async function wouldFind(database: Database, { taskId, clockOffset, ...waiting }: Waiting): Promise<boolean> {
  const id = caseId(waiting.caseId);
  const on = dateOf(fromEpochMs(Date.now() + clockOffset));
  return database.$transaction(async (statements) => {
    const state = await recordedState(statements, id);
    const task = state?.tasks[taskId];
    if (state === undefined || task === undefined) return false;
    const rows = await statements.casePlace.findMany({ where: { caseId: id } });
    const places = Object.fromEntries(rows.map(({ revision, placeCode }) => [revision, placeCode]));
    const agency = await agencyFor({ statements, places }, state, { task, on });
    return agency !== undefined && agency !== null;
  });
}
