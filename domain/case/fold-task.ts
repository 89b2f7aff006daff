import type { TaskId } from '../ids.js';
import type { Instant } from '../time/instant.js';
import { dateOf, daysBetween } from '../time/plain-date.js';
import type { CaseState, StepMemory, Task } from './case-state.js';
import type { EventOf } from './events.js';
import { changeStep } from './step-memory.js';

/** The ground of a recall that nobody asked for: the task's condition holds no more. */
export const conditionLapsed = 'condition-lapsed';

export function taskOf(state: CaseState, id: TaskId): Task {
  const task = state.tasks[id];
  if (task === undefined) throw new Error('an event speaks of a task that was never opened');
  return task;
}

export function changeTask(state: CaseState, id: TaskId, change: (task: Task) => Partial<Task>): CaseState {
  const task = taskOf(state, id);
  return { ...state, tasks: { ...state.tasks, [id]: { ...task, ...change(task) } } };
}

export function taskOpened(
  state: CaseState,
  { data, occurredAt, recordedAt, version }: EventOf<'task-opened'>,
): CaseState {
  const task: Task = {
    id: data.taskId,
    stepId: data.stepId,
    ordinal: data.ordinal,
    kind: data.kind,
    status: 'offered',
    role: data.role,
    agencyId: data.agencyId ?? null,
    wantsRouting: data.agencyId === undefined,
    returnedBy: [],
    offeredAt: occurredAt,
    recordedAt,
    deadlines: data.deadlines,
    armedAt: recordedAt,
    generation: 0,
    extendedTimes: 0,
    reached: [],
    changedVersion: version,
  };
  const withTask = { ...state, tasks: { ...state.tasks, [task.id]: task } };
  return changeStep(withTask, data.stepId, ({ replaced: _replaced, lapsed: _lapsed, ...memory }) => ({
    ...memory,
    opened: memory.opened + 1,
    openedAt: occurredAt,
    openTask: task.id,
    lastTask: task.id,
  }));
}

/** Handed over: the new agency receives it anew, so it must answer again. */
export function taskReassigned(
  state: CaseState,
  { data, occurredAt }: EventOf<'task-reassigned'>,
): CaseState {
  const { assignee: _assignee, acceptedAt: _acceptedAt, ...task } = taskOf(state, data.taskId);
  const offered: Task = {
    ...task,
    status: 'offered',
    agencyId: data.agencyId,
    wantsRouting: data.agencyId === null,
    // Whom the directory is to find has no more time than whoever it failed to name before (decision 0002).
    offeredAt: data.agencyId === null ? task.offeredAt : occurredAt,
  };
  return { ...state, tasks: { ...state.tasks, [task.id]: offered } };
}

export function taskRecalled(state: CaseState, { data, occurredAt }: EventOf<'task-recalled'>): CaseState {
  const recalled = changeTask(state, data.taskId, () => ({ status: 'recalled', completedAt: occurredAt }));
  return changeStep(recalled, taskOf(state, data.taskId).stepId, (memory) => ({
    ...withoutOpenTask(memory),
    ...(data.ground.code === conditionLapsed && { lapsed: true as const }),
  }));
}

export function taskDone(
  state: CaseState,
  event: EventOf<'task-completed'> | EventOf<'task-declined'>,
  end: { readonly status: 'completed' | 'declined'; readonly outcome: string },
): CaseState {
  const task = taskOf(state, event.data.taskId);
  const changed = changeTask(state, task.id, () => ({ ...end, completedAt: event.occurredAt }));
  return changeStep(changed, task.stepId, (memory) => ({
    ...withoutOpenTask(memory),
    outcome: end.outcome,
    completedAt: event.occurredAt,
    completedVersion: event.version,
    completed: memory.completed + 1,
    fields: event.type === 'task-completed' ? event.data.fields : {},
    declinedBy:
      end.status === 'declined' && task.agencyId !== null
        ? [...memory.declinedBy, task.agencyId]
        : memory.declinedBy,
    usedDays: memory.usedDays + (task.kind === 'stay' ? daysStayed(task, event.occurredAt) : 0),
  }));
}

export function outcomeCorrected(state: CaseState, { data }: EventOf<'outcome-corrected'>): CaseState {
  const corrected = changeTask(state, data.taskId, () => ({ outcome: data.outcome }));
  const { outcome, fields } = data;
  return changeStep(corrected, taskOf(state, data.taskId).stepId, (memory) => ({
    ...memory,
    outcome,
    fields,
  }));
}

export function deadlinesSet(
  state: CaseState,
  { data, recordedAt, version }: EventOf<'deadlines-set'>,
): CaseState {
  const { nudgedAt: _nudgedAt, ...task } = taskOf(state, data.taskId);
  const armed: Task = {
    ...task,
    deadlines: data.deadlines,
    armedAt: recordedAt,
    generation: task.generation + 1,
    reached: [],
    ...(data.cause === 'extended' ? { extendedTimes: task.extendedTimes + 1, extendedVersion: version } : {}),
  };
  return { ...state, tasks: { ...state.tasks, [task.id]: armed } };
}

/** Bed days of one stay: the day of admission is not counted (Civil Code art. 147). */
const daysStayed = (task: Task, until: Instant): number =>
  Math.max(0, daysBetween(dateOf(task.offeredAt), dateOf(until)));

function withoutOpenTask(memory: StepMemory): StepMemory {
  const { openTask: _openTask, ...rest } = memory;
  return rest;
}
