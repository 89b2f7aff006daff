import { caseId, type CaseId } from '../domain/ids.js';
import { procedureOf } from '../domain/procedure/catalogue.js';
import { fromEpochMs } from '../domain/time/instant.js';
import { dateOf, type PlainDate } from '../domain/time/plain-date.js';
import type { Database } from '../prisma/client.js';
import { findAgency } from './directory/find-agency.js';
import { recordedState } from './load-case.js';

/** As many tasks as one watch looks at; the next minute's goes on. */
const atMost = 500;

export interface Unrouted {
  /** An agency would be found today for a task that has none. */
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
  return { routable: [...routable], unrouted: [...all].filter((id) => !routable.has(id)) };
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
