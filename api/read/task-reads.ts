import { extentOf } from '../../domain/access/policy.js';
import { isSupervisorOf, type Relation } from '../../domain/access/relation.js';
import type { Viewer } from '../../domain/access/viewer.js';
import { isOpenTask } from '../../domain/case/case-state.js';
import type { EventView } from '../contract/event.js';
import type { LateSpan, TasksQuery, TaskView } from '../contract/task.js';
import type { Page } from '../contract/page.js';
import { Prisma, type Database } from '../../prisma/client.js';
import { caseReads } from './case-reads.js';
import { readEndingOf } from './case-record.js';
import { fromCursor, pageFrom, toCursor, type Cursor } from './cursor.js';
import { soonHours } from './due.js';
import { eventViews } from './event-view.js';
import { excludedCases } from './excluded-cases.js';
import { dueOrInfinity, laneCondition, lanesFor, type Lane } from './lanes.js';
import { readNames } from './names.js';
import { factsSeen, seesTask, type Reader, type Sight } from './sight.js';
import { readTask, recordedLate, taskColumns, withLinksAsked, type TaskRow } from './task-rows.js';
import { taskView, type TaskReader } from './task-view.js';

/** Lists of tasks, and one task. */
export const taskReads = (database: Database) => ({
  page: (query: TasksQuery, reader: Reader): Promise<Page<TaskView>> => taskPage(database, query, reader),
  one: (id: string, reader: Reader): Promise<TaskView | undefined> => oneTask(database, id, reader),
});
export type TaskReads = ReturnType<typeof taskReads>;

async function taskPage(database: Database, query: TasksQuery, reader: Reader): Promise<Page<TaskView>> {
  const lanes = lanesFor(reader.viewer, { box: query.box, agencies: query.agency });
  if (lanes.length === 0) return { items: [], next: null };
  const excluded = await excludedCases(database, reader.viewer);
  const rows = await withLinksAsked(
    database,
    await database.$queryRaw<TaskRow[]>(tasksSql(lanes, query, { reader, excluded })),
    (row) => row.is_open && rights(reader.viewer, row).issuesLinks === true,
  );
  const late = await recordedLate(database, rows, new Date(reader.now));
  const names = await readNames(database, {
    agencies: [reader.viewer.agencyId, ...rows.flatMap((row) => [row.agency_id, row.arbiter_id])],
    accounts: rows.map((row) => row.assignee_id),
  });
  return pageFrom(rows, query.limit, {
    item: (row) =>
      taskView(row, { ...reader, names, recordedLateAt: late.get(row.id), ...rights(reader.viewer, row) }),
    cursor: (row) => toCursor(query.box === 'done' ? row.completed_at : row.due_at, row.id),
  });
}

interface Restriction {
  readonly reader: Reader;
  readonly excluded: readonly string[];
}

/** The merge of all lanes: each is cut first, so that the joins see one page. */
export function tasksSql(
  lanes: readonly Lane[],
  query: TasksQuery,
  { reader, excluded }: Restriction,
): Prisma.Sql {
  const order =
    query.box === 'done'
      ? Prisma.sql`completed_at desc nulls last, id desc`
      : Prisma.sql`${dueOrInfinity(Prisma.sql`task`)}, id`;
  const conditions = Prisma.join(conditionsOf(query, { reader, excluded }), ' and ');
  const walks = lanes.map(
    (lane) =>
      Prisma.sql`(select * from task where ${laneCondition(lane)} and ${conditions} order by ${order} limit ${query.limit + 1})`,
  );
  const merged = Prisma.sql`select distinct on (task.task_order, task.id) task.* from (
      select task.*, ${query.box === 'done' ? Prisma.sql`completed_at` : dueOrInfinity(Prisma.sql`task`)} as task_order
      from (${Prisma.join(walks, ' union all ')}) task
    ) task
    order by task.task_order ${query.box === 'done' ? Prisma.sql`desc nulls last` : Prisma.empty}, task.id ${query.box === 'done' ? Prisma.sql`desc` : Prisma.empty}
    limit ${query.limit + 1}`;
  return Prisma.sql`${taskColumns(merged, Prisma.sql`null::timestamptz`)} order by chosen.task_order ${query.box === 'done' ? Prisma.sql`desc nulls last, chosen.id desc` : Prisma.sql`, chosen.id`}`;
}

function conditionsOf(query: TasksQuery, { reader, excluded }: Restriction): Prisma.Sql[] {
  const { viewer } = reader;
  const conditions = [query.box === 'done' ? Prisma.sql`not task.is_open` : Prisma.sql`task.is_open`];
  conditions.push(query.rehearsal ? Prisma.sql`task.rehearsal` : Prisma.sql`not task.rehearsal`);
  if (query.box === 'unassigned') conditions.push(Prisma.sql`task.assignee_id is null`);
  if (query.box === 'mine') conditions.push(Prisma.sql`task.agency_id = ${viewer.agencyId}::uuid`);
  if (query.box === 'overdue' || query.box === 'soon') conditions.push(...dueConditions(query, reader));
  if (query.box === 'others') conditions.push(Prisma.sql`task.agency_id is not null`);
  if (query.box === 'others' && query.agency !== undefined)
    conditions.push(Prisma.sql`task.agency_id = any(${query.agency}::uuid[])`);
  if (query.box !== 'mine' && query.agency !== undefined) conditions.push(overseen(query.agency, viewer));
  if (query.phase !== undefined) conditions.push(Prisma.sql`task.phase = ${query.phase}`);
  if (query.subject !== undefined) conditions.push(Prisma.sql`task.subject_kind = ${query.subject}`);
  if (query.q !== undefined)
    conditions.push(Prisma.sql`starts_with(task.subject_code, ${query.q.toUpperCase()})`);
  if (excluded.length > 0) conditions.push(Prisma.sql`task.case_id <> all(${[...excluded]}::uuid[])`);
  const after = fromCursor(query.cursor);
  if (after !== undefined) conditions.push(afterCursor(query, after));
  return conditions;
}

/** A rehearsal's clock may run ahead of ours. */
function dueConditions(query: TasksQuery, { now }: Reader): Prisma.Sql[] {
  const clock = query.rehearsal
    ? Prisma.sql`${now}::timestamptz + coalesce((select clock_offset from case_row where case_row.id = task.case_id), 0) * interval '1 ms'`
    : Prisma.sql`${now}::timestamptz`;
  const due = dueOrInfinity(Prisma.sql`task`);
  if (query.box === 'overdue') {
    const { over, upTo } = query.late === undefined ? anySpan : lateDays[query.late];
    const ago = (days: number): Prisma.Sql => Prisma.sql`${clock} - ${days} * interval '1 day'`;
    return [
      Prisma.sql`${due} <= ${over === undefined ? clock : ago(over)}`,
      ...(upTo === undefined ? [] : [Prisma.sql`${due} > ${ago(upTo)}`]),
    ];
  }
  return [
    Prisma.sql`${due} > ${clock}`,
    Prisma.sql`${due} < ${clock} + ${soonHours.days} * interval '1 hour'`,
    Prisma.sql`(task.due_date is not null or task.due_at < ${clock} + ${soonHours.hours} * interval '1 hour')`,
  ];
}

interface Span {
  readonly over?: number;
  readonly upTo?: number;
}

const anySpan: Span = {};
/** In days, as the dashboard counts them. */
const lateDays: Readonly<Record<LateSpan, Span>> = {
  'one-day': { upTo: 1 },
  'three-days': { over: 1, upTo: 3 },
  'ten-days': { over: 3, upTo: 10 },
  longer: { over: 10 },
};

/** Whoever names agencies sees of them: their own tasks, those of cases they coordinate, those of their area. */
function overseen(agencies: readonly string[], viewer: Viewer): Prisma.Sql {
  const all =
    viewer.roles.includes('auditor') || (viewer.roles.includes('supervisor') && viewer.area === 'nation');
  if (all || (agencies.length === 1 && agencies[0] === viewer.agencyId)) return Prisma.sql`true`;
  const ways = [Prisma.sql`task.agency_id = ${viewer.agencyId}::uuid`];
  if (viewer.roles.includes('coordinator'))
    ways.push(Prisma.sql`task.coordinating_agency_id = ${viewer.agencyId}::uuid`);
  if (viewer.roles.includes('supervisor') && viewer.area !== 'nation')
    ways.push(Prisma.sql`task.province = any(${[...viewer.area]})`);
  return Prisma.sql`(${Prisma.join(ways, ' or ')})`;
}

function afterCursor(query: TasksQuery, [at, id]: Cursor): Prisma.Sql {
  if (query.box === 'done') {
    return at === 'infinity'
      ? Prisma.sql`(task.completed_at is null and task.id < ${id}::uuid)`
      : Prisma.sql`(task.completed_at is null or (task.completed_at, task.id) < (${at}::timestamptz, ${id}::uuid))`;
  }
  return Prisma.sql`(${dueOrInfinity(Prisma.sql`task`)}, task.id) > (${at}::timestamptz, ${id}::uuid)`;
}

/** What a row of a list tells of this viewer's rights in its case. */
function rights(viewer: Viewer, row: TaskRow): Pick<TaskReader, 'seesMasked' | 'issuesLinks'> {
  const relations: Relation[] = [];
  if (viewer.roles.includes('coordinator') && row.coordinating_agency_id === viewer.agencyId)
    relations.push('coordinator');
  if (isSupervisorOf(viewer, row.province)) relations.push('supervisor');
  return {
    seesMasked: extentOf('see-masked-agencies', relations) === 'all',
    issuesLinks: extentOf('issue-links', relations) === 'all',
  };
}

/** Undefined when there is no such task, or when it is not theirs to know. */
async function oneTask(database: Database, id: string, reader: Reader): Promise<TaskView | undefined> {
  const row = await readTask(database, id);
  if (row === undefined) return undefined;
  const sight = await caseReads(database).sight(row.case_id, reader);
  if (sight === undefined || !seesTask(sight, id)) return undefined;
  const names = await readNames(database, {
    agencies: [reader.viewer.agencyId, row.agency_id],
    accounts: [row.assignee_id],
  });
  const task = taskView(
    { ...row, case_version: sight.state.version },
    { ...sight, names, facts: factsSeen(sight), issuesLinks: sight.extent('issue-links') !== 'none' },
  );
  const answered = await answeredIn(database, sight, id);
  return answered === undefined ? task : { ...task, answered };
}

/** What ended it, as far as this reader may see it. */
async function answeredIn(database: Database, sight: Sight, taskId: string): Promise<EventView | undefined> {
  const task = sight.state.tasks[taskId];
  if (task === undefined || isOpenTask(task)) return undefined;
  const ending = await readEndingOf(database, sight.state.caseId, taskId);
  return ending === undefined ? undefined : (await eventViews(database, sight, [ending]))[0];
}
