import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiWorld, type ApiWorld } from '../api/api-world.js';
import { type Ended, startScript, untilEnd } from '../support/script.js';

/** `npm run journey` as people run it, against whatever listens on this port. */
const journey = (port: number): Promise<Ended> =>
  untilEnd(startScript('journey.ts', [], { PORT: String(port) }));

describe('npm run journey', () => {
  let world: ApiWorld;
  let server: Server;
  let port: number;
  let told: Ended;

  beforeAll(async () => {
    world = await apiWorld();
    server = createServer(world.app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
    told = await journey(port);
  }, 600_000);
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await world.stop();
  });

  test('an adult and a child are home, both cases closed, as rehearsals of today’s law', async () => {
    expect(told.output).toMatch(/Both are home and their cases closed/);
    expect(told.code).toBe(0);
    const cases = await world.database.caseRow.findMany({ orderBy: { code: 'asc' } });
    expect(cases.map(({ status, rehearsal, procedure }) => ({ status, rehearsal, procedure }))).toEqual([
      { status: 'closed', rehearsal: true, procedure: 'vn-2025@1' },
      { status: 'closed', rehearsal: true, procedure: 'vn-2025@1' },
    ]);
    for (const { code } of cases) expect(told.output).toContain(`${code}: `);
  });

  test('every duty is told with its agency, and every one with a limit with the article and how it was counted', async () => {
    const tasks = await world.database.task.findMany({ where: { stepId: { not: 'close' } } });
    const offered = told.output.match(/^ +→ .+$/gm) ?? [];
    expect(offered.length).toBeGreaterThanOrEqual(tasks.length);
    expect(told.output).toMatch(/R25\.A\.INITIAL \(A\): .*27/);
    expect(told.output).not.toMatch(/undefined|NaN|\{\{/);
  });

  test('what was reminded and escalated is what the record holds of it', async () => {
    const kinds = await world.database.rungReached.groupBy({ by: ['kind'], _count: true });
    const marks = told.output.match(/^.*! .+$/gm) ?? [];
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(['escalation', 'overdue', 'reminder']);
    expect(marks).toHaveLength(kinds.reduce((sum, { _count }) => sum + _count, 0));
  });

  test('where nothing runs it says what to do, and fails', async () => {
    const { code, output } = await journey(9);
    expect(code).toBe(1);
    expect(output).toMatch(/Nothing answers at .*:9: start the system with npm start/);
  });
});
