import { procedureOf } from '../procedure/catalogue.js';
import type { Condition, Phase } from '../procedure/procedure.js';
import type { Refusal } from '../refusal.js';
import { openTasks, type CaseState, type Task } from './case-state.js';
import { holds } from './conditions.js';
import type { Moment } from './draft.js';
import type { Actor } from './events.js';
import { recordingTasks } from './recordable-facts.js';
import {
  admitted,
  caseSubject,
  recordsForHolder,
  taskSubject,
  type AnyRule,
  type EscalationSubject,
  type TaskSubject,
} from './rule.js';
import { rules, type RuledType } from './rules.js';
import { withdrawable } from './rules/consenting.js';
import { isExcluded, recordsOf, standingsOf } from './standing.js';
import { lawfulClosings, memoryOf } from './step-memory.js';

/** Something this actor may do now. `requires` names what the command must carry. */
export interface Permission {
  readonly type: RuledType;
  readonly taskId?: string;
  readonly escalationId?: string;
  readonly consentId?: string;
  readonly exclusionId?: string;
  readonly outcomes?: readonly string[];
  readonly requires?: readonly string[];
  /** Only in the name of the agency that holds the task, from its letter, call or visit. */
  readonly onBehalf?: true;
}

/** All that this actor may do with the case now, read from the same rules that decide. */
export function permitted(state: CaseState, actor: Actor, moment: Moment): readonly Permission[] {
  if (isExcluded(actor, state)) return [];
  return ruledTypes.flatMap((type) => {
    const rule: AnyRule = rules[type];
    if (!rule.during.includes(state.status)) return [];
    if (rule.about === 'task')
      return Object.values(state.tasks).flatMap((task) => onTask({ type, rule, state, task }, actor, moment));
    if (!mayAsk(rule, actor, state)) return [];
    if (rule.about === 'escalation')
      return onEscalations(type, state, (subject) => rule.possible?.(subject as never, moment) === undefined);
    return rule.possible?.(caseSubject(state) as never, moment) === undefined
      ? asking(type, { state, actor }, moment).map((what) => ({ type, ...what }))
      : [];
  });
}

/** Something about the case as a whole that is this actor's to ask, and that the rules refuse whatever it says now. */
export interface RefusedAct {
  readonly type: RuledType;
  readonly refusal: Refusal;
}

/** What `permitted` leaves out although it is this actor's to ask in this state of the case, and why. */
export function refusedActs(state: CaseState, actor: Actor, moment: Moment): readonly RefusedAct[] {
  if (isExcluded(actor, state)) return [];
  return ruledTypes.flatMap((type) => {
    const rule: AnyRule = rules[type];
    if (rule.about !== 'case' || !rule.during.includes(state.status) || !mayAsk(rule, actor, state))
      return [];
    const refusal = rule.possible?.(caseSubject(state) as never, moment);
    return refusal === undefined ? [] : [{ type, refusal }];
  });
}

const ruledTypes = Object.keys(rules) as RuledType[];

interface Offer {
  readonly type: RuledType;
  readonly rule: AnyRule;
  readonly state: CaseState;
  readonly task: Task;
}

function onTask({ type, rule, state, task }: Offer, actor: Actor, moment: Moment): readonly Permission[] {
  const standings = standingsOf(actor, state, task);
  const subject = taskSubject(state, task);
  const records = recordsForHolder(rule, subject) && standings.includes('coordinator');
  const self =
    admitted(rule, subject).some((standing) => standings.includes(standing)) ||
    (task.agencyId === null && records);
  const forOther = records && task.agencyId !== null;
  if (!self && !forOther) return [];
  if (rule.possible?.(subject as never, moment) !== undefined) return [];
  return [
    { type, taskId: task.id, ...requirements[type]?.(subject), ...(self ? {} : { onBehalf: true as const }) },
  ];
}

const mayAsk = (rule: AnyRule, actor: Actor, state: CaseState): boolean =>
  standingsOf(actor, state).some((standing) => rule.may.includes(standing));

function onEscalations(
  type: RuledType,
  state: CaseState,
  possible: (subject: EscalationSubject) => boolean,
): readonly Permission[] {
  return Object.values(state.escalations)
    .filter((escalation) => possible({ ...caseSubject(state), escalation }))
    .map(({ id }) => ({ type, escalationId: id, requires: ['action'] }));
}

type Requirements = Pick<Permission, 'outcomes' | 'requires'>;

/** What a task command must name, where it must name anything. */
const requirements: { readonly [Type in RuledType]?: (subject: TaskSubject) => Requirements } = {
  'complete-task': ({ step }) => ({ outcomes: Object.keys(step.outcomes) }),
  'correct-outcome': ({ step }) => ({ outcomes: Object.keys(step.outcomes), requires: ['ground'] }),
  'decline-task': ({ step }) => ({ outcomes: Object.keys(step.declineReasons ?? {}), requires: ['reason'] }),
  'extend-deadline': ({ step }) => ({
    outcomes: Object.keys(step.extension?.grounds ?? {}),
    requires: ['ground'],
  }),
  'person-declines': () => ({ requires: ['informedOf'] }),
  'reassign-task': () => ({ requires: ['agencyId', 'ground'] }),
  'recall-task': () => ({ requires: ['ground'] }),
};

interface Asker {
  readonly state: CaseState;
  readonly actor: Actor;
}

/** What a command about the case must name; once for each task or consent that it may be asked of. */
function asking(
  type: RuledType,
  { state, actor }: Asker,
  { now }: Moment,
): readonly Omit<Permission, 'type'>[] {
  if (type === 'close-case')
    return [{ outcomes: lawfulClosings(procedureOf(state.procedure), state, now), requires: ['ground'] }];
  if (type === 'lift-exclusion')
    return state.exclusions.map(({ id }) => ({ exclusionId: id, requires: ['ground'] }));
  if (type === 'withdraw-consent') return withdrawable(state, actor).map(({ id }) => ({ consentId: id }));
  if (type !== 'record-fact') return [{}];
  return [
    ...(standingsOf(actor, state).includes('coordinator') ? [{}] : []),
    ...recordingTasks(state, actor).map((task) => ({ taskId: task.id, outcomes: recordsOf(task, state) })),
  ];
}

/** A main step that is not open yet, with the conditions that do not hold. */
export interface LockedStep {
  readonly stepId: string;
  readonly phase: Phase;
  readonly unmet: readonly Condition[];
}

/** The steps of the main track that were never opened and still may be, and what each waits for. */
export function lockedSteps(state: CaseState, moment: Moment): readonly LockedStep[] {
  if (state.status !== 'open') return [];
  const open = new Set(openTasks(state).map((task) => task.stepId));
  return Object.values(procedureOf(state.procedure).steps)
    .filter((step) => step.track === 'main' && memoryOf(state, step.id).opened === 0 && !open.has(step.id))
    .filter((step) => step.channels === undefined || step.channels.includes(state.channel))
    .filter((step) => mayStillHold(step.opens, state))
    .map((step) => ({ stepId: step.id, phase: step.phase, unmet: unmetLeaves(step.opens, state, moment) }))
    .filter(({ unmet }) => unmet.length > 0);
}

/** A way in which a case may end, with the conditions that do not hold. */
export interface LockedClosing {
  readonly outcome: string;
  readonly unmet: readonly Condition[];
}

/** The closings that do not hold yet, and what each waits for. */
export const lockedClosings = (state: CaseState, moment: Moment): readonly LockedClosing[] =>
  Object.entries(procedureOf(state.procedure).closings)
    .filter(([, { when }]) => mayStillHold(when, state))
    .map(([outcome, { when }]) => ({ outcome, unmet: unmetLeaves(when, state, moment) }))
    .filter(({ unmet }) => unmet.length > 0);

/** What is missing, and nothing that is there already: of alternatives, what each of them still lacks. */
function unmetLeaves(condition: Condition, state: CaseState, moment: Moment): readonly Condition[] {
  if (holds(condition, state, moment.now)) return [];
  if ('all' in condition) return condition.all.flatMap((each) => unmetLeaves(each, state, moment));
  if (!('any' in condition)) return [condition];
  const open = condition.any.filter((each) => mayStillHold(each, state));
  return [{ any: open.map((each) => jointly(unmetLeaves(each, state, moment))) }];
}

const jointly = (conditions: readonly Condition[]): Condition =>
  conditions.length === 1 && conditions[0] !== undefined ? conditions[0] : { all: conditions };

/** Everything about a case may change but the channel by which it came. */
function mayStillHold(condition: Condition, state: CaseState): boolean {
  if ('channel' in condition) return [condition.channel].flat().includes(state.channel);
  if ('all' in condition) return condition.all.every((each) => mayStillHold(each, state));
  return !('any' in condition) || condition.any.some((each) => mayStillHold(each, state));
}
