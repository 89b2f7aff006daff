import {
  countingDeadline,
  isDisputed,
  isOpenTask,
  type ArmedDeadline,
  type CaseState,
  type Task,
} from '../../domain/case/case-state.js';
import type { CaseEvent } from '../../domain/case/events.js';
import { nextDue } from '../../domain/case/obligations.js';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import { deadlineRows, type DeadlineRow } from './deadline-rows.js';
import { noticeRows, type NoticeRow } from './notice-rows.js';

/** The rows of every read table that a case's new events change. Keys are the columns' names. */
export interface RowChanges {
  readonly caseRow: CaseRowColumns;
  readonly tasks: readonly TaskColumns[];
  readonly deadlines: readonly DeadlineRow[];
  readonly rungs: readonly RungColumns[];
  readonly escalations: readonly EscalationColumns[];
  readonly notices: readonly NoticeRow[];
}

/**
 * Event → row changes, pure. With `before` undefined and all events of a case it gives every row from the ground up:
 * the rebuild and the check of the record use that.
 */
export function rowChanges(
  before: CaseState | undefined,
  events: readonly CaseEvent[],
  after: CaseState,
): RowChanges {
  const touched = touchedTasks(events, after);
  return {
    caseRow: caseRow(after),
    tasks: touched.map((task) => taskRow(task, after)),
    deadlines: deadlineRows(before, events),
    rungs: events.flatMap(rungRow),
    escalations: touchedEscalations(events, after, touched),
    notices: events.flatMap((event) => noticeRows(event, after)),
  };
}

/** What every task shows of its case: number, who coordinates it, the province where it was received. */
const showsOnEveryTask = (event: CaseEvent): boolean =>
  event.type === 'case-registered' ||
  event.type === 'coordinator-named' ||
  (event.type === 'place-recorded' && event.data.kind === 'reception');

function touchedTasks(events: readonly CaseEvent[], after: CaseState): readonly Task[] {
  if (events.some(showsOnEveryTask)) return Object.values(after.tasks);
  const ids = new Set(
    events.flatMap(({ data }) => ('taskId' in data && data.taskId !== undefined ? [data.taskId] : [])),
  );
  return Object.values(after.tasks).filter((task) => ids.has(task.id));
}

export interface CaseRowColumns {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly procedure: string;
  readonly channel: string;
  readonly phase: string;
  readonly status: string;
  readonly urgent: boolean;
  readonly rehearsal: boolean;
  readonly group_id: string | null;
  readonly opened_at: string;
  readonly recorded_at: string;
  readonly closed_at: string | null;
  readonly outcome: string | null;
  readonly coordinating_agency_id: string | null;
  readonly next_due_at: string | null;
  readonly next_due_date: string | null;
}

const caseRow = (state: CaseState, due = nextDue(state)): CaseRowColumns => ({
  id: state.caseId,
  code: state.code ?? state.caseId,
  version: state.version,
  procedure: state.procedure,
  channel: state.channel,
  phase: state.phase,
  status: state.status,
  urgent: state.urgent,
  rehearsal: state.rehearsal,
  group_id: state.groupId ?? null,
  opened_at: state.openedAt,
  recorded_at: state.recordedAt,
  closed_at: state.closedAt ?? null,
  outcome: state.outcome ?? null,
  coordinating_agency_id: state.coordinatingAgencyId ?? null,
  next_due_at: due?.dueAt ?? null,
  next_due_date: due?.dueDate ?? null,
});

export type TaskColumns = ReturnType<typeof taskRow>;

function taskRow(task: Task, state: CaseState) {
  const step = procedureOf(state.procedure).steps[task.stepId];
  const due = countingDeadline(task);
  return {
    id: task.id,
    case_id: state.caseId,
    subject_kind: 'case',
    subject_id: state.caseId,
    subject_code: state.code ?? state.caseId,
    procedure: state.procedure,
    step_id: task.stepId,
    ordinal: task.ordinal,
    phase: step?.phase ?? 'receipt',
    track: step?.track ?? 'main',
    kind: task.kind,
    status: task.status,
    role: task.role,
    agency_id: task.agencyId,
    assignee_id: task.assignee ?? null,
    coordinating_agency_id: state.coordinatingAgencyId ?? null,
    offered_at: task.offeredAt,
    accepted_at: task.acceptedAt ?? null,
    completed_at: task.completedAt ?? null,
    outcome: task.outcome ?? null,
    due_at: due?.dueAt ?? null,
    due_date: due?.dueDate ?? null,
    limit_id: due?.limitId ?? null,
    service_level: due?.serviceLevel ?? false,
    escalated: Math.max(0, ...escalationsOf(task, state).map(({ level }) => level)),
    is_open: isOpenTask(task) && state.status !== 'closed',
    rehearsal: state.rehearsal,
    urgent: state.urgent,
    changed_version: task.changedVersion,
    deadlines: deadlinesShown(task, due),
    nudged_at: task.nudgedAt ?? null,
    returned_times: task.returnedBy.length,
    is_disputed: isDisputed(task),
    arbiter_id: isDisputed(task) ? arbiterOf(task, state) : null,
  };
}

/** Who was asked last whose duty it is; null where the directory knew of nobody. */
const arbiterOf = (task: Task, state: CaseState): string | null =>
  escalationsOf(task, state).findLast(({ cause }) => cause === 'returned-twice')?.to ?? null;

/** The latest deadlines of a task as its own row carries them, so that a list asks no other table for them. */
const deadlinesShown = ({ deadlines }: Task, counting: ArmedDeadline | undefined) =>
  deadlines
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0))
    .map((deadline) => ({
      limit_id: deadline.limitId,
      service_level: deadline.serviceLevel,
      counts: deadline === counting,
      due_at: deadline.dueAt,
      due_date: deadline.dueDate ?? null,
      calendar: deadline.calendar,
      explanation: deadline.explanation,
    }));

const escalationsOf = (task: Task, state: CaseState) =>
  Object.values(state.escalations).filter(({ taskId }) => taskId === task.id);

export interface RungColumns {
  readonly task_id: string;
  readonly generation: number;
  readonly rung_id: string;
  readonly case_id: string;
  readonly kind: string;
  readonly due_at: string;
  readonly reached_at: string;
  readonly late_by: number;
}

function rungRow(event: CaseEvent): readonly RungColumns[] {
  if (event.type !== 'rung-reached') return [];
  const { data, caseId, recordedAt } = event;
  return [
    {
      task_id: data.taskId,
      generation: data.generation,
      rung_id: data.rung,
      case_id: caseId,
      kind: data.kind,
      due_at: data.dueAt,
      reached_at: recordedAt,
      late_by: data.lateByMs,
    },
  ];
}

export type EscalationColumns = ReturnType<typeof escalationRow>;

/** Level 1 goes to the agency's own lead and the coordinator, 2 to the province's supervisor, 3 to the ministry. */
const addressees = { 1: 'agency-lead', 2: 'supervisor', 3: 'ministry' } as const;

function touchedEscalations(
  events: readonly CaseEvent[],
  after: CaseState,
  touched: readonly Task[],
): readonly EscalationColumns[] {
  const named = new Set<string>(
    events.flatMap(({ data }) => ('escalationId' in data ? [data.escalationId] : [])),
  );
  const tasks = new Set<string>(touched.map(({ id }) => id));
  const acknowledgers = new Map(
    events.flatMap((event) =>
      event.type === 'escalation-acknowledged' && event.actor.kind === 'user'
        ? [[event.data.escalationId, event.actor.userId]]
        : [],
    ),
  );
  return Object.values(after.escalations)
    .filter(({ id, taskId }) => named.has(id) || tasks.has(taskId))
    .map((escalation) => escalationRow(escalation, after, acknowledgers.get(escalation.id)));
}

function escalationRow(
  escalation: CaseState['escalations'][string],
  state: CaseState,
  acknowledgedBy: string | undefined,
) {
  const task = state.tasks[escalation.taskId];
  return {
    id: escalation.id,
    case_id: state.caseId,
    task_id: escalation.taskId,
    level: escalation.level,
    raised_at: escalation.raisedAt,
    to_role: addressees[escalation.level],
    to_agency_id: escalation.to ?? (escalation.level === 1 ? (task?.agencyId ?? null) : null),
    cause: escalation.cause ?? null,
    acknowledged_at: escalation.acknowledgedAt ?? null,
    acknowledged_by: acknowledgedBy ?? null,
    action: escalation.action ?? null,
    until: escalation.until ?? null,
    task_ended_at: task === undefined || isOpenTask(task) ? null : (task.completedAt ?? null),
    rehearsal: state.rehearsal,
  };
}
