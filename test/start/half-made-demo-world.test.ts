import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedDemoWorld } from '../../prisma/seed/demo-world.js';
import { stories } from '../../prisma/seed/demo/stories.js';
import { demoWorldMoment } from '../../scripts/start/demo-world.js';
import { seedReference } from '../../prisma/seed/reference.js';
import { apiWorld, type ApiWorld } from '../api/api-world.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';

let world: ApiWorld;
let server: Server;
let url: string;
/** Changes that the API still takes before its process is gone. */
let left = Number.POSITIVE_INFINITY;

beforeAll(async () => {
  world = await apiWorld();
  server = createServer((request, response) => {
    if (request.method === 'POST' && !request.url?.endsWith('/session')) left--;
    if (left < 0) request.socket.destroy();
    else world.app(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await world.stop();
});

/** Short ones that were nudged, and one in which an escalation was answered. */
const some = [
  ...stories.filter(({ extras }) => extras?.join() === 'nudge').slice(0, 2),
  // So long ago that its duty is overdue however slowly chance lets the agencies answer.
  ...stories
    .filter(({ extras }) => extras?.includes('acknowledge'))
    .slice(0, 1)
    .map((story) => ({ ...story, received: 60 })),
];
const name = `demo ${randomUUID()}`;
const make = (now: number) => seedDemoWorld({ url, now, name, stories: some });

/** How often each of these happened in each case. */
async function timesOf(types: readonly string[]): Promise<readonly number[]> {
  const groups = await world.database.caseEvent.groupBy({
    by: ['caseId', 'type'],
    where: { type: { in: [...types] } },
    _count: true,
  });
  return groups.map(({ _count }) => _count);
}

describe('a demo world that was ended half-way', () => {
  const now = Date.now();

  test('is completed by the next start: every case once, everything in it once', async () => {
    for (const changes of [2, 9]) {
      left = changes;
      await expect(make(now)).rejects.toThrow();
    }
    left = Number.POSITIVE_INFINITY;
    await expect(make(now)).resolves.toBe(some.length);
    expect(await world.database.caseRow.count()).toBe(some.length);
    expect(new Set(await timesOf(['nudged']))).toEqual(new Set([1]));
    expect(await timesOf(['escalation-acknowledged'])).toEqual([1]);
  });

  test('and made once more it changes nothing', async () => {
    const before = await world.database.caseEvent.count();
    await make(now);
    expect(await world.database.caseEvent.count()).toBe(before);
  });
});

describe('the start', () => {
  let home: string;
  let empty: TestDatabase;
  beforeAll(async () => {
    empty = await seededDatabase('reference', seedReference);
  });
  afterAll(() => empty.drop());
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'loive-home-'));
  });
  afterEach(() => rmSync(home, { recursive: true }));
  const asked = (databaseUrl: string, moment: number) =>
    demoWorldMoment({ demo: true, home, databaseUrl }, moment);

  test('makes a demo world for its own moment where there is no case, and none where it is not wanted', async () => {
    expect(await asked(empty.url, 1_000)).toBe(1_000);
    expect(await demoWorldMoment({ demo: false, home, databaseUrl: empty.url }, 1_000)).toBeUndefined();
  });

  test('goes on for the moment of the start that was ended, until the demo world is whole', async () => {
    await asked(empty.url, 1_000);
    expect(await asked(world.world.test.url, 2_000)).toBe(1_000);
  });

  test('leaves a whole demo world to those who work in it', async () => {
    expect(await asked(world.world.test.url, 2_000)).toBeUndefined();
  });
});
