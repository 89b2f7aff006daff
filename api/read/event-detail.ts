import { countingDeadline } from '../../domain/case/case-state.js';
import type { CaseEvent, EventOf, EventType, Ground } from '../../domain/case/events.js';
import { findProcedure } from '../../domain/procedure/catalogue.js';
import type { FactValue } from '../../domain/procedure/procedure.js';
import { isMessageKey, message, type MessageKey } from '../../messages/message.js';
import { consentOf } from './consents.js';
import { dayWords, momentWords } from './day-words.js';
import { accountTitle, shownAgency, type Names } from './names.js';
import { endBefore } from './overtaken.js';
import type { Sight } from './sight.js';

/** What one event is told with. */
export interface Telling {
  readonly sight: Sight;
  readonly names: Names;
  /** May this viewer know values: facts, places, whom somebody suggested? */
  readonly seesValues: boolean;
}

type Part = string | undefined;
type Details = { readonly [Type in EventType]: (event: EventOf<Type>, telling: Telling) => readonly Part[] };

const nothing = (): readonly Part[] => [];

/** What the title leaves out: the value, the new day, for whom, the reason or ground. */
const details: Details = {
  'case-opened': ({ data }, telling) => [say(telling, `channel.${data.channel}`)],
  'case-registered': nothing,
  'coordinator-named': ({ data }, telling) => [agencyWords(data.agencyId, telling)],
  'directory-changed': nothing,
  'fact-recorded': ({ data }, telling) => [
    telling.seesValues ? factWords(data.fact, data.value, telling) : undefined,
    groundWords(data.ground, telling),
  ],
  'place-recorded': ({ data }, { names, seesValues }) => [
    seesValues ? names.place(data.placeRevision)?.name : undefined,
  ],
  'task-opened': ({ data }, telling) => [
    say(telling, 'detail.for', { who: roleTitle(data.role, telling) }),
    dueWords(data.deadlines, telling),
  ],
  'task-routed': nothing,
  'task-accepted': nothing,
  'task-assigned': ({ data }, telling) => [postWords(data.userId, telling)],
  'task-declined': ({ data }, telling) => [
    say(telling, 'detail.reason', {
      reason: stepOf(data.taskId, telling)?.declineReasons?.[data.reason]?.[language(telling)] ?? data.reason,
    }),
  ],
  'task-misdirected': ({ data }, telling) => [
    data.suggestedAgencyId === undefined || !telling.seesValues
      ? undefined
      : say(telling, 'detail.suggested', { agency: agencyWords(data.suggestedAgencyId, telling) ?? '' }),
  ],
  'task-reassigned': ({ data }, telling) => [
    data.agencyId === null
      ? say(telling, 'detail.to-be-routed')
      : say(telling, 'detail.now-at', { agency: agencyWords(data.agencyId, telling) ?? '' }),
    groundWords(data.ground, telling),
  ],
  'task-recalled': ({ data }, telling) => [groundWords(data.ground, telling)],
  'task-completed': nothing,
  'outcome-corrected': ({ data }, telling) => [groundWords(data.ground, telling)],
  'deadlines-set': ({ data }, telling) => [
    say(telling, `detail.cause-${data.cause}`),
    dueWords(data.deadlines, telling),
    groundWords(data.ground, telling, data.taskId),
  ],
  'rung-reached': (event, telling) => [
    overtakenWords(event, telling) ??
      (event.data.kind === 'reminder' ? undefined : ownTargetWords(event.data.taskId, telling)),
  ],
  'escalation-raised': (event, telling) => [
    event.data.renews === undefined ? undefined : say(telling, 'detail.renewed'),
    event.data.cause === undefined ? undefined : say(telling, `detail.cause-${event.data.cause}`),
    event.data.to === undefined ? undefined : agencyWords(event.data.to, telling),
    overtakenWords(event, telling) ??
      (event.data.cause === undefined ? ownTargetWords(event.data.taskId, telling) : undefined),
  ],
  'escalation-acknowledged': ({ data }, telling) => [
    say(telling, `action.${data.action}`),
    data.until === undefined ? undefined : say(telling, 'detail.until', { at: momentWords(data.until) }),
  ],
  nudged: nothing,
  excluded: ({ data }, telling) => [
    exclusionWords(data.exclusion, telling),
    groundWords(data.ground, telling),
  ],
  'exclusion-lifted': ({ data }, telling) => [
    exclusionWords(data.exclusion, telling),
    groundWords(data.ground, telling),
  ],
  'consent-recorded': ({ data }, telling) => [
    say(telling, `consent-purpose.${data.purpose}`),
    telling.seesValues ? recipientWords(data.recipients, telling) : undefined,
    data.expiresOn === undefined ? undefined : say(telling, 'detail.until', { at: dayWords(data.expiresOn) }),
  ],
  'consent-withdrawn': (event, telling) => {
    const consent = consentOf(event, telling.sight);
    return [consent === undefined ? undefined : say(telling, `consent-purpose.${consent.purpose}`)];
  },
  'note-added': ({ data }, telling) => [say(telling, `detail.note-${data.visibility}`)],
  'case-closed': ({ data }, telling) => [groundWords(data.ground, telling)],
  'case-reopened': ({ data }, telling) => [groundWords(data.ground, telling)],
  'case-parked': nothing,
  'case-unparked': ({ data }, telling) => [groundWords(data.ground, telling)],
  restored: nothing,
};

/** The second line of an event; undefined where the title says all. */
export function detailOf(event: CaseEvent, telling: Telling): string | undefined {
  const parts = tell(details[event.type], event, telling).filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join(' · ');
}

/** The table has for each type what takes events of that type; the compiler cannot follow that from outside. */
const tell = (detail: Details[EventType], event: CaseEvent, telling: Telling): readonly Part[] =>
  (detail as (event: CaseEvent, telling: Telling) => readonly Part[])(event, telling);

const language = ({ sight }: Telling) => sight.language;
const say = (telling: Telling, key: MessageKey, values: Readonly<Record<string, string>> = {}): string =>
  message(language(telling), key, values);

const procedureOf = ({ sight }: Telling) => findProcedure(sight.state.procedure);

const stepOf = (taskId: string, telling: Telling) =>
  procedureOf(telling)?.steps[telling.sight.state.tasks[taskId]?.stepId ?? ''];

const roleTitle = (role: string, telling: Telling): string =>
  procedureOf(telling)?.roles[role]?.title[language(telling)] ?? role;

const agencyWords = (agencyId: string | null, { sight, names }: Telling): Part =>
  agencyId === null ? undefined : shownAgency(names.agency(agencyId), sight).name;

/** Posts inside an agency concern nobody outside it. */
function postWords(userId: string, telling: Telling): Part {
  const { sight, names } = telling;
  const account = names.account(userId);
  if (account === undefined || account.agencyId !== sight.viewer.agencyId) return undefined;
  return say(telling, 'detail.for', { who: accountTitle(account, sight.language) });
}

function overtakenWords(event: CaseEvent, telling: Telling): Part {
  const endedAt = endBefore(event, telling.sight.state);
  return endedAt === undefined ? undefined : say(telling, 'detail.overtaken', { at: momentWords(endedAt) });
}

/** A step may have its own grounds for an extension. */
function groundWords(ground: Ground | undefined, telling: Telling, taskId?: string): Part {
  if (ground === undefined) return undefined;
  const own = taskId === undefined ? undefined : stepOf(taskId, telling)?.extension?.grounds[ground.code];
  const title = (own ?? procedureOf(telling)?.grounds[ground.code])?.[language(telling)];
  return say(telling, 'detail.ground', { ground: title ?? ground.code });
}

export function factWords(fact: string, value: FactValue, telling: Telling): string {
  if (typeof value === 'boolean') return say(telling, value ? 'answer.yes' : 'answer.no');
  const definition = procedureOf(telling)?.facts[fact];
  if (definition?.type === 'date') return dayWords(String(value));
  return definition?.values?.[String(value)]?.[language(telling)] ?? String(value);
}

function dueWords(deadlines: EventOf<'deadlines-set'>['data']['deadlines'], telling: Telling): Part {
  const due = countingDeadline({ deadlines });
  if (due === undefined) return undefined;
  const words =
    due.dueDate === undefined
      ? say(telling, 'detail.due-at', { at: momentWords(due.dueAt) })
      : say(telling, 'detail.due-day', { day: dayWords(due.dueDate) });
  return due.serviceLevel ? say(telling, 'detail.own-target', { due: words }) : words;
}

/** What passed was no time limit of the law. */
function ownTargetWords(taskId: string, telling: Telling): Part {
  const task = telling.sight.state.tasks[taskId];
  const due = task === undefined ? undefined : countingDeadline(task);
  return due?.serviceLevel === true ? say(telling, 'detail.past-own-target') : undefined;
}

/** Who may be told: agencies by their names, relatives by what they are to the person. */
const recipientWords = (
  recipients: EventOf<'consent-recorded'>['data']['recipients'],
  telling: Telling,
): string =>
  recipients
    .map((each) =>
      'agencyId' in each ? agencyWords(each.agencyId, telling) : relativeWords(each.relative, telling),
    )
    .join(', ');

/** Which agency or what relative; of a user only that it was one. */
function exclusionWords(exclusion: EventOf<'excluded'>['data']['exclusion'], telling: Telling): Part {
  if (!telling.seesValues) return undefined;
  if ('agencyId' in exclusion) return agencyWords(exclusion.agencyId, telling);
  if ('userId' in exclusion) return say(telling, 'detail.excluded-user');
  return relativeWords(exclusion.relative, telling);
}

function relativeWords(relative: string, telling: Telling): string {
  const key = `relative.${relative}`;
  return isMessageKey(key) ? say(telling, key) : relative;
}
