import type { AgencyId } from '../ids.js';
import { stateSchema, type CaseState } from './case-state.js';
import type { CaseEvent, EventOf, EventType } from './events.js';
import { consentRecorded, consentWithdrawn } from './fold-consent.js';
import { escalationAnswered, escalationRaised } from './fold-escalation.js';
import { excluded, exclusionLifted } from './fold-exclusion.js';
import { factRecorded, withoutAnswers } from './fold-fact.js';
import {
  changeTask,
  deadlinesSet,
  outcomeCorrected,
  taskDone,
  taskOpened,
  taskReassigned,
  taskRecalled,
} from './fold-task.js';
import { phaseOf } from './phase.js';
import { heldNow } from './step-memory.js';

type Fold<Type extends EventType> = (state: CaseState, event: EventOf<Type>) => CaseState;

/** The state after an event. Reads every version ever written; throws on nothing that `decide` returned. */
export function evolve(state: CaseState | undefined, event: CaseEvent): CaseState {
  if (event.type === 'case-opened') return remembering(opened(event), event);
  if (state === undefined) throw new Error(`the first event of a case is case-opened, not ${event.type}`);
  const fold: Fold<never> = folds[event.type];
  return remembering(fold(state, event as never), event);
}

/** The state after all events, oldest first. */
export function fold(events: readonly CaseEvent[], from?: CaseState): CaseState | undefined {
  return events.reduce<CaseState | undefined>(evolve, from);
}

const folds = {
  'case-opened': (state) => state,
  'case-registered': (state, { data }) => ({
    ...state,
    code: data.code,
    ...coordinatedBy(data.coordinatingAgencyId),
  }),
  'coordinator-named': ({ coordinatingAgencyId: _former, ...state }, { data }) => ({
    ...state,
    ...coordinatedBy(data.agencyId),
  }),
  'directory-changed': (state, { recordedAt }) => ({ ...state, directoryAsOf: recordedAt }),
  'fact-recorded': factRecorded,
  'place-recorded': (state, { data }) => ({
    ...state,
    places: { ...state.places, [data.kind]: data.placeRevision },
  }),
  'task-opened': taskOpened,
  'task-routed': (state, { data }) =>
    changeTask(state, data.taskId, () => ({ agencyId: data.agencyId, wantsRouting: false })),
  'task-accepted': (state, { data, occurredAt }) =>
    changeTask(state, data.taskId, () => ({ status: 'accepted', acceptedAt: occurredAt })),
  'task-assigned': (state, { data }) => changeTask(state, data.taskId, () => ({ assignee: data.userId })),
  'task-declined': (state, event) => taskDone(state, event, { status: 'declined', outcome: 'declined' }),
  'task-misdirected': (state, { data }) =>
    changeTask(state, data.taskId, ({ agencyId, returnedBy }) => ({
      status: 'misdirected',
      returnedBy: agencyId === null ? returnedBy : [...returnedBy, agencyId],
    })),
  'task-reassigned': taskReassigned,
  'task-recalled': taskRecalled,
  'task-completed': (state, event) =>
    taskDone(state, event, { status: 'completed', outcome: event.data.outcome }),
  'outcome-corrected': (state, event) => outcomeCorrected(withoutAnswers(state, event.data.taskId), event),
  'deadlines-set': deadlinesSet,
  'rung-reached': (state, { data }) =>
    changeTask(state, data.taskId, (task) => ({ reached: [...task.reached, data.rung] })),
  'escalation-raised': escalationRaised,
  'escalation-acknowledged': escalationAnswered,
  nudged: (state, { data, recordedAt }) => changeTask(state, data.taskId, () => ({ nudgedAt: recordedAt })),
  excluded,
  'exclusion-lifted': exclusionLifted,
  'consent-recorded': consentRecorded,
  'consent-withdrawn': consentWithdrawn,
  'note-added': (state) => state,
  'case-closed': (state, { data, occurredAt }) => ({
    ...state,
    status: 'closed',
    outcome: data.outcome,
    closedAt: occurredAt,
  }),
  'case-reopened': (state) => {
    const { closedAt: _closedAt, outcome: _outcome, ...rest } = state;
    return { ...rest, status: 'open' };
  },
  'case-parked': (state) => ({ ...state, status: 'parked' }),
  'case-unparked': (state) => ({ ...state, status: 'open' }),
  restored: (state) => state,
} satisfies { [Type in EventType]: Fold<Type> };

function opened(event: EventOf<'case-opened'>): CaseState {
  const { data, occurredAt, recordedAt } = event;
  return {
    schema: stateSchema,
    caseId: event.caseId,
    version: event.version,
    status: 'open',
    procedure: data.procedure,
    channel: data.channel,
    urgent: data.urgent,
    rehearsal: data.rehearsal,
    ...(data.groupId === undefined ? {} : { groupId: data.groupId }),
    ...(data.receiver === undefined ? {} : { receiver: data.receiver }),
    openedAt: occurredAt,
    recordedAt,
    phase: 'receipt',
    facts: Object.fromEntries(
      data.facts.map(({ fact, value }) => [fact, { value, at: occurredAt, toldVersion: event.version }]),
    ),
    places: data.places,
    steps: {},
    tasks: {},
    escalations: {},
    exclusions: [],
    consents: {},
    directoryAsOf: recordedAt,
    personVersion: event.version,
  };
}

const coordinatedBy = (id: AgencyId | null): { coordinatingAgencyId?: AgencyId } =>
  id === null ? {} : { coordinatingAgencyId: id };

/** Events that remind, and so never make what a person saw stale. */
const quiet: ReadonlySet<EventType> = new Set<EventType>([
  'rung-reached',
  'escalation-raised',
  'nudged',
  'note-added',
]);

/** What every event changes besides its own matter: version, clock, phase, and which conditions now hold. */
function remembering(state: CaseState, event: CaseEvent): CaseState {
  const { version, recordedAt, actor } = event;
  const touched =
    'taskId' in event.data && event.data.taskId !== undefined && !quiet.has(event.type)
      ? event.data.taskId
      : undefined;
  const withTask =
    touched === undefined ? state : changeTask(state, touched, () => ({ changedVersion: version }));
  const seen: CaseState = {
    ...withTask,
    version,
    personVersion: actor.kind === 'user' && !quiet.has(event.type) ? version : state.personVersion,
    phase: phaseOf(withTask),
  };
  return { ...seen, steps: heldNow(seen, recordedAt) };
}
