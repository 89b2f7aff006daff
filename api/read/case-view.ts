import { actorOf } from '../../domain/access/viewer.js';
import { permitted, type Permission } from '../../domain/case/permitted.js';
import { nextDue } from '../../domain/case/obligations.js';
import type { Moment } from '../../domain/case/draft.js';
import type { WorkingCalendar } from '../../domain/time/working-calendar.js';
import type { CaseEvent } from '../../domain/case/events.js';
import type { CaseView } from '../contract/case.js';
import type { EventView } from '../contract/event.js';
import type { Database } from '../../prisma/client.js';
import { aheadOf } from './ahead.js';
import { calendarOf } from './calendar.js';
import { agenciesOfConsent, consentsSeen, consentViews } from './consents.js';
import { nextDueFields } from './due.js';
import { escalationView, readEscalationsOfCase, type EscalationRow } from './escalation-rows.js';
import { eventView, namesInEvents, seesEvent } from './event-view.js';
import { readNames, shownAgency, type Names, type WantedNames } from './names.js';
import { exclusionsSeen, namesInExclusions } from './exclusions-seen.js';
import { factsSeen, seesTask, type Sight } from './sight.js';
import { readTasksOfCase, type TaskRow } from './task-rows.js';
import { caseNow, mapped, taskView } from './task-view.js';

/** The whole case, as much of it as this viewer may see. */
export const caseView = async (database: Database, sight: Sight): Promise<CaseView> =>
  (await caseAnswer(database, sight, [])).case;

/** A case as a command left it, and what the command brought about. */
export interface CaseAnswer {
  readonly case: CaseView;
  readonly events: EventView[];
}

/**
 * The whole case and some of its events, as much as this viewer may see. The record was read before the rows: the
 * version it names is never newer than what is shown.
 */
export async function caseAnswer(
  database: Database,
  sight: Sight,
  events: readonly CaseEvent[],
): Promise<CaseAnswer> {
  const { state, record } = sight;
  const [calendar, taskRows, escalationRows] = await Promise.all([
    calendarOf(database, record.calendarVersion),
    readTasksOfCase(database, state.caseId),
    Object.keys(state.escalations).length === 0 ? [] : readEscalationsOfCase(database, state.caseId),
  ]);
  const rows = {
    tasks: taskRows.filter(({ id }) => seesTask(sight, id)),
    escalations: escalationRows.filter(({ task_id }) => seesEscalation(sight, task_id)),
    events: events.filter((event) => seesEvent(sight, event)),
  };
  const names = await readNames(database, namesIn(sight, rows));
  return {
    case: viewOf(sight, rows, { names, calendar }),
    events: rows.events.map((event) => eventView(event, sight, names)),
  };
}

interface SeenRows {
  readonly tasks: readonly TaskRow[];
  readonly escalations: readonly EscalationRow[];
  readonly events: readonly CaseEvent[];
}

function namesIn(sight: Sight, { tasks, escalations, events }: SeenRows): WantedNames {
  const { state, viewer } = sight;
  const ofExclusions = namesInExclusions(sight);
  const ofEvents = namesInEvents(events, state);
  return {
    agencies: [
      viewer.agencyId,
      state.coordinatingAgencyId,
      ...tasks.flatMap((row) => [row.agency_id, row.arbiter_id]),
      ...escalations.flatMap((row) => [row.holder_id, row.to_agency_id]),
      ...ofExclusions.agencies,
      ...consentsSeen(sight).flatMap(agenciesOfConsent),
      ...ofEvents.agencies,
    ],
    accounts: [
      ...tasks.map((row) => row.assignee_id),
      ...escalations.map((row) => row.acknowledged_by),
      ...ofExclusions.accounts,
      ...ofEvents.accounts,
    ],
    ...(ofEvents.places === undefined ? {} : { places: ofEvents.places }),
  };
}

interface ViewContext {
  readonly names: Names;
  readonly calendar: WorkingCalendar;
}

function viewOf(sight: Sight, { tasks, escalations }: SeenRows, { names, calendar }: ViewContext): CaseView {
  const issuesLinks = sight.extent('issue-links') !== 'none';
  const reader = { ...sight, names, facts: factsSeen(sight), issuesLinks };
  return {
    ...head(sight, names),
    facts: mapped(reader.facts, ({ value }) => value),
    tasks: tasks.map((row) => taskView(row, reader)),
    tasksSeen: sight.extent('see-tasks') === 'all' ? 'all' : 'own',
    escalations: escalations.map((row) => escalationView(row, reader)),
    exclusions: exclusionsSeen(sight, names),
    consents: consentViews(sight, names),
    permitted: permissionsOf(sight, momentOf(sight, calendar)),
    ...aheadOf(sight, momentOf(sight, calendar)),
  };
}

const momentOf = ({ now, record }: Sight, calendar: WorkingCalendar): Moment => ({
  now: caseNow(now, record.clockOffsetMs),
  calendar,
});

function head(
  sight: Sight,
  names: Names,
): Omit<
  CaseView,
  | 'facts'
  | 'tasks'
  | 'tasksSeen'
  | 'escalations'
  | 'exclusions'
  | 'consents'
  | 'permitted'
  | 'locked'
  | 'coming'
  | 'refused'
> {
  const { state, record } = sight;
  const due = nextDue(state);
  const seesPlace = sight.extent('see-place') === 'all';
  return {
    id: state.caseId,
    code: state.code ?? state.caseId,
    version: state.version,
    procedure: state.procedure,
    channel: state.channel,
    phase: state.phase,
    status: state.status === 'none' ? 'open' : state.status,
    urgent: state.urgent,
    rehearsal: state.rehearsal,
    ...(state.groupId === undefined ? {} : { groupId: state.groupId }),
    openedAt: state.openedAt,
    ...(state.closedAt === undefined ? {} : { closedAt: state.closedAt }),
    ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
    coordinatingAgency:
      state.coordinatingAgencyId === undefined
        ? null
        : shownAgency(names.agency(state.coordinatingAgencyId), sight),
    receivedPlace: seesPlace ? record.receivedPlace : provinceOnly(sight),
    ...(due === undefined || sight.extent('see-deadlines') !== 'all'
      ? {}
      : nextDueFields(due.dueAt, due.dueDate)),
  };
}

const provinceOnly = ({ record }: Sight): CaseView['receivedPlace'] =>
  record.provinceName === null ? null : { code: record.province, name: record.provinceName };

function seesEscalation(sight: Sight, taskId: string): boolean {
  const extent = sight.extent('see-escalations');
  return extent === 'all' || (extent !== 'none' && seesTask(sight, taskId));
}

function permissionsOf(sight: Sight, moment: Moment): CaseView['permitted'] {
  if (sight.extent('submit-command') === 'none') return [];
  return permitted(sight.state, actorOf(sight.viewer), moment)
    .filter(({ taskId }) => taskId === undefined || seesTask(sight, taskId))
    .map(permissionView);
}

const permissionView = ({
  outcomes,
  requires,
  ...permission
}: Permission): CaseView['permitted'][number] => ({
  ...permission,
  ...(outcomes === undefined ? {} : { outcomes: [...outcomes] }),
  ...(requires === undefined ? {} : { requires: [...requires] }),
});
