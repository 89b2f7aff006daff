import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkflowNotFoundError } from '@temporalio/client';
import { seedReference } from '../../prisma/seed/reference.js';
import { findFreePort } from '../../scripts/embedded/port.js';
import { buildEngine } from '../../scripts/engine/build.js';
import { dropEngineDatabases } from '../../scripts/engine/engine-databases.js';
import { startEngine, type Engine } from '../../scripts/engine/start.js';
import { rebuild } from '../../scripts/rebuild/rebuild.js';
import { verify } from '../../scripts/verify/verify.js';
import { caseWorldOf, openSteps, TestCase, verdict, type CaseWorld } from '../support/case-world.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';
import { fastForward } from '../support/fast-forward.js';
import { testTemporal } from '../support/temporal.js';

jest.setTimeout(180_000);

const dir = mkdtempSync(join(tmpdir(), 'loive-engine-'));
let record: TestDatabase;
let engine: Engine;
let world: CaseWorld;

/** A Temporal server of this file's own, for it is the one that is record. */
async function bringUp(): Promise<void> {
  const port = await findFreePort(19_000);
  engine = await startEngine({ binaries: await buildEngine(), dir, port, databaseUrl: record.url });
  world = caseWorldOf(record, await testTemporal(engine.address));
  await world.startWorker();
}

async function goDown(): Promise<void> {
  await world.temporal.stop();
  await engine.stop();
}

beforeAll(async () => {
  record = await seededDatabase('reference', seedReference);
  await bringUp();
});
afterAll(async () => {
  await goDown();
  await dropEngineDatabases(record.url);
  await record.drop();
  rmSync(dir, { recursive: true, force: true });
});

const again = (subject: TestCase): TestCase => new TestCase(world, subject.id);

const receivedDayAgoBut = (seconds: number): string =>
  new Date(Date.now() - 86_400_000 + seconds * 1000).toISOString();

test('after both databases of the engine were dropped every open case goes on, and no closed one', async () => {
  const fresh = new TestCase(world);
  await fresh.open();
  const midway = new TestCase(world);
  await midway.open();
  await midway.complete('register-report', 'registered', { isMinor: true });
  const closed = new TestCase(world);
  await closed.open();
  await closed.complete('register-report', 'not-proceeding');
  await closed.send('close-case', { outcome: 'withdrawn', ground: { code: 'person-withdrew' } });
  const rehearsal = new TestCase(world);
  await rehearsal.open({ rehearsal: true });
  await fastForward(world.temporal.client, `case:${rehearsal.id}`, 1);
  const duringOutage = new TestCase(world);
  await duringOutage.open({ receivedAt: receivedDayAgoBut(6) });
  const open = [fresh, midway, rehearsal, duringOutage];
  const before = await Promise.all([...open, closed].map((each) => each.state()));

  await goDown();
  await dropEngineDatabases(record.url);
  await bringUp();
  const { client, taskQueue } = world.temporal;
  await expect(again(fresh).handle().describe()).rejects.toThrow(WorkflowNotFoundError);

  const { rows, started } = await rebuild(record.database, client, taskQueue);
  expect({ rows, started }).toEqual({ rows: 5, started: 4 });
  for (const each of open) expect((await again(each).handle().describe()).status.name).toBe('RUNNING');
  await expect(again(closed).handle().describe()).rejects.toThrow(WorkflowNotFoundError);

  // What fell due while there was no engine happened once, late; what falls due now happens by itself.
  await duringOutage.untilRungs(3);
  expect(await duringOutage.rungs()).toEqual(['reminder', 'escalation-1', 'overdue']);
  const late = await record.database.rungReached.findFirstOrThrow({
    where: { caseId: duringOutage.id, rungId: 'overdue' },
  });
  expect(Number(late.lateBy)).toBeGreaterThan(0);
  const earlier = await rehearsal.rungs();
  await fastForward(client, `case:${rehearsal.id}`, 2);
  expect((await rehearsal.rungs()).slice(0, earlier.length)).toEqual(earlier);
  expect(await rehearsal.rungs()).toEqual(['reminder', 'escalation-1', 'overdue', 'escalation-2']);

  // Nothing else changed: the record is what it was, and people work on.
  const after = await Promise.all([fresh, midway, closed].map((each) => again(each).state()));
  expect(after).toEqual([before[0], before[1], before[4]]);
  expect(openSteps(await again(midway).state())).toContain('notify-authority');
  expect(verdict(await again(midway).complete('notify-authority', 'notified'))).toBe('accepted');
  expect((await verify(record.database, client)).findings).toEqual([]);
});

test('an engine without its databases is not ready, though its server still answers', async () => {
  const { client } = world.temporal;
  expect(await world.gateway.isReachable()).toBe(true);
  await dropEngineDatabases(record.url);
  await expect(client.workflowService.getSystemInfo({})).resolves.toBeDefined();
  expect(await world.gateway.isReachable()).toBe(false);
});
