import { watchCases, type EngineHands, type WatchReport } from '../../activities/watch-cases.js';
import { fold } from '../../domain/case/evolve.js';
import { readEvents } from '../../activities/stored-case.js';
import { verify } from '../../scripts/verify/verify.js';
import { engineHands } from '../../worker/engine-hands.js';
import { caseWorkflow } from '../../workflows/case.workflow.js';
import { caseWorld, TestCase, verdict, type CaseWorld } from '../support/case-world.js';
import type { TestWorker } from '../support/temporal.js';
import { seconds, until } from '../support/until.js';

jest.setTimeout(90_000);

let world: CaseWorld;
let worker: TestWorker;

beforeEach(async () => {
  world = await caseWorld();
  worker = await world.startWorker();
});
afterEach(async () => {
  try {
    expect((await verify(world.test.database, world.temporal.client)).findings).toEqual([]);
  } finally {
    await world.stop();
  }
});

const nothing: WatchReport = { late: [], lost: [], routed: [], unrouted: [] };

interface Watched {
  readonly report: WatchReport;
  /** What the watchman did, to which case. */
  readonly acts: readonly string[];
}

/** One watch on the real engine for which everything is late at once, with what it did written down. */
async function watch(own: Partial<EngineHands> = {}): Promise<Watched> {
  const hands = { ...engineHands(world.temporal.client, world.temporal.taskQueue), ...own };
  const acts: string[] = [];
  const noting =
    (name: 'revive' | 'beginAnew' | 'routeAnew'): EngineHands['revive'] =>
    async (id) => {
      acts.push(`${name} ${id}`);
      await hands[name](id);
    };
  const noted: EngineHands = {
    ...hands,
    revive: noting('revive'),
    beginAnew: noting('beginAnew'),
    routeAnew: noting('routeAnew'),
  };
  return { report: await watchCases(world.test.database, noted, { graceMinutes: 0 }), acts };
}

async function opened(opening: Parameters<TestCase['open']>[0] = {}): Promise<TestCase> {
  const subject = new TestCase(world);
  await subject.open(opening);
  return subject;
}

/** Received so long ago that the first duty is overdue in so many seconds. */
const overdueIn = (seconds: number): string =>
  new Date(Date.now() - 86_400_000 + seconds * 1000).toISOString();

const overdue = ['reminder', 'escalation-1', 'overdue'];

describe('where nothing is wrong', () => {
  test('the watch reports nothing and touches no case, not even one that was opened this moment', async () => {
    await (await opened()).complete('register-report', 'registered', { isMinor: true });
    const closed = await opened();
    await closed.complete('register-report', 'not-proceeding');
    await closed.send('close-case', { outcome: 'withdrawn', ground: { code: 'person-withdrew' } });
    await opened({ receivedAt: overdueIn(-3_600) });
    await opened();
    expect(await watch()).toEqual({ report: nothing, acts: [] });
    // The engine's list may lag behind: here it shows no case at all.
    expect(await watch({ unlisted: (ids) => Promise.resolve(ids) })).toEqual({ report: nothing, acts: [] });
  });

  test('a wake that came to nothing is looked at once, and not every minute', async () => {
    const subject = await opened();
    const { database } = world.test;
    const past = { nextWakeAt: new Date(Date.now() - 3_600_000) };
    await database.caseRow.update({ where: { id: subject.id }, data: past });
    expect(await watch()).toEqual({ report: nothing, acts: [] });
    const row = await database.caseRow.findUniqueOrThrow({ where: { id: subject.id } });
    expect(row.nextWakeAt?.getTime()).toBeGreaterThan(Date.now());
  });
});

test('an open case whose run was ended is noticed and lives again', async () => {
  const subject = await opened();
  const other = await opened();
  await subject.handle().terminate();
  // The engine's list may show it as running for a moment yet; the watch that comes after that finds it.
  let seen = await watch();
  await until('the watch finds the ended run', async () => {
    if (seen.acts.length === 0) seen = await watch();
    return seen.acts.length > 0;
  });
  expect(seen).toEqual({ report: { ...nothing, lost: [subject.id] }, acts: [`revive ${subject.id}`] });
  expect(await subject.look()).toEqual(JSON.parse(JSON.stringify(await subject.state())));
  expect((await other.handle().describe()).status.name).toBe('RUNNING');
  expect((await watch()).acts).toEqual([]);
});

describe('an instant that passes without its rung', () => {
  test('is noticed where the run believes in an older state, and happens once', async () => {
    const subject = await opened({ receivedAt: overdueIn(4) });
    await subject.untilRungs(1);
    await sleepOnFirstEvent(subject);
    await seconds(5);
    expect(await subject.rungs()).toEqual(['reminder']);
    expect(await watch()).toEqual({
      report: { ...nothing, late: [subject.id] },
      acts: [`beginAnew ${subject.id}`],
    });
    await subject.untilRungs(3);
    expect(await subject.rungs()).toEqual(overdue);
    expect((await watch()).acts).toEqual([]);
  });

  test('is left to a run that is at work on it', async () => {
    const subject = await opened({ receivedAt: overdueIn(3) });
    await worker.stop();
    await seconds(4);
    expect(await watch()).toEqual({ report: { ...nothing, late: [subject.id] }, acts: [] });
    worker = await world.startWorker();
    await subject.untilRungs(3);
    expect(await subject.rungs()).toEqual(overdue);
  });

  test('happens once where the code of today cannot replay what a former one began', async () => {
    const subject = await opened({ receivedAt: overdueIn(3) });
    await worker.stop();
    worker = await world.temporal.startWorker({
      activities: { ...world.activities },
      workflowsPath: require.resolve('../replay/changed-workflow.ts'),
    });
    const hands = engineHands(world.temporal.client, world.temporal.taskQueue);
    await until('the run fails', async () => (await hands.standing(subject.id)) === 'failing');
    expect((await watch()).acts).toEqual([`beginAnew ${subject.id}`]);
    await subject.untilRungs(3);
    expect(await subject.rungs()).toEqual(overdue);
  });
});

test('a run that missed what the record knows learns it from whoever has seen more', async () => {
  const subject = await opened();
  await subject.complete('register-report', 'registered', { isMinor: false });
  const { version } = await subject.state();
  const { id: taskId } = await subject.openTask('notify-authority');
  await sleepOnFirstEvent(subject);
  // Of this task the run has never heard.
  const seen = { ifVersion: version };
  expect(verdict(await subject.send('nudge', { taskId }, seen))).toBe('accepted');
  const fromNowhere = { ifVersion: version + 100 };
  expect(verdict(await subject.send('nudge', { taskId }, fromNowhere))).toBe('stale-version');
  expect(verdict(await subject.send('nudge', { taskId }, seen))).toBe('accepted');
});

describe('a task in no queue', () => {
  test('is reported while nobody can be named, and handed over once somebody can', async () => {
    const { database } = world.test;
    const commune = await database.agencyRole.findMany({
      where: { role: 'commune-committee' },
      select: { agencyId: true },
    });
    const ids = commune.map(({ agencyId }) => agencyId);
    await database.agency.updateMany({ where: { id: { in: ids } }, data: { validTo: '2020-01-01' } });
    const subject = await opened();
    expect((await subject.openTask('register-report')).agencyId).toBeNull();
    expect(await watch()).toEqual({ report: { ...nothing, unrouted: [subject.id] }, acts: [] });
    await database.agency.updateMany({ where: { id: { in: ids } }, data: { validTo: null } });
    expect(await watch()).toEqual({
      report: { ...nothing, routed: [subject.id] },
      acts: [`routeAnew ${subject.id}`],
    });
    expect(ids).toContain((await subject.openTask('register-report')).agencyId);
    expect(await watch()).toEqual({ report: nothing, acts: [] });
  });

  test('keeps the time that ran while nobody could be named, and is not asked about by every watch', async () => {
    const { database } = world.test;
    const subject = await opened();
    await subject.complete('register-report', 'registered', { isMinor: false });
    await subject.complete('notify-authority', 'notified');
    await subject.complete('receive-case', 'received');
    const before = await subject.openTask('inform-rights');
    const holders = { roles: { some: { role: 'commune-committee' } } };
    const { count } = await database.agency.updateMany({ where: holders, data: { validTo: '2020-01-01' } });
    expect(count).toBeGreaterThan(0);
    // A body that has ended is found out; nobody has its role now.
    expect((await watch()).acts).toEqual([`routeAnew ${subject.id}`]);
    const alone = await subject.openTask('inform-rights');
    expect([alone.agencyId, alone.deadlines]).toEqual([null, before.deadlines]);
    const { version } = await subject.state();
    expect(await watch()).toEqual({ report: { ...nothing, unrouted: [subject.id] }, acts: [] });
    expect((await subject.state()).version).toBe(version);
    await database.agency.updateMany({ where: holders, data: { validTo: null } });
    expect((await watch()).acts).toEqual([`routeAnew ${subject.id}`]);
    const found = await subject.openTask('inform-rights');
    expect(found.agencyId).not.toBeNull();
    expect([found.offeredAt, found.deadlines]).toEqual([before.offeredAt, before.deadlines]);
  });

  test('of a rehearsal is judged by the day that the case’s own clock shows', async () => {
    const subject = await opened({
      procedure: 'vn-2014@1',
      rehearsal: true,
      receivedAt: '2025-05-05T02:00:00.000Z',
    });
    // The place is one of today: on the day that the rehearsal shows nobody answers for it.
    expect((await subject.openTask('register-report')).agencyId).toBeNull();
    const { version } = await subject.state();
    expect(await watch()).toEqual({ report: { ...nothing, unrouted: [subject.id] }, acts: [] });
    expect((await subject.state()).version).toBe(version);
  });
});

/** The run of the case is replaced by one that was told the state after the first event: it waits for nothing. */
async function sleepOnFirstEvent(subject: TestCase): Promise<void> {
  const [first] = await world.test.database.$transaction((all) => readEvents(all, subject.id, 0));
  const known = await world.activities.loadCase({ caseId: subject.id });
  const state = first === undefined ? null : (fold([first]) ?? null);
  await world.temporal.client.workflow.start(caseWorkflow, {
    workflowId: `case:${subject.id}`,
    taskQueue: world.temporal.taskQueue,
    args: [{ caseId: subject.id, known: { ...known, state } }],
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
  });
  await subject.look();
}
