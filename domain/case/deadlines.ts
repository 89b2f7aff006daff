import { procedureOf } from '../procedure/catalogue.js';
import type { Limit, LimitStart, Procedure, ServiceLevel, Step } from '../procedure/procedure.js';
import { deadlineOf } from '../time/deadline.js';
import type { Instant } from '../time/instant.js';
import { addDays, dateOf, endOfDay, startOfDay, type PlainDate } from '../time/plain-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { countingDeadline, type ArmedDeadline, type CaseState, type Task } from './case-state.js';
import { factInstant, holds } from './conditions.js';
import { memoryOf } from './step-memory.js';

/** What a task's deadlines depend on: when it was offered, and whether its time was extended. */
export interface Clockwork {
  readonly offeredAt: Instant;
  readonly extendedAt?: Instant;
  readonly calendar: WorkingCalendar;
}

/** The limits and service levels that bind a step, each with its start if that is known already. */
export function deadlinesOf(step: Step, state: CaseState, clock: Clockwork): readonly ArmedDeadline[] {
  const procedure = procedureOf(state.procedure);
  const binding = step.limitsWhen === undefined || holds(step.limitsWhen, state, clock.offeredAt);
  const atFirst = binding ? step.limits : [];
  const ids = clock.extendedAt === undefined ? atFirst : (step.extension?.limits ?? []);
  const legal = ids.flatMap((id) => {
    const limit = procedure.limits[id];
    return limit === undefined || !isInForce(limit, clock.offeredAt) ? [] : [{ limit, serviceLevel: false }];
  });
  // Beside a limit that was law on that day our own target would say nothing; before it, nothing may wait without any time.
  const shared = step.within === undefined ? [] : lastDeadlinesOf(step.within, state);
  const isBound = clock.extendedAt === undefined && legal.length + shared.length > 0;
  const targets = isBound ? [] : ownTargets(procedure, step, clock);
  const ours = targets.map((limit) => ({ limit, serviceLevel: true }));
  const counted = [...legal, ...ours].flatMap(({ limit, serviceLevel }) => {
    const startAt = startOf(limit.starts, state, clock);
    if (startAt === undefined) return [];
    return [
      armed(
        limit,
        { startAt, serviceLevel, usedDays: step.kind === 'stay' ? memoryOf(state, step.id).usedDays : 0 },
        clock.calendar,
      ),
    ];
  });
  return [...shared, ...counted];
}

/** What the last task of a step had until then, answered or not, extended or not. */
function lastDeadlinesOf(stepId: string, state: CaseState): readonly ArmedDeadline[] {
  const { lastTask } = memoryOf(state, stepId);
  return lastTask === undefined ? [] : (state.tasks[lastTask]?.deadlines ?? []);
}

/** The step's service level; after an extension, those of its extension's ids that are no law (confidence C). */
function ownTargets(procedure: Procedure, step: Step, clock: Clockwork): readonly ServiceLevel[] {
  const ids =
    clock.extendedAt === undefined
      ? step.serviceLevel === undefined
        ? []
        : [step.serviceLevel]
      : (step.extension?.limits ?? []);
  return ids.flatMap((id) => procedure.serviceLevels[id] ?? []);
}

function isInForce(limit: Limit, offeredAt: Instant): boolean {
  const day = dateOf(offeredAt);
  return (
    (limit.validFrom === undefined || limit.validFrom <= day) &&
    (limit.validTo === undefined || day <= limit.validTo)
  );
}

interface Start {
  readonly startAt: Instant;
  readonly serviceLevel: boolean;
  readonly usedDays: number;
}

function armed(limit: Limit | ServiceLevel, start: Start, calendar: WorkingCalendar): ArmedDeadline {
  const due = deadlineOf(limit, start.startAt, calendar);
  const deadline: ArmedDeadline = {
    limitId: limit.id,
    serviceLevel: start.serviceLevel,
    startAt: start.startAt,
    dueAt: due.dueAt,
    ...(due.dueDate === undefined ? {} : { dueDate: due.dueDate }),
    calendar: due.calendar,
    explanation: due.explanation,
    ...(due.incompleteCalendar === undefined ? {} : { incompleteCalendar: due.incompleteCalendar }),
  };
  return start.usedDays === 0 || due.dueDate === undefined
    ? deadline
    : endingOn(deadline, addDays(due.dueDate, -start.usedDays), 'used-days');
}

/** The same deadline, ending on another day: bed days already used, or an end that was agreed. */
export function endingOn(
  deadline: ArmedDeadline,
  day: PlainDate,
  by: 'used-days' | 'agreement',
): ArmedDeadline {
  const from = deadline.dueDate ?? day;
  return { ...deadline, dueDate: day, dueAt: endOfDay(day), shifted: { by, from } };
}

function startOf(starts: LimitStart, state: CaseState, clock: Clockwork): Instant | undefined {
  if (starts === 'offered') return clock.offeredAt;
  if (starts === 'extended') return clock.extendedAt;
  if ('fact' in starts) return factInstant(starts.fact, state);
  if ('opened' in starts) return memoryOf(state, starts.opened).openedAt;
  if ('completed' in starts) return memoryOf(state, starts.completed).completedAt;
  const openTask = [starts.dueOf].flat().flatMap((step) => memoryOf(state, step).openTask ?? [])[0];
  const due = openTask === undefined ? undefined : countingDeadline(state.tasks[openTask] as Task);
  return due?.dueDate === undefined ? due?.dueAt : startOfDay(due.dueDate);
}

/**
 * The deadlines of an open task whose start has come, moved or gone since they were set, computed anew; undefined
 * when none has. Deadlines that run from the offer or from an extension never move by themselves.
 */
export function followedDeadlines(
  task: Task,
  state: CaseState,
  calendar: WorkingCalendar,
): readonly ArmedDeadline[] | undefined {
  const step = procedureOf(state.procedure).steps[task.stepId];
  if (step === undefined || task.extendedTimes > 0) return undefined;
  const expected = deadlinesOf(step, state, { offeredAt: task.offeredAt, calendar });
  const same =
    expected.length === task.deadlines.length &&
    expected.every((each) =>
      task.deadlines.some((old) => old.limitId === each.limitId && old.startAt === each.startAt),
    );
  return same ? undefined : expected;
}
