import type { TaskId } from '../ids.js';
import { isRefusal, refuse, type Refusal } from '../refusal.js';
import { parseInstant } from '../time/instant.js';
import type { CaseState } from './case-state.js';
import type { CaseCommand } from './commands.js';
import { unfold } from './consequences.js';
import type { Draft, Moment, Stamp } from './draft.js';
import type { CaseEvent } from './events.js';
import {
  admitted,
  caseSubject,
  recordsForHolder,
  taskSubject,
  type AnyRule,
  type SubjectOf,
} from './rule.js';
import { rules } from './rules.js';
import { openCase } from './rules/keeping.js';
import { impossibleDays, refusedDay } from './possible-days.js';
import { dateOf } from '../time/plain-date.js';
import { unlawfulGround } from './lawful-ground.js';
import { precedesOffer } from './task-offer.js';
import { isExcluded, standingsOf } from './standing.js';

/** What the rules answer: the events, in order, and the state they lead to. */
export interface Decision {
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
}

type RuledCommand = Exclude<CaseCommand, { type: 'open-case' }>;

/**
 * Decides one command: what happens by the procedure, or why not. Pure: the same state, command and moment give the
 * same answer, in the engine's validator, in its handler, and in a replay years later.
 */
export function decide(
  state: CaseState | undefined,
  command: CaseCommand,
  moment: Moment,
): Decision | Refusal {
  const stamp = stampOf(command, moment);
  if (command.type === 'open-case') {
    if (stamp.occurredAt > stamp.now) return refuse('occurred-in-future');
    return state === undefined ? settled(openCase(command, stamp), undefined, stamp) : refuse('case-exists');
  }
  if (state === undefined) return refuse('case-not-open');
  const answer = asked(state, command, stamp);
  return settled(answer, command.type === 'reopen-case' ? undefined : state, stamp);
}

function stampOf(command: CaseCommand, moment: Moment): Stamp {
  const occurredAt =
    command.type === 'open-case' ? command.data.receivedAt : (command.occurredAt ?? moment.now);
  return {
    ...moment,
    caseId: command.caseId,
    commandId: command.id,
    actor: command.actor,
    occurredAt: parseInstant(occurredAt) ?? moment.now,
    ...(command.onBehalfOf === undefined ? {} : { onBehalfOf: command.onBehalfOf }),
  };
}

function settled(answer: Draft | Refusal, before: CaseState | undefined, stamp: Stamp): Decision | Refusal {
  if (isRefusal(answer)) return answer;
  const { state, events } = unfold(answer, before, stamp);
  if (state === undefined) throw new Error('a decided case has a state');
  return { state, events };
}

function asked(state: CaseState, command: RuledCommand, stamp: Stamp): Draft | Refusal {
  const rule: AnyRule = rules[command.type];
  if (!rule.during.includes(state.status)) return unfitStatus(state, rule);
  const subject = subjectOf(state, command, rule);
  if (isRefusal(subject)) return subject;
  return (
    unentitled(state, command, rule) ??
    outsideCase(state, stamp) ??
    rule.possible?.(subject as never, stamp) ??
    stale(state, command) ??
    unlawful(command, subject) ??
    untimely(command, subject, stamp) ??
    rule.decide({ command, subject, stamp, draft: { state, events: [] } } as never)
  );
}

const unlawful = ({ type, data }: RuledCommand, subject: SubjectOf[keyof SubjectOf]): Refusal | undefined =>
  unlawfulGround(
    { type, ground: 'ground' in data ? data.ground : undefined },
    subject.procedure,
    'step' in subject ? subject.step : undefined,
  );

/** What was done in a case was done between its receipt and now. */
function outsideCase({ openedAt }: CaseState, { occurredAt, now }: Stamp): Refusal | undefined {
  if (occurredAt > now) return refuse('occurred-in-future');
  return occurredAt < openedAt ? refuse('field-invalid', { about: 'occurredAt' }) : undefined;
}

/** Nobody answers a task before it was handed to them, and what has happened did not happen tomorrow. */
function untimely(
  { data }: RuledCommand,
  subject: SubjectOf[keyof SubjectOf],
  stamp: Stamp,
): Refusal | undefined {
  if ('task' in subject && precedesOffer(stamp.occurredAt, subject.task))
    return refuse('field-invalid', { about: 'occurredAt' });
  const judging = {
    procedure: subject.procedure,
    today: dateOf(stamp.now),
    receivedOn: dateOf(subject.state.openedAt),
  };
  const [day] = impossibleDays(data, 'step' in subject ? subject.step : undefined, judging);
  return day === undefined ? undefined : refusedDay(day);
}

const unfitStatus = (state: CaseState, rule: AnyRule): Refusal =>
  standsStill(state) ?? refuse('wrong-state', { about: state.status, allowed: [...rule.during] });

/** Why time brings nothing about in this case: it is closed, or parked. */
export function standsStill({ status }: CaseState): Refusal | undefined {
  if (status === 'closed') return refuse('case-closed', { allowed: ['add-note', 'reopen-case'] });
  if (status === 'parked') return refuse('case-parked', { allowed: ['add-note', 'unpark-case'] });
  return undefined;
}

function subjectOf(
  state: CaseState,
  command: RuledCommand,
  rule: AnyRule,
): SubjectOf[keyof SubjectOf] | Refusal {
  if (rule.about === 'task') {
    const task =
      'taskId' in command.data && command.data.taskId !== undefined
        ? state.tasks[command.data.taskId]
        : undefined;
    return task === undefined ? refuse('unknown-task') : taskSubject(state, task);
  }
  if (rule.about === 'escalation') {
    const escalation =
      'escalationId' in command.data ? state.escalations[command.data.escalationId] : undefined;
    return escalation === undefined ? refuse('unknown-escalation') : { ...caseSubject(state), escalation };
  }
  return caseSubject(state);
}

/** Who asks what, before it is known whether what they say fits. */
interface Question extends Pick<RuledCommand, 'actor' | 'onBehalfOf'> {
  readonly type: RuledCommand['type'];
  readonly data: { readonly taskId?: TaskId | undefined };
}

/** Why this actor may not ask this at all, whatever they say and wherever the case stands; undefined where they may. */
export const barred = (state: CaseState, question: Question): Refusal | undefined =>
  unentitled(state, question, rules[question.type]);

/** Why this actor may not ask this; undefined when they may. */
function unentitled(state: CaseState, command: Question | RuledCommand, rule: AnyRule): Refusal | undefined {
  if (isExcluded(command.actor, state)) return refuse('agency-excluded');
  const task =
    rule.about === 'task' && 'taskId' in command.data && command.data.taskId !== undefined
      ? state.tasks[command.data.taskId]
      : undefined;
  const subject = task === undefined ? undefined : taskSubject(state, task);
  const standings = standingsOf(command.actor, state, task);
  const records = recordsForHolder(rule, subject) && standings.includes('coordinator');
  const { onBehalfOf } = command;
  if (onBehalfOf !== undefined) {
    const may = records && task?.agencyId === onBehalfOf.agencyId;
    return may ? undefined : refuse('not-permitted', { about: 'onBehalfOf' });
  }
  // A task for which no agency was found waits with the coordinator, who may answer it.
  if (task?.agencyId === null && records) return undefined;
  if (admitted(rule, subject).some((standing) => standings.includes(standing))) return undefined;
  return refuse(rule.about === 'task' ? 'not-your-task' : 'not-permitted', { about: command.type });
}

/**
 * A task command is stale only if that task changed since the person saw it; a case command only if another
 * person's event came since. Reminders make nobody stale.
 */
function stale(state: CaseState, command: RuledCommand): Refusal | undefined {
  const { ifVersion } = command;
  if (ifVersion === undefined) return undefined;
  const task =
    'taskId' in command.data && command.data.taskId !== undefined
      ? state.tasks[command.data.taskId]
      : undefined;
  const changed = task === undefined ? state.personVersion : task.changedVersion;
  const fromTheFuture = ifVersion > state.version;
  return ifVersion < changed || fromTheFuture
    ? refuse('stale-version', { currentVersion: state.version })
    : undefined;
}
