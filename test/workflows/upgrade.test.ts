import type { Prisma } from '../../prisma/client.js';
import { readEvents } from '../../activities/stored-case.js';
import { stateSchema, type CaseState } from '../../domain/case/case-state.js';
import { fold } from '../../domain/case/evolve.js';
import { restartOpenCases } from '../../scripts/rebuild/rebuild.js';
import { verify } from '../../scripts/verify/verify.js';
import { caseWorld, openSteps, TestCase, verdict, type CaseWorld } from '../support/case-world.js';
import { fastForward } from '../support/fast-forward.js';
import type { TestWorker } from '../support/temporal.js';
import { seconds } from '../support/until.js';

jest.setTimeout(120_000);

let world: CaseWorld;
let former: TestWorker;
beforeEach(async () => {
  world = await caseWorld();
  former = await world.temporal.startWorker({
    activities: { ...world.activities },
    workflowsPath: require.resolve('./former-workflow.ts'),
  });
});
afterEach(() => world.stop());

/** Everything that somebody may have left behind on the evening before an upgrade. */
async function casesOfFormerCode() {
  const fresh = new TestCase(world);
  await fresh.open();
  const midway = new TestCase(world);
  await midway.open();
  await midway.complete('register-report', 'registered', { isMinor: true });
  const late = new TestCase(world);
  await late.open({ receivedAt: overdueIn(2) });
  await late.untilRungs(3);
  const ahead = new TestCase(world);
  await ahead.open({ rehearsal: true });
  await fastForward(world.temporal.client, `case:${ahead.id}`, 2);
  const closed = new TestCase(world);
  await closed.open();
  await closed.complete('register-report', 'not-proceeding');
  await closed.send('close-case', { outcome: 'withdrawn', ground: { code: 'person-withdrew' } });
  return { fresh, midway, late, ahead, closed };
}

/** Snapshots as schema 2 had them: another number, a field that is gone, one that was not there yet. */
async function asOfSchema2(): Promise<void> {
  const { database } = world.test;
  for (const { caseId, state } of await database.caseSnapshot.findMany()) {
    const { directoryAsOf, ...rest } = state as unknown as CaseState;
    const old = { ...rest, schema: 2, lastInstant: directoryAsOf } as unknown as Prisma.InputJsonObject;
    await database.caseSnapshot.update({ where: { caseId }, data: { schema: 2, state: old } });
  }
}

/** What `npm run renew` and a start with other workflow code do, between the former worker and the present one. */
async function renewed(): Promise<number> {
  const { client, taskQueue } = world.temporal;
  return restartOpenCases(world.test.database, client, taskQueue);
}

/** Received so long ago that the first duty is overdue in so many seconds. */
const overdueIn = (count: number): string => new Date(Date.now() - 86_400_000 + count * 1000).toISOString();

const deadlinesOf = (subject: TestCase) =>
  world.test.database.deadline.findMany({
    where: { caseId: subject.id },
    orderBy: [{ taskId: 'asc' }, { generation: 'asc' }, { limitId: 'asc' }],
  });

/** The state by all events, as JSON tells it. */
async function folded(subject: TestCase): Promise<unknown> {
  const events = await world.test.database.$transaction((all) => readEvents(all, subject.id, 0));
  return JSON.parse(JSON.stringify(fold(events)));
}

/** What the running workflow knows and when it will wake by itself. */
async function seen(subject: TestCase) {
  await subject.look();
  const { state, nextWake } = await subject.handle().query<{ state: unknown; nextWake: unknown }>('getCase');
  return { state, nextWake };
}

test('cases of a former release with another shape of state go on after renewal: same state, same deadlines', async () => {
  const { closed, ...open } = await casesOfFormerCode();
  const before = await Promise.all(Object.values(open).map(seen));
  const deadlines = await Promise.all(Object.values(open).map(deadlinesOf));
  const rungs = await Promise.all(Object.values(open).map((each) => each.rungs()));
  await former.stop();
  await asOfSchema2();

  expect(await renewed()).toBe(Object.keys(open).length);
  await world.startWorker();

  expect(await Promise.all(Object.values(open).map(seen))).toEqual(before);
  expect(before.map(({ state }) => state)).toEqual(await Promise.all(Object.values(open).map(folded)));
  expect(await Promise.all(Object.values(open).map(deadlinesOf))).toEqual(deadlines);
  expect(await Promise.all(Object.values(open).map((each) => each.rungs()))).toEqual(rungs);

  // People work on, the closed case included, and what is saved has the present shape.
  expect(verdict(await open.midway.complete('notify-authority', 'notified'))).toBe('accepted');
  const { id: taskId } = await open.late.openTask('register-report');
  expect(verdict(await open.late.send('nudge', { taskId }))).toBe('accepted');
  expect(verdict(await closed.send('reopen-case', { ground: { code: 'new-evidence' } }))).toBe('accepted');
  for (const each of [open.midway, open.late, closed]) {
    const { schema, state } = await world.test.database.caseSnapshot.findUniqueOrThrow({
      where: { caseId: each.id },
    });
    expect([schema, state]).toEqual([stateSchema, await folded(each)]);
  }
  expect(openSteps(await open.fresh.state())).toContain('register-report');
  expect((await verify(world.test.database, world.temporal.client)).findings).toEqual([]);
});

test('what falls due while no release runs happens after renewal, once', async () => {
  const subject = new TestCase(world);
  await subject.open({ receivedAt: overdueIn(6) });
  await subject.untilRungs(1);
  const { nextWake } = await seen(subject);
  await former.stop();
  await asOfSchema2();
  await renewed();
  await seconds((Date.parse(String(nextWake)) - Date.now()) / 1000 + 0.5);
  await world.startWorker();
  await subject.untilRungs(3);
  expect(await subject.rungs()).toEqual(['reminder', 'escalation-1', 'overdue']);
  expect((await verify(world.test.database, world.temporal.client)).findings).toEqual([]);
});
