import type { Database } from '../prisma/client.js';
import type { CaseActivities } from './case-activities.js';
import { loadCase } from './load-case.js';
import { saveCaseEvents } from './save-case-events.js';
import { watchCases, type EngineHands, type WatchActivities } from './watch-cases.js';

export interface ActivityDependencies {
  readonly database: Database;
}

/** The hands of the workflows: each does one thing, and may run twice. */
export const createActivities = ({ database }: ActivityDependencies): CaseActivities => ({
  loadCase: ({ caseId }) => loadCase(database, caseId),
  saveCaseEvents: (request) => saveCaseEvents(database, request),
});

export const createWatch = ({ database }: ActivityDependencies, hands: EngineHands): WatchActivities => ({
  watchCases: () => watchCases(database, hands),
});
