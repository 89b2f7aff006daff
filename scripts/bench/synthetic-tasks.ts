import { Client } from 'pg';
import { z } from 'zod';
import { type Database, Prisma } from '../../prisma/client.js';

/**
 * The made-up load of the overdue page: 2,040 teams in 34 provinces, a few of them large; four tasks a case; due
 * from 15 days ago to 75 days ahead; one deadline row each. No person and no real agency is in it.
 */
const provinces = 34;
const teamsPerProvince = 60;

/** Provinces and teams are drawn so that the first ones are the largest: about 2 % of all tasks at most. */
const drawn = `
  create temporary table drawn as
  select n, n / 4 as case_no,
    floor(${String(teamsPerProvince)} * power(random(), 2))::int as team, random() as due, random() as assigned
  from generate_series(0, $rows - 1) n`;

const cases = `
  insert into case_row (id, code, version, procedure, channel, phase, status, urgent, rehearsal, opened_at,
    recorded_at, coordinating_agency_id, received_place, province)
  select md5('case' || n)::uuid, 'X-' || n, 20, 'vn-2025@1', 'self-report', 'verification', 'open', false, false,
    now() - interval '20 days', now() - interval '20 days', md5('coordinator' || province)::uuid, 'c:00000',
    'p:' || province
  from (
    select n, floor(${String(provinces)} * power(random(), 2))::int as province
    from generate_series(0, ($rows - 1) / 4) n
  ) drawn_case`;

/** A UUID as the API takes it (version and variant digits), always the same for the same text. */
const uuidOf = (text: string): string =>
  `overlay(overlay(md5(${text}) placing '4' from 13) placing '8' from 17)::uuid`;

/** As long as a real one: what a list shows of a deadline lies on the task's own row. */
const explanation = JSON.stringify({
  counted: 'days',
  limit: { amount: 20, unit: 'calendar-day' },
  eventAt: '2025-12-12T02:00:00.000Z',
  eventDate: '2025-12-12',
  rawDate: '2026-01-01',
  skipped: { weekend: 0, holiday: 0, substitute: 0 },
  workedWeekendDays: [],
  rawDayOff: 'holiday',
  rolled: { from: '2026-01-01', to: '2026-01-05', over: { weekend: 2, holiday: 2, substitute: 0 } },
});
const shownDeadlines = `jsonb_build_array(jsonb_build_object('limit_id', 'R25.A.VERIFY', 'service_level', true,
      'counts', true, 'due_at', now(), 'due_date', '2026-01-01', 'calendar', 'bench',
      'explanation', '${explanation}'::jsonb))`;

const tasks = `
  insert into task (id, case_id, subject_id, subject_code, procedure, step_id, ordinal, phase, track, kind, status,
    role, agency_id, assignee_id, coordinating_agency_id, offered_at, due_at, due_date, limit_id, is_open, rehearsal,
    changed_version, province, deadlines)
  select md5('task' || n)::uuid, cases.id, cases.id, cases.code, cases.procedure, 'police-verification', 1,
    'verification', 'main', 'duty', 'offered', 'provincial-police', ${uuidOf("cases.province || '/' || team")},
    case when assigned < 0.4 then md5('officer' || (assigned * 20000)::int)::uuid end,
    cases.coordinating_agency_id, now() - interval '20 days', now() + (due * 90 - 15) * interval '1 day',
    '2026-01-01', 'R25.A.VERIFY', true, false, 5, cases.province, ${shownDeadlines}
  from drawn join case_row cases on cases.id = md5('case' || case_no)::uuid`;

const deadlines = `
  insert into deadline (task_id, generation, limit_id, case_id, service_level, counts, start_at, due_at, due_date,
    calendar, explanation, state, cause, set_at)
  select id, 1, limit_id, case_id, true, true, offered_at, due_at, due_date, 'bench',
    '${explanation}', 'armed', 'offered', offered_at
  from task`;

const tables = ['case_row', 'task', 'deadline'];

/** Fills an empty, migrated database with `rows` open tasks and leaves it vacuumed and analysed. */
export async function fillWithTasks(databaseUrl: string, rows: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      "set synchronous_commit = off; set maintenance_work_mem = '256MB'; set work_mem = '64MB'",
    );
    const indexes = await takeIndexes(client);
    for (const statement of [drawn, cases, tasks, deadlines])
      await client.query(statement.replaceAll('$rows', String(rows)));
    for (const definition of indexes) await client.query(definition);
    await client.query(`vacuum (analyze) ${tables.join(', ')}`);
  } finally {
    await client.end();
  }
}

/** Indexes are made again afterwards, by their own definitions: rows go in several times faster. */
async function takeIndexes(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where tablename = any($1) and indexname not in (select conname from pg_constraint)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index "${name}"`);
  return rows.map(({ definition }) => definition);
}

const largestTeams = Prisma.sql`
  with team as (
    select agency_id, province, count(*) as tasks from task group by agency_id, province),
  chosen as (
    select * from team where province = (select province from team order by tasks desc limit 1)
    order by tasks desc limit 3)
  select array_agg(agency_id) as agencies, min(province) as province from chosen`;

const Teams = z.tuple([z.object({ agencies: z.array(z.uuid()).length(3), province: z.string() })]);
export type Teams = z.output<typeof Teams>[0];

/** The three largest teams of the province in which the largest of all is, and that province. */
export const readLargestTeams = async (database: Database): Promise<Teams> =>
  Teams.parse(await database.$queryRaw(largestTeams))[0];
