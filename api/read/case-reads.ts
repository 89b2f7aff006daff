import { caseId, type CaseId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { CaseEvent } from '../../domain/case/events.js';
import { fold } from '../../domain/case/evolve.js';
import type { AccessesQuery, AccessView } from '../contract/access.js';
import type { CasesQuery, CaseSummary, CaseView } from '../contract/case.js';
import type { DeadlineView, EventView, TimelineQuery } from '../contract/event.js';
import type { Page } from '../contract/page.js';
import { fieldProblem } from '../problem.js';
import type { Database } from '../../prisma/client.js';
import { accessPage } from './accesses.js';
import {
  readCaseEvents,
  readCaseRecord,
  readEventsBelow,
  readEventsOf,
  type CaseRecord,
} from './case-record.js';
import { casePage } from './case-list.js';
import { caseAnswer, caseView, type CaseAnswer } from './case-view.js';
import { deadlineViews } from './deadlines.js';
import { kindOf } from './event-kinds.js';
import { eventViews, seesEvent } from './event-view.js';
import { sightOf, type Reader, type Sight } from './sight.js';

/** Everything that is read of cases, as one viewer may see it. */
export const caseReads = (database: Database) => ({
  /** Undefined when there is no such case, or when it is not theirs to know. */
  sight: async (id: string, reader: Reader): Promise<Sight | undefined> => {
    const record = await readCaseRecord(database, caseId(id));
    return record === undefined ? undefined : sightOf(record, reader);
  },
  /** The case as it is after an act of this viewer, even if the act ended what they were to it. */
  sightAfter: async (before: Sight, now: Instant, events: readonly CaseEvent[] = []): Promise<Sight> => {
    const record = recordAfter(before, events) ?? (await readCaseRecord(database, before.state.caseId));
    if (record === undefined) return before;
    return sightOf(record, { ...before, now }) ?? { ...before, record, state: record.state, now };
  },
  exists: async (id: string): Promise<boolean> => (await database.caseRow.count({ where: { id } })) > 0,
  view: (sight: Sight): Promise<CaseView> => caseView(database, sight),
  page: (query: CasesQuery, reader: Reader): Promise<Page<CaseSummary>> => casePage(database, query, reader),
  /** The case, and what of these events this viewer may see. */
  answer: (sight: Sight, events: readonly CaseEvent[]): Promise<CaseAnswer> =>
    caseAnswer(database, sight, events),
  eventsOfCommand: (commandId: string): Promise<readonly CaseEvent[]> => readEventsOf(database, commandId),
  allEvents: (id: CaseId): Promise<readonly CaseEvent[]> => readCaseEvents(database, id, { above: 0 }),
  timeline: (sight: Sight, query: TimelineQuery): Promise<Page<EventView>> =>
    timeline(database, sight, query),
  accesses: (sight: Sight, query: AccessesQuery): Promise<Page<AccessView>> =>
    accessPage(database, sight, query),
  deadlines: (sight: Sight): Promise<DeadlineView[]> => deadlineViews(database, sight),
});
export type CaseReads = ReturnType<typeof caseReads>;

/**
 * The record as these events left it, where they follow on what was seen: then it need not be read again. Undefined
 * where others came between, or where more than the state has changed.
 */
function recordAfter({ record, state }: Sight, events: readonly CaseEvent[]): CaseRecord | undefined {
  const follows = events.every(
    ({ version, type }, index) => version === state.version + index + 1 && type !== 'place-recorded',
  );
  const after = events.length > 0 && follows ? fold(events, state) : undefined;
  return after === undefined ? undefined : { ...record, state: after };
}

/** The cursor is the version of the last event shown. */
async function timeline(
  database: Database,
  sight: Sight,
  { kind, cursor, limit }: TimelineQuery,
): Promise<Page<EventView>> {
  const isAsked = (event: CaseEvent): boolean => kind === undefined || kindOf(event) === kind;
  const seen: CaseEvent[] = [];
  let below = cursor === undefined ? sight.state.version + 1 : versionOf(cursor);
  for (let rest = true; rest && seen.length <= limit;) {
    const events = await readEventsBelow(database, sight.state.caseId, { below, limit: limit + 1 });
    seen.push(...events.filter((event) => isAsked(event) && seesEvent(sight, event)));
    below = events.at(-1)?.version ?? 0;
    rest = events.length > limit;
  }
  const shown = seen.slice(0, limit);
  return {
    items: await eventViews(database, sight, shown),
    next: seen.length > limit ? String(shown.at(-1)?.version) : null,
  };
}

function versionOf(cursor: string): number {
  if (!/^\d{1,9}$/.test(cursor)) throw fieldProblem({ pointer: '/cursor', code: 'cursor' });
  return Number(cursor);
}
