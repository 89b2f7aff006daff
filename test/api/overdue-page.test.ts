import { TasksQuery } from '../../api/contract/task.js';
import { lanesFor } from '../../api/read/lanes.js';
import { tasksSql } from '../../api/read/task-reads.js';
import type { Viewer } from '../../domain/access/viewer.js';
import { agencyId, derivedUuid, userId } from '../../domain/ids.js';
import { fromEpochMs } from '../../domain/time/instant.js';
import { Prisma } from '../../prisma/client.js';
import { costOf, PlanAnswer, type PlanCost } from '../../scripts/bench/plan-cost.js';
import { fillWithTasks, readLargestTeams, type Teams } from '../../scripts/bench/synthetic-tasks.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

/** Enough that a page whose cost grows with the cases of a province, or that joins row by row, is over the limit. */
const openTasks = 60_000;

let place: TestDatabase;
let teams: Teams;
beforeAll(async () => {
  place = await testDatabase();
  await fillWithTasks(place.url, openTasks);
  teams = await readLargestTeams(place.database);
});
afterAll(() => place.drop());

const viewer: Viewer = {
  userId: userId(derivedUuid('viewer of the overdue page')),
  agencyId: null,
  roles: ['supervisor'],
  agencyRoles: [],
  area: 'nation',
};
const viewers = {
  'an officer of one team': () => ({
    ...viewer,
    agencyId: agencyId(teams.agencies[0] ?? ''),
    roles: ['officer'],
    area: [],
  }),
  'the supervisor of a province': () => ({ ...viewer, area: [teams.province] }),
  'the supervisor of the nation': () => viewer,
} satisfies Record<string, () => Viewer>;

const pages = [
  ['an officer of one team', 'its own'],
  ['the supervisor of a province', 'three teams'],
  ['the supervisor of a province', 'all'],
  ['the supervisor of the nation', 'three teams'],
  ['the supervisor of the nation', 'all'],
] as const;

test.each(pages)('the overdue page of %s (%s) is a few ordered walks', async (who, whose) => {
  const { blocks, sequentialScans, sortedRows, rows } = await costOfPage(viewers[who](), whose);
  expect(rows).toBe(26); // one more than a page, to know whether there is a next
  expect(sequentialScans).toBe(0);
  expect(sortedRows).toBeLessThanOrEqual(100);
  expect(blocks).toBeGreaterThan(26);
  expect(blocks).toBeLessThanOrEqual(250);
});

async function costOfPage(who: Viewer, whose: (typeof pages)[number][1]): Promise<PlanCost> {
  const agency = whose === 'three teams' ? { agency: teams.agencies.join(',') } : {};
  const query = TasksQuery.parse({ box: 'overdue', ...agency });
  const reader = { viewer: who, language: 'vi', now: fromEpochMs(Date.now()) } as const;
  const lanes = lanesFor(who, { box: query.box, agencies: query.agency });
  const sql = tasksSql(lanes, query, { reader, excluded: [] });
  const plan = await place.database.$queryRaw(
    Prisma.sql`explain (analyze, buffers, timing off, format json) ${sql}`,
  );
  return costOf(PlanAnswer.parse(plan));
}
