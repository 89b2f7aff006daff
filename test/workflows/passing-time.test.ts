import { verify } from '../../scripts/verify/verify.js';
import { caseWorld, openSteps, TestCase, type CaseWorld } from '../support/case-world.js';
import type { TestWorker } from '../support/temporal.js';
import { fastForward } from '../support/fast-forward.js';
import { seconds } from '../support/until.js';

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
  await subject.complete('needs-assessment', 'assessed', {
    wantsShelter: true,
    wantsMedical: false,
    wantsPsychological: false,
    wantsLegalAid: false,
    wantsVocational: false,
    wantsGoHome: true,
  });
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
  const hour = 3_600_000;
  const soon = (seconds: number): string => new Date(Date.now() - 24 * hour + seconds * 1000).toISOString();
  await subject.open({ receivedAt: soon(4) });
  const first = await subject.openTask('register-report');
  await worker.stop();
  await seconds(7);
  expect(await subject.rungs()).toEqual(['reminder']);
  worker = await world.startWorker();
  await subject.untilRungs(3);
  const rows = await world.test.database.rungReached.findMany({
    where: { taskId: first.id, rungId: { not: 'reminder' } },
  });
  expect(rows.map(({ rungId }) => rungId).sort()).toEqual(['escalation-1', 'overdue']);
  for (const { lateBy } of rows) expect(Number(lateBy)).toBeGreaterThan(2_000);
});
