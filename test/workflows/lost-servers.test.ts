import { closeDatabase, createDatabase } from '../../prisma/client.js';
import { rebuild } from '../../scripts/rebuild/rebuild.js';
import { verify } from '../../scripts/verify/verify.js';
import { createActivities } from '../../activities/index.js';
import { createCaseGateway } from '../../api/gateway/case-gateway.js';
import { commandRecord } from '../../api/read/command-record.js';
import { Client } from 'pg';
import { caseWorld, officerOf, openSteps, TestCase, verdict, type CaseWorld } from '../support/case-world.js';
import { fastForward } from '../support/fast-forward.js';
import { onServer, world as servers } from '../support/world-access.js';

let world: CaseWorld;
/** What can only be closed when no worker uses it any more. */
const afterwards: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  world = await caseWorld();
});
afterEach(async () => {
  await world.stop();
  for (const clean of afterwards.splice(0)) await clean();
});

test('an engine that lost every case gets them back from the record, deadlines armed', async () => {
  await world.startWorker();
  const cases = [new TestCase(world), new TestCase(world), new TestCase(world)];
  for (const each of cases) await each.open({ rehearsal: true });
  const [first, second] = cases as [TestCase, TestCase];
  await first.complete('register-report', 'registered', { isMinor: true });
  const before = await Promise.all(cases.map((each) => each.state()));
  for (const each of cases) {
    await each.handle().terminate('the engine is lost');
    await world.temporal.client.workflowService.deleteWorkflowExecution({
      namespace: world.temporal.client.options.namespace,
      workflowExecution: { workflowId: `case:${each.id}` },
    });
  }
  const { started } = await rebuild(world.test.database, world.temporal.client, world.temporal.taskQueue);
  expect(started).toBe(3);
  expect(await Promise.all(cases.map((each) => each.look()))).toEqual(JSON.parse(JSON.stringify(before)));
  await fastForward(world.temporal.client, `case:${second.id}`, 2);
  expect(
    await world.test.database.rungReached.count({ where: { caseId: second.id } }),
  ).toBeGreaterThanOrEqual(3);
  expect((await verify(world.test.database, world.temporal.client)).findings).toEqual([]);
});

test('a record restored to an earlier hour is taken at its word, and the case goes on from there', async () => {
  const worker = await world.startWorker();
  const subject = new TestCase(world);
  await subject.open();
  const backup = await copyOfDatabase(world.test.url);
  await subject.complete('register-report', 'registered', { isMinor: false });
  expect(openSteps((await subject.look()) ?? (await subject.state()))).toContain('notify-authority');
  await worker.stop();

  const restored = onBackup(backup);
  const { database } = restored.test;
  await world.temporal.startWorker({ activities: { ...restored.activities } });
  const again = new TestCase(restored, subject.id);
  // The workflow still believes in the registration; the first save learns that the record does not know it.
  const { id: taskId } = await again.openTask('register-report');
  expect(verdict(await again.send('add-note', { textId: subject.id, visibility: 'coordinators' }))).toBe(
    'accepted',
  );
  const state = await again.state();
  expect(openSteps(state)).toEqual(['register-report']);
  expect(await database.caseEvent.count({ where: { caseId: subject.id, type: 'restored' } })).toBe(1);
  expect(verdict(await again.send('nudge', { taskId }))).toBe('accepted');
  expect((await verify(database, world.temporal.client)).findings).toEqual([]);
});

test('what was lost by a restore can be entered again, as an officer does who sees only the record', async () => {
  const worker = await world.startWorker();
  const subject = new TestCase(world);
  await subject.open();
  const backup = await copyOfDatabase(world.test.url);
  await subject.complete('register-report', 'registered', { isMinor: false });
  await worker.stop();
  const restored = onBackup(backup);
  await world.temporal.startWorker({ activities: { ...restored.activities } });
  const again = new TestCase(restored, subject.id);
  const { id: taskId, agencyId } = await again.openTask('register-report');
  const { version: ifVersion } = await again.state();
  const answer = await again.send(
    'complete-task',
    { taskId, outcome: 'registered', fields: { isMinor: true } },
    { actor: officerOf(agencyId), ifVersion },
  );
  expect(verdict(answer)).toBe('accepted');
  expect((await again.state()).facts['isMinor']?.value).toBe(true);
  expect(
    await restored.test.database.caseEvent.count({ where: { caseId: subject.id, type: 'restored' } }),
  ).toBe(1);
  expect((await verify(restored.test.database, world.temporal.client)).findings).toEqual([]);
});

/** The world with the backup in place of its database. */
function onBackup(backup: Backup): CaseWorld {
  const database = createDatabase(backup.url, { connections: 3 });
  afterwards.push(() => closeDatabase(database), backup.drop);
  return {
    ...world,
    test: { url: backup.url, database, drop: backup.drop },
    activities: createActivities({ database }),
    gateway: createCaseGateway({
      client: world.temporal.client,
      record: commandRecord(database),
      taskQueue: world.temporal.taskQueue,
    }),
  };
}

interface Backup {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** What a backup is: a copy of the database as it is now. */
async function copyOfDatabase(url: string): Promise<Backup> {
  const source = new URL(url).pathname.slice(1);
  const name = `${source}_backup`;
  await onMaintenance(async (server) => {
    await server.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [source]);
    await server.query(`create database "${name}" template "${source}"`);
  });
  return {
    url: onServer(url, name),
    drop: () => onMaintenance((server) => server.query(`drop database "${name}" with (force)`)),
  };
}

async function onMaintenance(work: (server: Client) => Promise<unknown>): Promise<void> {
  const server = new Client({ connectionString: servers().databaseUrl });
  await server.connect();
  try {
    await work(server);
  } finally {
    await server.end();
  }
}
