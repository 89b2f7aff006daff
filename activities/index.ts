import type { Database } from '../prisma/client.js';
import type { CaseActivities } from './case-activities.js';
import { loadCase } from './load-case.js';
import { saveCaseEvents } from './save-case-events.js';
import { watchCases, type EngineHands, type WatchActivities, type WatchReport } from './watch-cases.js';

export interface ActivityDependencies {
  readonly database: Database;
}

/** The hands of the workflows: each does one thing, and may run twice. */
export const createActivities = ({ database }: ActivityDependencies): CaseActivities => ({
  loadCase: ({ caseId }) => loadCase(database, caseId),
  saveCaseEvents: (request) => saveCaseEvents(database, request),
});

export interface WatchDependencies extends ActivityDependencies {
  /** Hears of every watch that found something. */
  readonly onFinding?: (report: WatchReport) => void;
}

export const createWatch = (
  { database, onFinding }: WatchDependencies,
  hands: EngineHands,
): WatchActivities => ({
  async watchCases() {
    const report = await watchCases(database, hands);
    const { late, lost, routed, unrouted } = report;
    if ([late, lost, routed, unrouted].some((ids) => ids.length > 0)) onFinding?.(report);
    return report;
  },
});
