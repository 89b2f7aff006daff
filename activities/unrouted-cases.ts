import { caseId, type CaseId } from '../domain/ids.js';
import { procedureOf } from '../domain/procedure/catalogue.js';
import { fromEpochMs } from '../domain/time/instant.js';
import { dateOf, type PlainDate } from '../domain/time/plain-date.js';
import type { Database } from '../prisma/client.js';
import { findAgency } from '../prisma/find-agency.js';
import { recordedState } from './load-case.js';

/** As many tasks as one watch looks at; the next minute's goes on. */
const atMost = 500;

export interface Unrouted {
  /** An agency would be found today for a task that has none, or for what a body that ended still holds. */
  readonly routable: readonly CaseId[];
  /** A task is in no agency's queue, and the directory still names nobody. */
  readonly unrouted: readonly CaseId[];
}

/** Cases with an open task that is in no agency's queue. */
export async function unroutedCases(database: Database): Promise<Unrouted> {
  const tasks = await database.task.findMany({
    where: { isOpen: true, agencyId: null },
    take: atMost,
    select: { caseId: true, stepId: true },
  });
  const today = dateOf(fromEpochMs(Date.now()));
  const routable = new Set<CaseId>();
  const all = new Set<CaseId>();
  for (const task of tasks) {
    const id = caseId(task.caseId);
    all.add(id);
    if (!routable.has(id) && (await wouldFind(database, { id, stepId: task.stepId, today })))
      routable.add(id);
  }
  const unrouted = [...all].filter((id) => !routable.has(id));
  for (const id of await heldByEnded(database, today)) routable.add(id);
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
  readonly id: CaseId;
  readonly stepId: string;
  readonly today: PlainDate;
}

async function wouldFind(database: Database, { id, stepId, today }: Waiting): Promise<boolean> {
  return database.$transaction(async (transaction) => {
    const state = await recordedState(transaction, id);
    const step = state === undefined ? undefined : procedureOf(state.procedure).steps[stepId];
    if (state === undefined || step === undefined) return false;
    const revision = state.places[step.place] ?? state.places.reception;
    const place =
      revision === undefined ? null : await transaction.casePlace.findUnique({ where: { revision } });
    const agency = await findAgency(transaction, {
      role: step.role,
      placeCode: place?.placeCode,
      on: today,
      excluded: state.exclusions.flatMap((each) => ('agencyId' in each ? [each.agencyId] : [])),
      avoid: [],
    });
    return agency !== undefined;
  });
}
