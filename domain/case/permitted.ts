import { procedureOf } from '../procedure/catalogue.js';
import type { Refusal } from '../refusal.js';
import type { CaseState, Task } from './case-state.js';
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
import { lawfulClosings } from './step-memory.js';

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

/** Is such a command this actor's to ask, of the case or of this task, in whatever state it is? */
export function isTheirs(type: RuledType, actor: Actor, { state, task }: Concerned): boolean {
  const rule: AnyRule = rules[type];
  const about = rule.about === 'task' && task !== undefined ? task : undefined;
  const subject = about === undefined ? undefined : taskSubject(state, about);
  const standings = standingsOf(actor, state, about);
  return (
    admitted(rule, subject).some((standing) => standings.includes(standing)) ||
    (recordsForHolder(rule, subject) && standings.includes('coordinator'))
  );
}

export interface Concerned {
  readonly state: CaseState;
  readonly task: Task | undefined;
}

export const isRuledType = (code: string): code is RuledType => Object.hasOwn(rules, code);

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
