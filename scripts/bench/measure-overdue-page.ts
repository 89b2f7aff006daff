import { TasksQuery } from '../../api/contract/task.js';
import { lanesFor } from '../../api/read/lanes.js';
import { tasksSql } from '../../api/read/task-reads.js';
import type { Viewer } from '../../domain/access/viewer.js';
import { derivedUuid, userId } from '../../domain/ids.js';
import { fromEpochMs } from '../../domain/time/instant.js';
import { closeDatabase, createDatabase, type Database, Prisma } from '../../prisma/client.js';
import { migrate } from '../../prisma/migrate.js';
import { costOf, PlanAnswer } from './plan-cost.js';
import { fillWithTasks, readLargestTeams, type Teams } from './synthetic-tasks.js';
import type { Measured } from './verdict.js';

const limits = { blocks: 250, sequentialScans: 0, sortedRows: 100 };

/** What the overdue page of the three largest teams reads, by the very query of the API. */
export async function measureOverduePage(databaseUrl: string, rows: number): Promise<Measured[]> {
  await migrate(databaseUrl);
  await fillWithTasks(databaseUrl, rows);
  const database = createDatabase(databaseUrl);
  try {
    const teams = await readLargestTeams(database);
    return [
      ...(await measure(database, teams, { ...viewer, area: [teams.province] })),
      ...(await measure(database, teams, { ...viewer, area: 'nation' })),
    ];
  } finally {
    await closeDatabase(database);
  }
}

const viewer: Viewer = {
  userId: userId(derivedUuid('bench supervisor')),
  agencyId: null,
  roles: ['supervisor'],
  agencyRoles: [],
  area: 'nation',
};

async function measure(database: Database, { agencies }: Teams, supervisor: Viewer): Promise<Measured[]> {
  const query = TasksQuery.parse({ box: 'overdue', agency: agencies.join(',') });
  const reader = { viewer: supervisor, language: 'vi', now: fromEpochMs(Date.now()) } as const;
  const lanes = lanesFor(supervisor, { box: query.box, agencies: query.agency });
  const sql = tasksSql(lanes, query, { reader, excluded: [] });
  const explain = () =>
    database.$queryRaw(Prisma.sql`explain (analyze, buffers, timing off, format json) ${sql}`);
  await explain(); // the first run reads what later runs find in memory; blocks are counted alike, time is not
  const cost = costOf(PlanAnswer.parse(await explain()));
  const who = supervisor.area === 'nation' ? 'the nation' : 'a province';
  const what = `overdue page of three teams, supervisor of ${who}`;
  const note = `${String(cost.rows)} rows, ${cost.milliseconds.toFixed(1)} ms`;
  return [
    { what: `${what}: blocks read`, value: cost.blocks, limit: limits.blocks, digits: 0, note },
    {
      what: `${what}: sequential scans`,
      value: cost.sequentialScans,
      limit: limits.sequentialScans,
      digits: 0,
    },
    {
      what: `${what}: rows in the largest sort`,
      value: cost.sortedRows,
      limit: limits.sortedRows,
      digits: 0,
    },
  ];
}
