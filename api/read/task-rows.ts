import { Prisma, type Database } from '../../prisma/client.js';

export interface TaskRow {
  readonly id: string;
  readonly case_id: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly subject_code: string;
  readonly procedure: string;
  readonly step_id: string;
  readonly phase: string;
  readonly track: string;
  readonly kind: string;
  readonly status: string;
  readonly role: string;
  readonly agency_id: string | null;
  readonly assignee_id: string | null;
  readonly coordinating_agency_id: string | null;
  readonly offered_at: Date;
  readonly accepted_at: Date | null;
  readonly completed_at: Date | null;
  readonly outcome: string | null;
  readonly due_at: Date | null;
  readonly escalated: number;
  readonly is_open: boolean;
  readonly rehearsal: boolean;
  readonly urgent: boolean;
  readonly case_version: number;
  readonly province: string;
  readonly clock_offset: bigint;
  readonly reason: string | null;
  readonly link_asked_at: Date | null;
  readonly nudged_at: Date | null;
  readonly returned_times: number;
  readonly is_disputed: boolean;
  readonly arbiter_id: string | null;
  /** Latest generation only, the earliest first. */
  readonly deadlines: readonly TaskDeadline[];
}

/** A deadline as the task's row carries it. */
export interface TaskDeadline {
  readonly limit_id: string;
  readonly service_level: boolean;
  readonly counts: boolean;
  readonly due_at: string;
  readonly due_date: string | null;
  readonly calendar: string;
  readonly explanation: Record<string, unknown>;
}

/** When its agency asked for another link that nobody has issued since. */
const askedOfChosen = Prisma.sql`case when chosen.is_open then (
      select max(asked.asked_again_at) from task_link asked
      where asked.task_id = chosen.id and asked.agency_id = chosen.agency_id and asked.asked_again_at is not null
        and not exists (select from task_link newer
          where newer.task_id = asked.task_id and newer.issued_at > asked.issued_at)) end`;

/**
 * What a task shows, joined to rows of `task` that were chosen before (`chosen`): so the joins touch one page of
 * tasks, never the whole list.
 */
export const taskColumns = (chosen: Prisma.Sql, linkAskedAt = askedOfChosen): Prisma.Sql => Prisma.sql`
  select chosen.id, chosen.case_id, chosen.subject_kind, chosen.subject_id, chosen.subject_code, chosen.procedure,
    chosen.step_id, chosen.phase, chosen.track, chosen.kind, chosen.status, chosen.role, chosen.agency_id,
    chosen.assignee_id, chosen.coordinating_agency_id, chosen.offered_at, chosen.accepted_at, chosen.completed_at,
    chosen.outcome, chosen.due_at, chosen.escalated, chosen.is_open, chosen.rehearsal, chosen.urgent,
    coalesce(cases.version, 0) as case_version, coalesce(cases.province, '') as province,
    coalesce(cases.clock_offset, 0) as clock_offset,
    case when chosen.status = 'declined' then (
      select declined.data ->> 'reason' from case_event declined
      where declined.case_id = chosen.case_id and declined.type = 'task-declined'
        and declined.data ->> 'taskId' = chosen.id::text limit 1) end as reason,
    ${linkAskedAt} as link_asked_at, chosen.nudged_at, chosen.returned_times, chosen.is_disputed, chosen.arbiter_id,
    chosen.deadlines
  from (${chosen}) chosen
  left join case_row cases on cases.id = chosen.case_id`;

/** All tasks of a case, oldest first. */
export const readTasksOfCase = (database: Database, caseId: string): Promise<TaskRow[]> =>
  database.$queryRaw<TaskRow[]>`/* tasks-of-case */
    ${taskColumns(Prisma.sql`select * from task where task.case_id = ${caseId}::uuid`)}
    order by chosen.offered_at, chosen.id`;

export async function readTask(database: Database, taskId: string): Promise<TaskRow | undefined> {
  const [row] = await database.$queryRaw<TaskRow[]>`
    ${taskColumns(Prisma.sql`select * from task where task.id = ${taskId}::uuid`)}`;
  return row;
}

/** The same for a page of tasks that was read without it: most of those who read a page issue no links. */
export async function withLinksAsked(
  database: Database,
  rows: readonly TaskRow[],
  isWanted: (row: TaskRow) => boolean,
): Promise<readonly TaskRow[]> {
  const ids = rows.filter(isWanted).map(({ id }) => id);
  if (ids.length === 0) return rows;
  const asked = await database.$queryRaw<Pick<TaskRow, 'id' | 'link_asked_at'>[]>`
    select chosen.id, ${askedOfChosen} as link_asked_at from task chosen where chosen.id = any(${ids}::uuid[])`;
  const at = new Map(asked.map(({ id, link_asked_at }) => [id, link_asked_at]));
  return rows.map((row) => ({ ...row, link_asked_at: at.get(row.id) ?? null }));
}

/**
 * When the deadlines of these tasks were recorded, of those whose deadline had passed by then: their escalations wait a
 * while, and meanwhile they are listed without one.
 */
export async function recordedLate(
  database: Database,
  rows: readonly TaskRow[],
  now: Date,
): Promise<ReadonlyMap<string, Date>> {
  const ids = rows.filter((row) => isLateUntold(row, now)).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const late = await database.$queryRaw<{ id: string; set_at: Date }[]>`/* recorded-late */
    select deadline.task_id as id, max(deadline.set_at) as set_at from deadline
    where deadline.task_id = any(${ids}::uuid[]) and deadline.state = 'armed' and deadline.counts
      and deadline.due_at < deadline.set_at
    group by deadline.task_id`;
  return new Map(late.map(({ id, set_at }) => [id, set_at]));
}

const isLateUntold = ({ is_open, escalated, due_at }: TaskRow, now: Date): boolean =>
  is_open && escalated === 0 && due_at !== null && due_at < now;
