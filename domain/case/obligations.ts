import { procedureOf } from '../procedure/catalogue.js';
import type { Rung } from '../procedure/procedure.js';
import type { Instant } from '../time/instant.js';
import { offsetFrom } from '../time/offset.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { countingDeadline, openTasks, type CaseState, type Task } from './case-state.js';
import { elapsingInstants } from './conditions.js';

/** A rung of a task's ladder that was not reached yet. */
export interface PendingRung {
  readonly task: Task;
  readonly rung: Rung;
  readonly at: Instant;
}

/** The rungs still ahead on a task, earliest first: counted from the deadline that counts. */
export function pendingRungs(
  task: Task,
  state: CaseState,
  calendar: WorkingCalendar,
): readonly PendingRung[] {
  const procedure = procedureOf(state.procedure);
  const ladder = procedure.ladders[procedure.steps[task.stepId]?.ladder ?? ''];
  const due = countingDeadline(task);
  if (ladder === undefined || due === undefined) return [];
  return ladder.rungs
    .filter((rung) => !task.reached.includes(rung.id))
    .map((rung) => ({ task, rung, at: offsetFrom(due.dueAt, due.dueDate, rung.at, calendar) }))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

/** When a stay ends by itself: its end is in the person's favour and needs nobody's act. */
export const stayEnds = (task: Task): Instant | undefined =>
  task.kind === 'stay' ? countingDeadline(task)?.dueAt : undefined;

/** When a supervisor's agreed waiting time on an escalation is over, for tasks that are still open. */
export function waitingEnds(state: CaseState): readonly Instant[] {
  const open = new Set<string>(openTasks(state).map((task) => task.id));
  return Object.values(state.escalations).flatMap(({ until, taskId }) =>
    until !== undefined && open.has(taskId) ? [until] : [],
  );
}

/**
 * The next instant at which the case must wake by itself; undefined when only people can move it. Instants already
 * past are returned too, except those of `elapsed` conditions, on which passing time has acted already.
 */
export function nextWake(state: CaseState, now: Instant, calendar: WorkingCalendar): Instant | undefined {
  if (state.status !== 'open') return undefined;
  const byTask = openTasks(state).flatMap((task) => {
    const first = pendingRungs(task, state, calendar)[0]?.at;
    const end = stayEnds(task);
    return [...(first === undefined ? [] : [first]), ...(end === undefined ? [] : [end])];
  });
  const byCondition = Object.values(procedureOf(state.procedure).steps)
    .flatMap((step) => elapsingInstants(step.opens, state))
    .filter((at) => at > now);
  return earliest([
    ...byTask,
    ...byCondition,
    ...waitingEnds(state),
    ...closingInstants(state).filter((at) => at > now),
  ]);
}

const closingInstants = (state: CaseState): readonly Instant[] =>
  Object.values(procedureOf(state.procedure).closings).flatMap((closing) =>
    elapsingInstants(closing.when, state),
  );

export const earliest = (instants: readonly Instant[]): Instant | undefined =>
  instants.reduce<Instant | undefined>(
    (first, each) => (first === undefined || each < first ? each : first),
    undefined,
  );

/** The next legal or own due instant of the case, as lists show it. */
export const nextDue = (state: CaseState): Instant | undefined =>
  state.status === 'open'
    ? earliest(openTasks(state).flatMap((task) => countingDeadline(task)?.dueAt ?? []))
    : undefined;
