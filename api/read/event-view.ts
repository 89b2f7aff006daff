import type { CaseState } from '../../domain/case/case-state.js';
import type { CaseEvent, EventType, OnBehalfOf } from '../../domain/case/events.js';
import { findProcedure } from '../../domain/procedure/catalogue.js';
import { isMessageKey, message, type MessageKey } from '../../messages/message.js';
import type { EventView } from '../contract/event.js';
import type { Database } from '../../prisma/client.js';
import { answersOf, isAnswer, namesInFields } from './answers.js';
import { outcomeTitle } from './because.js';
import { consentOf, seesConsent } from './consents.js';
import { detailOf } from './event-detail.js';
import { textsOf } from './event-texts.js';
import { nudgeAs } from './nudge-as.js';
import { accountTitle, isHidden, readNames, shownAgency, type Names, type WantedNames } from './names.js';
import { endBefore } from './overtaken.js';
import { seesTask, type Sight } from './sight.js';
import { stepTitle } from './task-view.js';

/** The events that this viewer may see, in their words. The order stays. */
export async function eventViews(
  database: Database,
  sight: Sight,
  events: readonly CaseEvent[],
): Promise<EventView[]> {
  const seen = events.filter((event) => seesEvent(sight, event));
  const names = await readNames(database, namesInEvents(seen, sight.state));
  return seen.map((event) => eventView(event, sight, names));
}

/** Whom, and which places, these events mention. */
export const namesInEvents = (events: readonly CaseEvent[], { tasks }: CaseState): WantedNames => ({
  agencies: [
    ...events.flatMap(agenciesIn),
    ...events.flatMap(({ type, data }) => (type === 'nudged' ? [tasks[data.taskId]?.agencyId] : [])),
  ],
  accounts: events.flatMap(({ actor, type, data }) => [
    actor.kind === 'user' ? actor.userId : undefined,
    type === 'task-assigned' ? data.userId : undefined,
  ]),
  places: events.flatMap((event) => {
    if (event.type === 'place-recorded') return [event.data.placeRevision];
    return isAnswer(event) ? namesInFields(event.data.fields).places : [];
  }),
});

function agenciesIn(event: CaseEvent): readonly (string | null | undefined)[] {
  const { type, data, actor, onBehalfOf } = event;
  return [
    onBehalfOf?.agencyId,
    actor.kind === 'user' ? actor.agencyId : undefined,
    'agencyId' in data ? data.agencyId : undefined,
    'suggestedAgencyId' in data ? data.suggestedAgencyId : undefined,
    type === 'escalation-raised' ? data.to : undefined,
    'exclusion' in data && 'agencyId' in data.exclusion ? data.exclusion.agencyId : undefined,
    ...('recipients' in data
      ? data.recipients.map((each) => ('agencyId' in each ? each.agencyId : null))
      : []),
    ...(isAnswer(event) ? namesInFields(event.data.fields).agencies : []),
  ];
}

/** What concerns the case as such is open to everybody who may know of the case at all. */
const publicEvents: ReadonlySet<EventType> = new Set<EventType>([
  'case-opened',
  'case-registered',
  'case-closed',
  'case-reopened',
  'case-parked',
  'case-unparked',
]);

/** May this viewer know that this happened? */
export function seesEvent(sight: Sight, event: CaseEvent): boolean {
  const extent = sight.extent('see-timeline');
  if (extent === 'all') return !('exclusion' in event.data) || sight.extent('see-facts') === 'all';
  if (extent === 'none') return false;
  if (event.type === 'note-added') {
    return (
      event.data.visibility === 'agencies' &&
      (event.data.taskId === undefined || seesTask(sight, event.data.taskId))
    );
  }
  if ('consentId' in event.data) return seesConsent(sight, consentOf(event, sight));
  const taskId = taskOf(event);
  return taskId === undefined ? publicEvents.has(event.type) : seesTask(sight, taskId);
}

function taskOf({ data }: CaseEvent): string | undefined {
  if ('taskId' in data) return data.taskId;
  return 'byTask' in data ? data.byTask : undefined;
}

/** One event in this viewer's words. That they may see it was decided before. */
export function eventView(event: CaseEvent, sight: Sight, names: Names): EventView {
  const { onBehalfOf } = event;
  const seesValues = seesValuesOf(event, sight);
  const detail = detailOf(event, { sight, names, seesValues });
  return {
    version: event.version,
    type: event.type,
    at: event.occurredAt,
    recordedAt: event.recordedAt,
    actor: actorView(event, sight, names),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf: onBehalfView(onBehalfOf, sight, names) }),
    data: seesValues ? { ...event.data } : dataWithoutValues(event),
    title: titleOf(event, sight, names),
    ...(detail === undefined ? {} : { detail }),
    ...(endBefore(event, sight.state) === undefined ? {} : { overtaken: true as const }),
    ...(isAnswer(event) ? { outcome: outcomeOf(event, sight) } : {}),
    ...(isAnswer(event) && seesValues ? { answers: answersOf(event, sight, names) } : {}),
    texts: textsOf(event, sight),
  };
}

function onBehalfView(
  { agencyId, ...rest }: OnBehalfOf,
  sight: Sight,
  names: Names,
): NonNullable<EventView['onBehalfOf']> {
  return { ...rest, agency: shownAgency(names.agency(agencyId), sight).name };
}

function actorView({ actor }: CaseEvent, sight: Sight, names: Names): EventView['actor'] {
  if (actor.kind === 'system')
    return { kind: 'system', name: message(sight.language, `actor.${actor.name}`) };
  const agency = names.agency(actor.agencyId);
  const account = names.account(actor.userId);
  const isKnown = account !== undefined && !(agency !== undefined && isHidden(agency, sight));
  return {
    kind: 'user',
    name: isKnown ? accountTitle(account, sight.language) : message(sight.language, 'actor.masked'),
    ...(agency === undefined ? {} : { agency: shownAgency(agency, sight).name }),
  };
}

/** Answers and facts are shown to those who may see them; to an auditor that something was recorded is enough. */
function seesValuesOf(event: CaseEvent, sight: Sight): boolean {
  const taskId = taskOf(event);
  return sight.extent('see-facts') === 'all' || (taskId !== undefined && seesOwnAnswers(sight, taskId));
}

const values: ReadonlySet<string> = new Set([
  'facts',
  'places',
  'value',
  'fields',
  'exclusion',
  'agencyId',
  'suggestedAgencyId',
  'recipients',
  'placeRevision',
]);

const dataWithoutValues = ({ data }: CaseEvent): EventView['data'] =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !values.has(name)));

const seesOwnAnswers = (sight: Sight, taskId: string): boolean =>
  sight.viewer.agencyId !== null && sight.state.tasks[taskId]?.agencyId === sight.viewer.agencyId;

function titleOf(event: CaseEvent, sight: Sight, names: Names): string {
  const { language, state } = sight;
  const procedure = findProcedure(state.procedure);
  const data: Record<string, unknown> = { ...event.data };
  const text = (name: string): string => (typeof data[name] === 'string' ? data[name] : '');
  const level = 'level' in event.data ? event.data.level : escalationOf(event, sight)?.level;
  return message(language, titleKey(event, sight, names), {
    code: text('code'),
    task: stepTitle(procedure, stepIdOf(event, sight), language),
    outcome: outcomeOf(event, sight),
    fact: procedure?.facts[text('fact')]?.title[language] ?? text('fact'),
    kind: event.type === 'place-recorded' ? message(language, `place.${event.data.kind}`) : '',
    rung: event.type === 'rung-reached' ? message(language, `rung.${event.data.kind}`) : '',
    level: level ?? '',
    agency:
      event.type === 'task-routed' && event.data.agencyId !== null
        ? shownAgency(names.agency(event.data.agencyId), sight).name
        : '',
  });
}

const escalationOf = ({ data }: CaseEvent, { state }: Sight) =>
  'escalationId' in data ? state.escalations[data.escalationId] : undefined;

function stepIdOf(event: CaseEvent, sight: Sight): string {
  const taskId = taskOf(event) ?? escalationOf(event, sight)?.taskId ?? '';
  return sight.state.tasks[taskId]?.stepId ?? '';
}

/** How the task, or the case, ended. */
function outcomeOf(event: CaseEvent, sight: Sight): string {
  if (!('outcome' in event.data)) return '';
  const { language, state } = sight;
  const procedure = findProcedure(state.procedure);
  const { outcome } = event.data;
  return event.type === 'case-closed'
    ? (procedure?.closings[outcome]?.title[language] ?? outcome)
    : outcomeTitle(procedure, { stepId: stepIdOf(event, sight), outcome }, language);
}

function titleKey(event: CaseEvent, { state }: Sight, names: Names): MessageKey {
  if (event.type === 'nudged' && event.actor.kind === 'user') {
    const holder = names.agency(state.tasks[event.data.taskId]?.agencyId);
    const isRequest =
      holder !== undefined && nudgeAs(holder, names.agency(event.actor.agencyId)) === 'request';
    return isRequest ? 'event.asked-to-answer' : 'event.nudged';
  }
  if (event.type === 'task-routed' && event.data.agencyId === null) return 'event.task-unrouted';
  const key = `event.${event.type}`;
  return isMessageKey(key) ? key : 'event.restored';
}
