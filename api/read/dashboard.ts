import type { Dashboard, DashboardQuery } from '../contract/dashboard.js';
import { Prisma, type Database } from '../../prisma/client.js';
import { caseScope } from './case-list.js';
import { soonHours } from './due.js';
import { excludedCases } from './excluded-cases.js';
import { dueOrInfinity, laneCondition, lanesFor } from './lanes.js';
import { readNames, shownAgency } from './names.js';
import type { Reader } from './sight.js';
import { message, type Language } from '../../messages/message.js';
import { mayDo } from '../../domain/access/policy.js';
import { isStaff } from '../../domain/access/relation.js';

/** Counts of what this viewer may see, and nothing else: a case they may not read changes no number. */
export const dashboardReads = (database: Database) => ({
  counts: (query: DashboardQuery, reader: Reader): Promise<Dashboard> => counts(database, query, reader),
});
export type DashboardReads = ReturnType<typeof dashboardReads>;

async function counts(database: Database, query: DashboardQuery, reader: Reader): Promise<Dashboard> {
  const scope = await scopeOf(database, query, reader);
  const [queues, cases, agencies, escalations] = await Promise.all([
    queueCounts(database, scope, reader),
    caseCounts(database, scope),
    agencyCounts(database, scope, reader),
    escalationCounts(database, scope, reader),
  ]);
  return { ...queues, ...cases, agencies, escalations };
}

interface Scope {
  /** Condition on `task`: open, of this viewer's lanes. */
  readonly tasks: Prisma.Sql;
  /** Condition on `case_row cases`. */
  readonly cases: Prisma.Sql;
}

async function scopeOf(
  database: Database,
  { rehearsal, agency }: DashboardQuery,
  { viewer }: Reader,
): Promise<Scope> {
  const lanes = lanesFor(viewer, { box: 'overdue', agencies: undefined });
  const excluded = await excludedCases(database, viewer);
  const anyLane = lanes.length === 0 ? Prisma.sql`false` : Prisma.join(lanes.map(laneCondition), ') or (');
  const hidden = [...excluded];
  const held = agency === undefined ? Prisma.sql`true` : Prisma.sql`task.agency_id = ${agency}::uuid`;
  return {
    tasks: Prisma.sql`task.is_open and task.rehearsal = ${rehearsal} and ((${anyLane})) and ${held} and task.case_id <> all(${hidden}::uuid[])`,
    cases: Prisma.sql`cases.rehearsal = ${rehearsal} and ${caseScope(viewer)} and cases.id <> all(${hidden}::uuid[])`,
  };
}

interface QueueRow {
  readonly mine: bigint;
  readonly agency: bigint;
  readonly unassigned: bigint;
  readonly overdue: bigint;
  readonly soon: bigint;
  readonly others: bigint;
  readonly day1: bigint;
  readonly days3: bigint;
  readonly days10: bigint;
}

async function queueCounts(
  database: Database,
  scope: Scope,
  { viewer, now }: Reader,
): Promise<Pick<Dashboard, 'queues' | 'overdueAge'>> {
  const due = dueOrInfinity(Prisma.sql`task`);
  const at = Prisma.sql`${now}::timestamptz`;
  const own = isStaff(viewer) ? Prisma.sql`task.agency_id = ${viewer.agencyId}::uuid` : Prisma.sql`false`;
  const coordinated = viewer.roles.includes('coordinator')
    ? Prisma.sql`task.coordinating_agency_id = ${viewer.agencyId}::uuid`
    : Prisma.sql`false`;
  const toDo = Prisma.sql`(${own} or (task.agency_id is null and ${coordinated}))`;
  const past = (days: number): Prisma.Sql =>
    Prisma.sql`count(*) filter (where ${due} <= ${at} and ${due} > ${at} - ${days} * interval '1 day')`;
  const [row] = await database.$queryRaw<QueueRow[]>`
    select count(*) filter (where task.assignee_id = ${viewer.userId}::uuid and ${own}) as mine,
      count(*) filter (where ${toDo}) as agency,
      count(*) filter (where task.assignee_id is null and ${toDo}) as unassigned,
      count(*) filter (where ${due} <= ${at}) as overdue,
      count(*) filter (where ${due} > ${at} and ${due} < ${at} + ${soonHours.days} * interval '1 hour'
        and (task.due_date is not null or task.due_at < ${at} + ${soonHours.hours} * interval '1 hour')) as soon,
      count(*) filter (where ${coordinated} and task.agency_id <> ${viewer.agencyId}::uuid) as others,
      ${past(1)} as day1, ${past(3)} as days3, ${past(10)} as days10
    from task where ${scope.tasks}`;
  const number = (name: keyof QueueRow): number => Number(row?.[name] ?? 0);
  return {
    queues: {
      mine: number('mine'),
      agency: number('agency'),
      unassigned: number('unassigned'),
      overdue: number('overdue'),
      soon: number('soon'),
      others: number('others'),
    },
    overdueAge: {
      upToOneDay: number('day1'),
      upToThreeDays: number('days3') - number('day1'),
      upToTenDays: number('days10') - number('days3'),
      longer: number('overdue') - number('days10'),
    },
  };
}

async function caseCounts(database: Database, scope: Scope): Promise<Pick<Dashboard, 'cases' | 'phases'>> {
  const rows = await database.$queryRaw<{ status: string; phase: string; found: bigint }[]>`
    select cases.status, cases.phase, count(*) as found from case_row cases where ${scope.cases} group by 1, 2`;
  const ofStatus = (status: string): number =>
    rows.filter((row) => row.status === status).reduce((sum, row) => sum + Number(row.found), 0);
  return {
    cases: { open: ofStatus('open'), parked: ofStatus('parked'), closed: ofStatus('closed') },
    phases: rows
      .filter(({ status }) => status === 'open')
      .map(({ phase, found }) => ({ phase, cases: Number(found) })),
  };
}

/** What waits for an agency that the directory does not name. */
const nobody = (language: Language) => ({ id: null, name: message(language, 'agency.none') });

async function agencyCounts(
  database: Database,
  scope: Scope,
  reader: Reader,
): Promise<Dashboard['agencies']> {
  const rows = await database.$queryRaw<{ agency_id: string | null; open: bigint; overdue: bigint }[]>`
    select task.agency_id, count(*) as open,
      count(*) filter (where ${dueOrInfinity(Prisma.sql`task`)} <= ${reader.now}::timestamptz) as overdue
    from task where ${scope.tasks} group by 1 order by 3 desc, 2 desc limit 50`;
  const names = await readNames(database, { agencies: rows.map((row) => row.agency_id), accounts: [] });
  const nameReader = { ...reader, seesMasked: mayDo(reader.viewer, 'see-masked-agencies') };
  return rows.map(({ agency_id, open, overdue }) => ({
    ...(agency_id === null ? nobody(reader.language) : shownAgency(names.agency(agency_id), nameReader)),
    open: Number(open),
    overdue: Number(overdue),
  }));
}

async function escalationCounts(
  database: Database,
  scope: Scope,
  { viewer }: Reader,
): Promise<Dashboard['escalations']> {
  if (!mayDo(viewer, 'list-escalations')) return { level1: 0, level2: 0, level3: 0 };
  const rows = await database.$queryRaw<{ level: number; found: bigint }[]>`
    select escalation.level, count(*) as found from escalation
    join task on task.id = escalation.task_id
    where escalation.acknowledged_at is null and ${scope.tasks} group by 1`;
  const level = (wanted: number): number => Number(rows.find((row) => row.level === wanted)?.found ?? 0);
  return { level1: level(1), level2: level(2), level3: level(3) };
}

/** Condition on `task`: open, real, and of the lanes of this viewer. */
export const tasksSeen = async (database: Database, reader: Reader): Promise<Prisma.Sql> =>
  (await scopeOf(database, { rehearsal: false }, reader)).tasks;
