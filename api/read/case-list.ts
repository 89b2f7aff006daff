import { isStaff } from '../../domain/access/relation.js';
import type { Viewer } from '../../domain/access/viewer.js';
import { extentOf } from '../../domain/access/policy.js';
import { isSupervisorOf, type Relation } from '../../domain/access/relation.js';
import { findProcedure } from '../../domain/procedure/catalogue.js';
import { CaseSummary as Shape, type CasesQuery, type CaseSummary } from '../contract/case.js';
import type { Page } from '../contract/page.js';
import { Prisma, type Database } from '../../prisma/client.js';
import { toInstant } from './case-record.js';
import { comingNext } from './coming-next.js';
import { fromCursor, pageFrom, toCursor } from './cursor.js';
import { dueFilter, dueOrNever, dueSeenBy, type DueSeen } from './case-due.js';
import { limitIn, nextDueFields, openDueState } from './due.js';
import { excludedCases } from './excluded-cases.js';
import { readNames, shownAgency, type Names } from './names.js';
import type { Reader } from './sight.js';
import { caseNow } from './task-view.js';

interface CaseRow {
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
  readonly opened_at: Date;
  readonly closed_at: Date | null;
  readonly outcome: string | null;
  readonly coordinating_agency_id: string | null;
  readonly province: string;
  readonly next_due_at: Date | null;
  /** The next deadline that this viewer may know of. */
  readonly seen_due_at: Date | null;
  readonly seen_due_date: string | null;
  /** The limit behind that deadline. */
  readonly next_limit: string | null;
  readonly next_service_level: boolean | null;
  readonly clock_offset: bigint;
  readonly place_code: string | null;
  readonly place_name: string | null;
  readonly province_name: string | null;
  readonly registered_by_mine: boolean;
  readonly open_tasks: bigint;
}

/** The cases that this viewer may know of: the list filter of the policy that guards one case. */
export async function casePage(
  database: Database,
  query: CasesQuery,
  reader: Reader,
): Promise<Page<CaseSummary>> {
  const excluded = await excludedCases(database, reader.viewer);
  const rows = await database.$queryRaw<CaseRow[]>(casesSql(query, reader, excluded));
  const [names, coming] = await Promise.all([
    readNames(database, { agencies: rows.map((row) => row.coordinating_agency_id), accounts: [] }),
    comingNext(database, waitingForTime(rows, reader), reader.language),
  ]);
  return pageFrom(rows, query.limit, {
    item: (row) => {
      const next = coming.get(row.id);
      return { ...summary(row, reader, names), ...(next === undefined ? {} : { coming: next }) };
    },
    cursor: (row) => toCursor(query.sort === 'due' ? row.seen_due_at : row.opened_at, row.id),
  });
}

/** Cases in which no deadline runs, as far as this viewer may know what lies ahead of them. */
const waitingForTime = (rows: readonly CaseRow[], { viewer, now }: Reader) =>
  rows
    .filter(({ status, next_due_at }) => status === 'open' && next_due_at === null)
    .filter((row) => extentOf('see-locked', rowRelations(row, viewer)) !== 'none')
    .map(({ id, clock_offset }) => ({ id, now: caseNow(now, clock_offset) }));

function casesSql(query: CasesQuery, reader: Reader, excluded: readonly string[]): Prisma.Sql {
  const seen = dueSeenBy(reader.viewer);
  const conditions = [caseScope(reader.viewer), ...filters(query, reader, seen), ...pageStart(query, seen)];
  if (excluded.length > 0) conditions.push(Prisma.sql`cases.id <> all(${[...excluded]}::uuid[])`);
  const order =
    query.sort === 'due'
      ? Prisma.sql`${dueOrNever(seen)}, cases.id`
      : Prisma.sql`cases.opened_at desc, cases.id desc`;
  // The whole list is joined only where it is chosen or ordered by what is due.
  const chosenBy = query.due !== undefined || query.sort === 'due' ? seen.join : Prisma.empty;
  const own = reader.viewer.agencyId;
  return Prisma.sql`
    select cases.*, ${seen.at} as seen_due_at, ${seen.date} as seen_due_date, place.code as place_code, place.name as place_name, province.name as province_name,
      next.limit_id as next_limit, next.service_level as next_service_level,
      exists (select from case_event opened where opened.case_id = cases.id and opened.version = 1
        and opened.actor ->> 'agencyId' = ${own ?? ''}) as registered_by_mine,
      (select count(*) from task where task.case_id = cases.id and task.is_open and ${tasksSeenBy(reader.viewer)}) as open_tasks
    from (select cases.* from case_row cases ${chosenBy} where ${Prisma.join(conditions, ' and ')} order by ${order} limit ${query.limit + 1}) cases
    left join place on place.code = cases.received_place
    left join place province on province.code = cases.province
    ${seen.join}
    left join lateral (select task.limit_id, task.service_level from task
      where task.case_id = cases.id and task.is_open and task.due_at = ${seen.at}
        and task.due_date is not distinct from ${seen.date} and ${tasksSeenBy(reader.viewer)}
      order by task.service_level, task.id limit 1) next on true
    order by ${order}`;
}

const seesAllTasks = (viewer: Viewer): boolean =>
  viewer.roles.includes('supervisor') || viewer.roles.includes('auditor');

/** Condition on `task` beside `case_row cases`: a filter tells no more than the case does. */
const tasksSeenBy = (viewer: Viewer): Prisma.Sql =>
  seesAllTasks(viewer)
    ? Prisma.sql`true`
    : Prisma.sql`(task.agency_id = ${viewer.agencyId}::uuid or cases.coordinating_agency_id = ${viewer.agencyId}::uuid)`;

/** Condition on `case_row cases`: what this viewer may know of. */
export function caseScope(viewer: Viewer): Prisma.Sql {
  if (viewer.roles.includes('auditor')) return Prisma.sql`true`;
  const ways: Prisma.Sql[] = [];
  if (viewer.roles.includes('supervisor')) {
    if (viewer.area === 'nation') return Prisma.sql`true`;
    ways.push(Prisma.sql`cases.province = any(${[...viewer.area]})`);
  }
  if (viewer.roles.includes('coordinator'))
    ways.push(Prisma.sql`cases.coordinating_agency_id = ${viewer.agencyId}::uuid`);
  if (isStaff(viewer) && viewer.agencyId !== null) {
    ways.push(Prisma.sql`cases.id in (
      select case_id from task where task.agency_id = ${viewer.agencyId}::uuid and is_open and not rehearsal
      union select case_id from task where task.agency_id = ${viewer.agencyId}::uuid and not is_open
      union select case_id from task where task.agency_id = ${viewer.agencyId}::uuid and rehearsal
      union select case_id from case_event where version = 1 and actor ->> 'agencyId' = ${viewer.agencyId})`);
  }
  if (viewer.roles.includes('administrator')) ways.push(Prisma.sql`cases.status = 'parked'`);
  return ways.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(ways, ' or ')})`;
}

function filters(query: CasesQuery, { now, viewer }: Reader, seen: DueSeen): Prisma.Sql[] {
  const found = [Prisma.sql`cases.rehearsal = ${query.rehearsal}`];
  if (query.phase !== undefined) found.push(Prisma.sql`cases.phase = ${query.phase}`);
  if (query.status !== undefined) found.push(Prisma.sql`cases.status = ${query.status}`);
  if (query.channel !== undefined) found.push(Prisma.sql`cases.channel = ${query.channel}`);
  if (query.province !== undefined) found.push(Prisma.sql`cases.province = ${query.province}`);
  if (query.group !== undefined) found.push(Prisma.sql`cases.group_id = ${query.group}::uuid`);
  if (query.q !== undefined) found.push(Prisma.sql`starts_with(cases.code, ${query.q.toUpperCase()})`);
  if (query.agency !== undefined) {
    found.push(Prisma.sql`(cases.coordinating_agency_id = ${query.agency}::uuid or exists (
      select from task where task.case_id = cases.id and task.agency_id = ${query.agency}::uuid and ${tasksSeenBy(viewer)}))`);
  }
  if (query.due !== undefined) found.push(dueFilter(query.due, now, seen));
  return found;
}

function pageStart(query: CasesQuery, seen: DueSeen): Prisma.Sql[] {
  const after = fromCursor(query.cursor);
  if (after === undefined) return [];
  const [at, id] = after;
  return query.sort === 'due'
    ? [Prisma.sql`(${dueOrNever(seen)}, cases.id) > (${at}::timestamptz, ${id}::uuid)`]
    : [Prisma.sql`(cases.opened_at, cases.id) < (${at}::timestamptz, ${id}::uuid)`];
}

function summary(row: CaseRow, reader: Reader, names: Names): CaseSummary {
  const relations = rowRelations(row, reader.viewer);
  const seesPlace = extentOf('see-place', relations) === 'all';
  const { seen_due_at: dueAt, seen_due_date: dueDate } = row;
  const place = seesPlace ? [row.place_code, row.place_name] : [row.province, row.province_name];
  const now = caseNow(reader.now, row.clock_offset);
  return {
    id: row.id,
    code: row.code,
    version: row.version,
    procedure: row.procedure,
    channel: Shape.shape.channel.parse(row.channel),
    phase: Shape.shape.phase.parse(row.phase),
    status: Shape.shape.status.parse(row.status),
    urgent: row.urgent,
    rehearsal: row.rehearsal,
    ...(row.group_id === null ? {} : { groupId: row.group_id }),
    openedAt: row.opened_at.toISOString(),
    ...(row.closed_at === null ? {} : { closedAt: row.closed_at.toISOString() }),
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
    coordinatingAgency:
      row.coordinating_agency_id === null
        ? null
        : shownAgency(names.agency(row.coordinating_agency_id), { ...reader, seesMasked: false }),
    receivedPlace: place[0] && place[1] ? { code: place[0], name: place[1] } : null,
    ...(dueAt === null ? {} : nextDueFields(dueAt.toISOString(), dueDate ?? undefined)),
    ...(dueAt === null || row.next_limit === null ? {} : { nextLimit: nextLimit(row, row.next_limit) }),
    due: dueAt === null ? null : openDueState(toInstant(dueAt), { inDays: dueDate !== null, now }),
    openTasks: Number(row.open_tasks),
  };
}

/** How the next deadline counts, and whether the law sets it. */
const nextLimit = ({ procedure, next_service_level: serviceLevel }: CaseRow, limitId: string) => ({
  unit: limitIn(findProcedure(procedure), limitId)?.unit ?? 'calendar-day',
  serviceLevel: serviceLevel === true,
});

/** Relations as far as a row of the list tells them; enough for the fields of a summary. */
function rowRelations(row: CaseRow, viewer: Viewer): readonly Relation[] {
  const found: Relation[] = [];
  if (viewer.roles.includes('coordinator') && row.coordinating_agency_id === viewer.agencyId)
    found.push('coordinator');
  if (isSupervisorOf(viewer, row.province)) found.push('supervisor');
  if (viewer.roles.includes('auditor')) found.push('auditor');
  if (isStaff(viewer) && row.registered_by_mine) found.push('registrar');
  return found;
}
