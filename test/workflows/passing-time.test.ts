import { verify } from '../../scripts/verify/verify.js';
import { fromEpochMs } from '../../domain/time/instant.js';
import { caseWorld, openSteps, TestCase, type CaseWorld } from '../support/case-world.js';
import type { TestWorker } from '../support/temporal.js';
import { wantsNothing } from '../domain/procedure/story.js';
import { fastForward } from '../support/fast-forward.js';
import { seconds, until } from '../support/until.js';

let world: CaseWorld;
let worker: TestWorker;

beforeAll(async () => {
  world = await caseWorld();
});
beforeEach(async () => {
  worker = await world.startWorker();
});
afterEach(async () => {
  expect((await verify(world.test.database, world.temporal.client)).findings).toEqual([]);
});
afterEach(async () => worker.stop());
afterAll(async () => world.stop());

const days = async (subject: TestCase, count: number): Promise<void> =>
  fastForward(world.temporal.client, `case:${subject.id}`, count);

test('reminder, overdue mark and three escalations come by themselves, each once', async () => {
  const subject = new TestCase(world);
  await subject.open({ rehearsal: true });
  await days(subject, 6);
  expect(await subject.rungs()).toEqual([
    'reminder',
    'escalation-1',
    'overdue',
    'escalation-2',
    'escalation-3',
  ]);
  const escalations = await world.test.database.escalation.findMany({
    where: { caseId: subject.id },
    orderBy: { level: 'asc' },
  });
  expect(escalations.map(({ level, toRole, acknowledgedAt }) => [level, toRole, acknowledgedAt])).toEqual([
    [1, 'agency-lead', null],
    [2, 'supervisor', null],
    [3, 'ministry', null],
  ]);
});

test('sixty days pass in seconds: a stay warns early and ends by itself', async () => {
  const subject = new TestCase(world);
  await subject.open({ rehearsal: true, procedure: 'vn-2014@1' });
  await subject.complete('register-report', 'registered', { isMinor: false });
  await subject.complete('notify-authority', 'notified');
  await subject.complete('receive-case', 'received');
  await subject.complete('needs-assessment', 'assessed', { ...wantsNothing, wantsShelter: true });
  const facility = await world.test.database.agencyRole.findFirstOrThrow({
    where: { role: 'social-facility', agency: { code: { startsWith: 'HN-' } } },
  });
  await subject.complete('choose-facility', 'chosen', { facility: facility.agencyId });
  await subject.complete('shelter-admission', 'admitted');
  expect(openSteps(await subject.state())).toContain('shelter-stay');
  await days(subject, 100);
  const state = await subject.state();
  expect(state.steps['shelter-stay']).toMatchObject({ outcome: 'ended' });
  expect(openSteps(state)).toContain('after-stay');
  expect((await subject.rungs()).filter((rung) => rung.startsWith('warning'))).toEqual([
    'warning-20',
    'warning-7',
    'warning-1',
  ]);
});

test('three instants that fell due while no worker ran happen once each, in order, with their lateness', async () => {
  const subject = new TestCase(world);
  const began = Date.now();
  /** Typed in afterwards: what opens by it is due so many seconds after the beginning. */
  const dueIn = (count: number) => ({ occurredAt: fromEpochMs(began - 24 * 3_600_000 + count * 1000) });
  await subject.open({ receivedAt: dueIn(15).occurredAt });
  await subject.answer({
    stepId: 'register-report',
    outcome: 'registered',
    fields: { isMinor: false },
    ...dueIn(15),
  });
  await subject.send(
    'record-fact',
    { fact: 'needsEssentials', value: true, ground: { code: 'person-told-us' } },
    dueIn(16),
  );
  await subject.answer({ stepId: 'notify-authority', outcome: 'notified', ...dueIn(16) });
  await subject.answer({ stepId: 'receive-case', outcome: 'received', ...dueIn(16) });
  const wishes = { ...wantsNothing, wantsShelter: true };
  await subject.answer({ stepId: 'needs-assessment', outcome: 'assessed', fields: wishes, ...dueIn(17) });
  const stepOf = new Map<string, string>();
  for (const step of ['inform-rights', 'essential-needs', 'choose-facility'])
    stepOf.set((await subject.openTask(step)).id, step);
  await worker.stop();
  expect(Date.now()).toBeLessThan(began + 15_000); // a machine that is slower than this tests something else
  await seconds((began + 20_000 - Date.now()) / 1000);
  worker = await world.startWorker();
  const late = { caseId: subject.id, rungId: { in: ['overdue', 'escalation-1'] } };
  await until('six rungs', async () => (await world.test.database.rungReached.count({ where: late })) >= 6);
  const events = await world.test.database.caseEvent.findMany({
    where: { caseId: subject.id, type: 'rung-reached' },
    orderBy: { version: 'asc' },
  });
  const reached = events.flatMap(({ data }) => {
    const { taskId, rung } = data as { readonly taskId: string; readonly rung: string };
    return rung === 'overdue' ? [stepOf.get(taskId)] : [];
  });
  expect(reached).toEqual(['inform-rights', 'essential-needs', 'choose-facility']);
  const rows = await world.test.database.rungReached.findMany({ where: late });
  expect(rows).toHaveLength(6);
  for (const { lateBy } of rows) expect(Number(lateBy)).toBeGreaterThan(2_000);
});
