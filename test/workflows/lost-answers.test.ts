import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { commandId, type TaskId } from '../../domain/ids.js';
import { verify } from '../../scripts/verify/verify.js';
import { caseWorld, TestCase, verdict, type CaseWorld } from '../support/case-world.js';
import { world as servers } from '../support/world-access.js';

jest.setTimeout(120_000);
let world: CaseWorld;

beforeEach(async () => {
  world = await caseWorld();
});
afterEach(async () => {
  try {
    const { findings } = await verify(world.test.database, world.temporal.client);
    expect(findings).toEqual([]);
  } finally {
    await world.stop();
  }
});

interface Doomed {
  /** Resolves to the exit code. */
  readonly died: Promise<number>;
}

/** A worker in a process of its own that dies hard in the middle of its first save; returns when it is ready. */
async function doomedWorker(dies: 'before' | 'after'): Promise<Doomed> {
  const { temporalAddress: address, bundle } = servers();
  const plan = {
    databaseUrl: world.test.url,
    address,
    taskQueue: world.temporal.taskQueue,
    bundle,
    dies,
    atSave: 1,
  };
  const file = join(__dirname, '..', 'support', 'doomed-worker.ts');
  const child = spawn(process.execPath, [require.resolve('tsx/cli'), file, JSON.stringify(plan)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const died = once(child, 'exit').then(([code]) => Number(code));
  await Promise.race([once(child.stdout, 'data'), died]);
  return { died };
}

async function openedCase(): Promise<{ subject: TestCase; taskId: TaskId }> {
  const worker = await world.startWorker();
  const subject = new TestCase(world);
  expect(verdict(await subject.open())).toBe('accepted');
  const { id } = await subject.openTask('register-report');
  await worker.stop();
  return { subject, taskId: id };
}

const recorded = async (subject: TestCase, id: string): Promise<number> =>
  world.test.database.caseEvent.count({ where: { caseId: subject.id, commandId: id } });

describe('a worker that dies between the commit and its report', () => {
  test('the same command sent again has its one effect, and its answer', async () => {
    const { subject, taskId } = await openedCase();
    const { died } = await doomedWorker('after');
    const id = commandId(randomUUID());
    const asked = subject.send('nudge', { taskId }, { id });
    expect(await died).toBe(137);
    expect(await recorded(subject, id)).toBe(1);
    await world.startWorker();
    expect(verdict(await asked)).toBe('accepted');
    expect(verdict(await subject.send('nudge', { taskId }, { id }))).toBe('accepted');
    expect(await recorded(subject, id)).toBe(1);
  });

  test('another command that comes first is judged on what was saved', async () => {
    const { subject } = await openedCase();
    const { died } = await doomedWorker('after');
    const task = await subject.openTask('register-report');
    const completed = subject.complete('register-report', 'not-proceeding');
    expect(await died).toBe(137);
    const other = subject.send('nudge', { taskId: task.id });
    await world.startWorker();
    expect(verdict(await completed)).toBe('accepted');
    expect(verdict(await other)).toBe('wrong-state');
  });
});

describe('a worker that dies before the commit', () => {
  test('loses nothing: the command is done by the next worker, once', async () => {
    const { subject, taskId } = await openedCase();
    const { died } = await doomedWorker('before');
    const id = commandId(randomUUID());
    const asked = subject.send('nudge', { taskId }, { id });
    expect(await died).toBe(137);
    expect(await recorded(subject, id)).toBe(0);
    await world.startWorker();
    expect(verdict(await asked)).toBe('accepted');
    expect(await recorded(subject, id)).toBe(1);
  });
});
