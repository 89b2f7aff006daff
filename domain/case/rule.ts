import { procedureOf } from '../procedure/catalogue.js';
import type { Procedure, Step } from '../procedure/procedure.js';
import type { Refusal } from '../refusal.js';
import { isOpenTask, type CaseState, type EscalationState, type Task } from './case-state.js';
import type { CommandOf, CommandType } from './commands.js';
import type { Draft, Moment, Stamp } from './draft.js';
import type { Standing } from './standing.js';

/** What a command is about: the case, and where one is meant the task with its step, or the escalation. */
export interface CaseSubject {
  readonly state: CaseState;
  readonly procedure: Procedure;
}
export interface TaskSubject extends CaseSubject {
  readonly task: Task;
  readonly step: Step;
}
export interface EscalationSubject extends CaseSubject {
  readonly escalation: EscalationState;
}

export interface SubjectOf {
  readonly case: CaseSubject;
  readonly task: TaskSubject;
  readonly escalation: EscalationSubject;
}
export type About = keyof SubjectOf;

/** Which commands concern a task, an escalation or the case as a whole. */
export interface AboutOf extends Record<CommandType, About> {
  'open-case': 'case';
  'accept-task': 'task';
  'decline-task': 'task';
  'return-misdirected': 'task';
  'complete-task': 'task';
  'correct-outcome': 'task';
  'person-declines': 'task';
  'assign-officer': 'task';
  'reassign-task': 'task';
  'recall-task': 'task';
  'extend-deadline': 'task';
  nudge: 'task';
  'acknowledge-escalation': 'escalation';
  'record-fact': 'case';
  'record-place': 'case';
  exclude: 'case';
  'lift-exclusion': 'case';
  'record-consent': 'case';
  'withdraw-consent': 'case';
  'add-note': 'case';
  'close-case': 'case';
  'reopen-case': 'case';
  'unpark-case': 'case';
  'pass-time': 'case';
  'route-anew': 'case';
}

/**
 * One thing that can be asked: of what it is, who may ask it, in which states of the case, whether it is possible at
 * all now, and what happens then. `permitted` and `decide` read the same entry, so that a screen never offers what
 * the rules refuse.
 */
export interface Rule<Type extends CommandType> {
  readonly about: AboutOf[Type];
  readonly may: readonly Standing[];
  /** Of those, who may ask it for this task; all of them where it is absent. */
  readonly mayFor?: (subject: SubjectOf[AboutOf[Type]]) => readonly Standing[];
  /** Supervisors and coordinators may record for the agency that holds the task (by letter, phone). */
  readonly onBehalf?: true;
  readonly during: readonly CaseState['status'][];
  /** Why it is impossible now, whatever the command says; undefined when it is possible. */
  readonly possible?: (subject: SubjectOf[AboutOf[Type]], moment: Moment) => Refusal | undefined;
  readonly decide: (asked: Asked<Type>) => Draft | Refusal;
}

/** Any rule, with its own command forgotten: whoever looks it up by a command's type has matched the two. */
export interface AnyRule extends Pick<Rule<CommandType>, 'about' | 'may' | 'onBehalf' | 'during'> {
  readonly mayFor?: (subject: never) => readonly Standing[];
  readonly possible?: (subject: never, moment: Moment) => Refusal | undefined;
  readonly decide: (asked: never) => Draft | Refusal;
}

/** Whom the rule admits; for a task, as far as this task allows it. */
export function admitted(rule: AnyRule, subject: TaskSubject | undefined): readonly Standing[] {
  if (rule.mayFor === undefined || subject === undefined) return rule.may;
  const forIt = rule.mayFor(subject as never);
  return rule.may.filter((standing) => forIt.includes(standing));
}

/** May the coordinator record it for the agency that holds the task, or, where none does, for the task itself? */
export const recordsForHolder = (rule: AnyRule, subject: TaskSubject | undefined): boolean =>
  rule.onBehalf === true && (rule.mayFor === undefined || admitted(rule, subject).includes('holder'));

export interface Asked<Type extends CommandType> {
  readonly command: CommandOf<Type>;
  readonly subject: SubjectOf[AboutOf[Type]];
  readonly stamp: Stamp;
  readonly draft: Draft;
}

export const caseSubject = (state: CaseState): CaseSubject => ({
  state,
  procedure: procedureOf(state.procedure),
});

export function taskSubject(state: CaseState, task: Task): TaskSubject {
  const procedure = procedureOf(state.procedure);
  const step = procedure.steps[task.stepId];
  if (step === undefined) throw new Error(`${state.procedure} has no step ${task.stepId}`);
  return { state, procedure, task, step };
}

/** A refusal for what concerns a task that has ended: the answer is not lost, a note or a correction can carry it. */
export function endedTask({ task, state }: TaskSubject): Refusal | undefined {
  if (isOpenTask(task)) return undefined;
  const correctable = task.status === 'completed' ? ['correct-outcome'] : [];
  const allowed = state.status === 'closed' ? ['add-note', 'reopen-case'] : ['add-note', ...correctable];
  return { refused: 'wrong-state', allowed, about: task.status };
}
