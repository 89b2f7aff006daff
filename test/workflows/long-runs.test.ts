import { randomUUID } from 'node:crypto';
import { commandId } from '../../domain/ids.js';
import { verify } from '../../scripts/verify/verify.js';
import { updatesPerRun } from '../../workflows/contract.js';
import { caseWorld, TestCase, verdict, type CaseWorld } from '../support/case-world.js';

let world: CaseWorld;

beforeAll(async () => {
  world = await caseWorld();
  await world.startWorker();
});
afterAll(async () => world.stop());

test('a hundred callers at once are all answered while the run hands over to a fresh one', async () => {
  const subject = new TestCase(world);
  await subject.open();
  await subject.complete('register-report', 'registered', {
    isMinor: false,
    needsEssentials: true,
    needsInterpreter: true,
  });
  const state = await subject.state();
  const tasks = Object.values(state.tasks).filter(({ status }) => status === 'offered');
  expect(tasks.length).toBeGreaterThan(3);
  const firstRun = (await subject.handle().describe()).runId;
  const callers = Array.from({ length: 100 }, async (_, caller) => {
    const verdicts: string[] = [];
    for (let round = 0; round < 6; round++) {
      const task = tasks[(caller + round) % tasks.length];
      if (task === undefined) throw new Error('there are tasks');
      verdicts.push(verdict(await subject.send('nudge', { taskId: task.id })));
    }
    return verdicts;
  });
  const verdicts = (await Promise.all(callers)).flat();
  expect(verdicts.filter((each) => each !== 'accepted')).toEqual([]);
  expect(verdicts.length).toBeGreaterThan(updatesPerRun);
  expect((await subject.handle().describe()).runId).not.toBe(firstRun);
  expect(await world.test.database.caseEvent.count({ where: { caseId: subject.id, type: 'nudged' } })).toBe(
    600,
  );
  expect((await verify(world.test.database, world.temporal.client)).findings).toEqual([]);
}, 120_000);

test('a command that breaks a rule by a bug of ours is told so, and the next one works', async () => {
  const subject = new TestCase(world);
  await subject.open();
  const { id: taskId } = await subject.openTask('register-report');
  // No edge lets this through: a command without data is what a bug looks like to the rules.
  const broken = subject.send('complete-task', null as never, { id: commandId(randomUUID()) });
  await expect(broken).rejects.toThrow();
  expect(verdict(await subject.send('nudge', { taskId }))).toBe('accepted');
  expect((await verify(world.test.database, world.temporal.client)).findings).toEqual([]);
});
