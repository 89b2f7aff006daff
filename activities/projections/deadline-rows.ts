import {
  countingDeadline,
  type ArmedDeadline,
  type CaseState,
  type Task,
} from '../../domain/case/case-state.js';
import type { CaseEvent, EventOf } from '../../domain/case/events.js';
import { evolve } from '../../domain/case/evolve.js';
import type { TaskId } from '../../domain/ids.js';
import { isLate } from '../../domain/time/deadline.js';
import type { Instant } from '../../domain/time/instant.js';

/**
 * armed: runs. moved: its start moved. extended: lawfully prolonged. reassigned: runs anew for another agency.
 * met / missed: the act occurred in time or not. lapsed: nobody has to act any more.
 */
export type DeadlineState = 'armed' | 'moved' | 'extended' | 'reassigned' | 'met' | 'missed' | 'lapsed';

export interface DeadlineRow {
  readonly task_id: string;
  readonly generation: number;
  readonly limit_id: string;
  readonly case_id: string;
  readonly service_level: boolean;
  readonly counts: boolean;
  readonly start_at: Instant;
  readonly due_at: Instant;
  readonly due_date: string | null;
  readonly calendar: string;
  readonly explanation: ArmedDeadline['explanation'];
  readonly state: DeadlineState;
  readonly cause: string;
  readonly set_at: Instant;
  readonly ended_at: Instant | null;
}

type Ledger = Map<string, DeadlineRow>;

/** Every deadline that these events armed, moved or ended. */
export function deadlineRows(
  before: CaseState | undefined,
  events: readonly CaseEvent[],
): readonly DeadlineRow[] {
  const ledger: Ledger = new Map();
  let state = before;
  for (const event of events) {
    record(ledger, state, event);
    state = evolve(state, event);
  }
  return [...ledger.values()];
}

function record(ledger: Ledger, state: CaseState | undefined, event: CaseEvent): void {
  if (event.type === 'task-opened') arm(ledger, event, { generation: 0, cause: 'opened' });
  else if (event.type === 'deadlines-set') setAnew(ledger, state, event);
  else if (event.type === 'task-completed' || event.type === 'task-declined') {
    const { occurredAt } = event;
    end(ledger, state, {
      taskId: event.data.taskId,
      how: (due, task) => answered(task, isLate(due, occurredAt)),
      at: occurredAt,
    });
  } else if (event.type === 'task-recalled') {
    end(ledger, state, { taskId: event.data.taskId, how: () => 'lapsed', at: event.occurredAt });
  }
}

/** The end of a stay is in the person's favour: nobody can miss it. */
function answered(task: Task, late: boolean): DeadlineState {
  if (task.kind === 'stay') return 'lapsed';
  return late ? 'missed' : 'met';
}

function setAnew(ledger: Ledger, state: CaseState | undefined, event: EventOf<'deadlines-set'>): void {
  const { taskId, cause } = event.data;
  end(ledger, state, { taskId, how: () => replacedBy(cause), at: event.occurredAt });
  arm(ledger, event, { generation: (state?.tasks[taskId]?.generation ?? -1) + 1, cause });
}

const replacedBy = (cause: EventOf<'deadlines-set'>['data']['cause']): DeadlineState =>
  cause === 'extended' ? 'extended' : cause === 'reassigned' ? 'reassigned' : 'moved';

interface Arming {
  readonly generation: number;
  readonly cause: string;
}

function arm(
  ledger: Ledger,
  event: EventOf<'task-opened'> | EventOf<'deadlines-set'>,
  { generation, cause }: Arming,
): void {
  const { deadlines, taskId } = event.data;
  const strictest = countingDeadline({ deadlines });
  for (const deadline of deadlines) {
    const row = armedRow(deadline, {
      caseId: event.caseId,
      taskId,
      generation,
      cause,
      setAt: event.recordedAt,
      counts: deadline === strictest,
    });
    ledger.set(keyOf(row), row);
  }
}

interface ArmedContext extends Arming {
  readonly caseId: string;
  readonly taskId: TaskId;
  readonly setAt: Instant;
  readonly counts: boolean;
}

const armedRow = (deadline: ArmedDeadline, context: ArmedContext): DeadlineRow => ({
  task_id: context.taskId,
  generation: context.generation,
  limit_id: deadline.limitId,
  case_id: context.caseId,
  service_level: deadline.serviceLevel,
  counts: context.counts,
  start_at: deadline.startAt,
  due_at: deadline.dueAt,
  due_date: deadline.dueDate ?? null,
  calendar: deadline.calendar,
  explanation: deadline.explanation,
  state: 'armed',
  cause: context.cause,
  set_at: context.setAt,
  ended_at: null,
});

interface Ending {
  readonly taskId: TaskId;
  readonly how: (dueAt: Instant, task: Task) => DeadlineState;
  readonly at: Instant;
}

function end(ledger: Ledger, state: CaseState | undefined, { taskId, how, at }: Ending): void {
  const task = state?.tasks[taskId];
  if (state === undefined || task === undefined) return;
  for (const deadline of task.deadlines) {
    const context = {
      caseId: state.caseId,
      taskId,
      generation: task.generation,
      cause: '',
      setAt: at,
      counts: deadline === countingDeadline(task),
    };
    const fresh = armedRow(deadline, context);
    const armed = ledger.get(keyOf(fresh)) ?? fresh;
    ledger.set(keyOf(fresh), { ...armed, state: how(deadline.dueAt, task), ended_at: at });
  }
}

const keyOf = ({ task_id, generation, limit_id }: DeadlineRow): string =>
  `${task_id} ${String(generation)} ${limit_id}`;
