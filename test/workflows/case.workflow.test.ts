import { randomUUID } from 'node:crypto';
import { commandId } from '../../domain/ids.js';
import { caseWorld, openSteps, TestCase, verdict, type CaseWorld } from '../support/case-world.js';
import { verify } from '../../scripts/verify/verify.js';

let world: CaseWorld;
const aCase = (): TestCase => new TestCase(world);

beforeAll(async () => {
  world = await caseWorld();
  await world.startWorker();
});
afterEach(async () => {
  const { findings } = await verify(world.test.database, world.temporal.client);
  expect(findings).toEqual([]);
});
afterAll(async () => world.stop());

describe('a report at the commune', () => {
  test('becomes a case with a number, whose first duty lies with the commune that received it', async () => {
    const subject = aCase();
    expect(verdict(await subject.open())).toBe('accepted');
    const state = await subject.state();
    expect(state.code).toMatch(/^HN-\d{4}-\d{6}$/);
    expect(openSteps(state)).toEqual(['register-report']);
    const task = await subject.openTask('register-report');
    const agency = await world.test.database.agency.findUnique({ where: { id: task.agencyId ?? '' } });
    expect(agency?.nameVi).toBe('Ủy ban nhân dân phường Hoàn Kiếm');
    expect(await subject.look()).toEqual(JSON.parse(JSON.stringify(state)));
  });

  test('opened twice with the same key has one effect', async () => {
    const subject = aCase();
    const id = commandId(randomUUID());
    const first = await subject.open();
    expect(verdict(first)).toBe('accepted');
    const answer = await subject.send(
      'nudge',
      { taskId: (await subject.openTask('register-report')).id },
      { id },
    );
    const again = await subject.send(
      'nudge',
      { taskId: (await subject.openTask('register-report')).id },
      { id },
    );
    expect(again).toEqual(answer);
  });
});

describe('a refused command', () => {
  test('on a warm run leaves no event in the history of the engine', async () => {
    const subject = aCase();
    await subject.open();
    const task = await subject.openTask('register-report');
    await subject.send('nudge', { taskId: task.id });
    const before = (await subject.handle().fetchHistory()).events?.length;
    const answer = await subject.send('decline-task', { taskId: task.id, reason: 'none' });
    expect(verdict(answer)).toBe('not-your-task');
    expect((await subject.handle().fetchHistory()).events?.length).toBe(before);
  });
});

test('no stack is written for the promises of a case', async () => {
  const subject = aCase();
  await subject.open();
  expect(await subject.handle().query<string>('__stack_trace')).toBe('');
});
