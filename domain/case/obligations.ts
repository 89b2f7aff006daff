import { procedureOf } from '../procedure/catalogue.js';
import type { Rung } from '../procedure/procedure.js';
import { successionsOf } from '../procedure/succession.js';
import type { Instant } from '../time/instant.js';
import { offsetFrom, type Offset } from '../time/offset.js';
import { dateOf, startOfDay } from '../time/plain-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { countingDeadline, openTasks, type ArmedDeadline, type CaseState, type Task } from './case-state.js';
import { elapsingInstants } from './conditions.js';

/**
 * Duties entered after the fact are answered in the same sitting: an escalation that was past by then waits so long,
 * four hours for what counts in hours, one full working day for what counts in days.
 */
const sitting = {
  hours: { when: 'after', amount: 4, unit: 'hour' },
  days: { when: 'after', amount: 2, unit: 'working-day' },
} as const satisfies Readonly<Record<string, Offset>>;

/** A rung of a task's ladder that was not reached yet. */
export interface PendingRung {
  readonly task: Task;
  readonly rung: Rung;
  readonly at: Instant;
}

/**
 * The rungs still ahead on a task, earliest first: counted from the deadline that counts. One that was past when the
 * deadline was recorded is due at once, but raises an escalation only where the task proves to be open: the sitting
 * is over, somebody asks for it, or the next escalation comes at its own time.
 */
export function pendingRungs(
  task: Task,
  state: CaseState,
  calendar: WorkingCalendar,
): readonly PendingRung[] {
  const procedure = procedureOf(state.procedure);
  const ladder = procedure.ladders[procedure.steps[task.stepId]?.ladder ?? ''];
  const due = countingDeadline(task);
  if (ladder === undefined || due === undefined) return [];
  const own = ladder.rungs.map((rung) => ({
    task,
    rung,
    at: offsetFrom(due.dueAt, due.dueDate, rung.at, calendar),
  }));
  const waits = ({ rung, at }: PendingRung): boolean => rung.level !== undefined && at < task.armedAt;
  const until = earliest([
    sittingEnds(task, due, calendar),
    ...(task.nudgedAt === undefined ? [] : [task.nudgedAt]),
    ...own.flatMap((each) => (each.rung.level === undefined || waits(each) ? [] : [each.at])),
  ]);
  return own
    .filter(({ rung }) => !task.reached.includes(rung.id))
    .map((each) => (waits(each) && until !== undefined ? { ...each, at: until } : each))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

function sittingEnds({ armedAt }: Task, { dueDate }: ArmedDeadline, calendar: WorkingCalendar): Instant {
  const offset = dueDate === undefined ? sitting.hours : sitting.days;
  return offsetFrom(armedAt, dateOf(armedAt), offset, calendar);
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

/** When duties that are open, or the coordination of the case, pass to the successor of a role. */
export function successionInstants(state: CaseState): readonly Instant[] {
  const roles = new Set([
    procedureOf(state.procedure).coordinatingRole,
    ...openTasks(state).map(({ role }) => role),
  ]);
  return [...roles]
    .flatMap(successionsOf)
    .map(({ from }) => startOfDay(from))
    .filter((at) => at > state.directoryAsOf);
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
    ...successionInstants(state),
    ...closingInstants(state).filter((at) => at > now),
  ]);
}

/** When time alone may let a closing of the case hold. */
export const closingInstants = (state: CaseState): readonly Instant[] =>
  Object.values(procedureOf(state.procedure).closings).flatMap((closing) =>
    elapsingInstants(closing.when, state),
  );

export const earliest = (instants: readonly Instant[]): Instant | undefined =>
  instants.reduce<Instant | undefined>(
    (first, each) => (first === undefined || each < first ? each : first),
    undefined,
  );

/** The next deadline of the case, legal or our own, as lists show it. */
export const nextDue = (state: CaseState): ArmedDeadline | undefined =>
  state.status === 'open'
    ? openTasks(state)
        .flatMap((task) => countingDeadline(task) ?? [])
        .reduce<ArmedDeadline | undefined>(
          (first, each) => (first === undefined || comesBefore(each, first) ? each : first),
          undefined,
        )
    : undefined;

/** Of two that end at one instant, the one in days goes first: it is spoken of earlier. */
const comesBefore = (one: ArmedDeadline, other: ArmedDeadline): boolean =>
  one.dueAt < other.dueAt ||
  (one.dueAt === other.dueAt && one.dueDate !== undefined && other.dueDate === undefined);
