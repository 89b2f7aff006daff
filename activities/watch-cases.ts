import { caseId, type CaseId } from '../domain/ids.js';
import type { Database } from '../prisma/client.js';
import { isLate, lateCases } from './late-cases.js';
import { unroutedCases } from './unrouted-cases.js';

/**
 * What a case's run in the engine is doing. `gone`: there is none. `asleep`: it waits and has nothing to work on.
 * `working`: work is under way or queued. `failing`: the same work failed again and again, as when the code of today
 * cannot replay what a former one began.
 */
export type RunStanding = 'gone' | 'asleep' | 'working' | 'failing';

/** What the watchman does to a case: never more than what the case would do by itself. */
export interface EngineHands {
  /** Of these cases, those that the engine's own list does not show as running. The list lags: never act on it alone. */
  unlisted(ids: readonly CaseId[]): Promise<readonly CaseId[]>;
  standing(id: CaseId): Promise<RunStanding>;
  /** Makes sure that the case has a running workflow; it then acts on all that is due. */
  revive(id: CaseId): Promise<void>;
  /** Ends the case's run and has another begin from the record. */
  beginAnew(id: CaseId): Promise<void>;
  /** Has agencies named for tasks that have none. */
  routeAnew(id: CaseId): Promise<void>;
}

export interface WatchActivities {
  watchCases(): Promise<WatchReport>;
}

/**
 * Case ids only. `late`: something fell due and the record does not show it. `lost`: an open case without a running
 * workflow. `routed`: an agency was found at last, or a body that ended was succeeded. `unrouted`: a task is in no agency's queue and none would be found.
 */
export interface WatchReport {
  readonly late: readonly string[];
  readonly lost: readonly string[];
  readonly routed: readonly string[];
  readonly unrouted: readonly string[];
}

export interface Watching {
  /** How long after its instant something is late. */
  readonly graceMinutes: number;
}

/** Wakes are spread over five minutes; twice that is late. */
const usual: Watching = { graceMinutes: 10 };

/** One watch ends before the next begins; what it did not come to is found again. */
const longestMs = 35_000;

export async function watchCases(
  database: Database,
  hands: EngineHands,
  watching: Watching = usual,
): Promise<WatchReport> {
  const until = Date.now() + longestMs;
  const lost = await lostCases(database, hands);
  for (const id of lost) if (Date.now() < until) await hands.revive(id);
  const late = (await lateCases(database, watching)).filter((id) => !lost.includes(id));
  for (const id of late) if (Date.now() < until) await wake(database, hands, { id, ...watching });
  const { routable, unrouted } = await unroutedCases(database);
  for (const id of routable) if (Date.now() < until) await hands.routeAnew(id);
  return { late, lost, routed: routable, unrouted };
}

/**
 * Open cases without a run. The engine's list lags behind, so whoever it does not show is asked about by name, and
 * the record once more after that: a case that was just opened or just closed is left alone.
 */
async function lostCases(database: Database, hands: EngineHands): Promise<readonly CaseId[]> {
  const missing: CaseId[] = [];
  for (const id of await hands.unlisted(await openCases(database)))
    if ((await hands.standing(id)) === 'gone') missing.push(id);
  if (missing.length === 0) return [];
  const open = new Set(await openCases(database));
  return missing.filter((id) => open.has(id));
}

interface Late extends Watching {
  readonly id: CaseId;
}

/**
 * A run that is at work on it is left to it. One that sleeps through what is due knows less than the record, and one
 * that fails will fail again: both begin anew from the record, where each rung still happens once.
 */
async function wake(database: Database, hands: EngineHands, { id, graceMinutes }: Late): Promise<void> {
  const standing = await hands.standing(id);
  if (standing === 'working' || !(await isLate(database, { id, graceMinutes }))) return;
  await hands.beginAnew(id);
}

export async function openCases(database: Database): Promise<readonly CaseId[]> {
  const rows = await database.caseRow.findMany({
    where: { status: { not: 'closed' } },
    select: { id: true },
  });
  return rows.map(({ id }) => caseId(id));
}
