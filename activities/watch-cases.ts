import { agencyId, caseId, type AgencyId, type CaseId } from '../domain/ids.js';
import { procedureOf } from '../domain/procedure/catalogue.js';
import { dateOf, type PlainDate } from '../domain/time/plain-date.js';
import { fromEpochMs } from '../domain/time/instant.js';
import type { Database } from '../prisma/client.js';
import { findAgency } from './directory/find-agency.js';
import { recordedState } from './load-case.js';

/** What the watchman does to a case: never more than what the case would do by itself. */
export interface EngineHands {
  /** Makes sure that the case has a running workflow; it then acts on all that is due. */
  revive(id: CaseId): Promise<void>;
  /** Has agencies named for tasks that have none. */
  routeAnew(id: CaseId): Promise<void>;
  /** Of these cases, those without a running workflow. */
  withoutRun(ids: readonly CaseId[]): Promise<readonly CaseId[]>;
}

export interface WatchActivities {
  watchCases(): Promise<WatchReport>;
}

/** Ids only. `late`: a due instant passed without its rung. `lost`: no running workflow. `routed`: an agency was found at last. */
export interface WatchReport {
  readonly late: readonly string[];
  readonly lost: readonly string[];
  readonly routed: readonly string[];
}

/** Wakes are spread over five minutes; twice that is late. */
const graceMinutes = 10;

/** As many as one watch looks at; the next minute's goes on. */
const atMost = 500;

export async function watchCases(database: Database, hands: EngineHands): Promise<WatchReport> {
  const late = await lateCases(database);
  const lost = await hands.withoutRun(await openCases(database));
  for (const id of new Set([...late, ...lost])) await hands.revive(id);
  const routed = await routableCases(database);
  for (const id of routed) await hands.routeAnew(id);
  return { late, lost, routed };
}

async function lateCases(database: Database): Promise<readonly CaseId[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    select id::text from case_row
    where status = 'open' and next_wake_at < now() + clock_offset * interval '1 millisecond' - ${graceMinutes} * interval '1 minute'
    order by next_wake_at limit ${atMost}`;
  return rows.map(({ id }) => caseId(id));
}

async function openCases(database: Database): Promise<readonly CaseId[]> {
  const rows = await database.caseRow.findMany({
    where: { status: { not: 'closed' } },
    select: { id: true },
  });
  return rows.map(({ id }) => caseId(id));
}

/** Cases with a task for which no agency was found when it opened, and one would be found today. */
async function routableCases(database: Database): Promise<readonly CaseId[]> {
  const tasks = await database.task.findMany({
    where: { isOpen: true, agencyId: null },
    take: atMost,
    select: { caseId: true, stepId: true },
  });
  const today = dateOf(fromEpochMs(Date.now()));
  const found = new Set<CaseId>();
  for (const task of tasks) {
    const id = caseId(task.caseId);
    if (!found.has(id) && (await wouldFind(database, { id, stepId: task.stepId, today }))) found.add(id);
  }
  return [...found];
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
    const excluded: readonly AgencyId[] = state.exclusions.flatMap((each) =>
      'agencyId' in each ? [agencyId(each.agencyId)] : [],
    );
    const agency = await findAgency(transaction, {
      role: step.role,
      placeCode: place?.placeCode,
      on: today,
      excluded,
      avoid: [],
    });
    return agency !== undefined;
  });
}
