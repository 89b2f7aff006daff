import { randomUUID } from 'node:crypto';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundle } from '@temporalio/worker';
import type { CaseActivities } from '../../activities/case-activities.js';
import { commandId, derivedUuid, userId } from '../../domain/ids.js';
import type { Actor } from '../../domain/case/events.js';
import { restartOpenCases } from '../../scripts/rebuild/rebuild.js';
import { verify } from '../../scripts/verify/verify.js';
import { getCase } from '../../workflows/contract.js';
import { caseWorld, TestCase, verdict, type CaseWorld } from '../support/case-world.js';
import type { TestWorker } from '../support/temporal.js';
import { until } from '../support/until.js';

jest.setTimeout(120_000);

let world: CaseWorld;
let workflowBundle: WorkflowBundle;
let faulty: TestWorker;
/** The save of the answer that opens further tasks waits for this. */
let mayBeSaved: Promise<void>;
let letSave: () => void;

beforeAll(async () => {
  // Not as the worker bundles: there all cases share one copy of the rules, which nobody can change.
  workflowBundle = await bundleWorkflowCode({
    workflowsPath: require.resolve('./faulty-workflow.ts'),
    logger: new DefaultLogger('ERROR'),
  });
});
beforeEach(async () => {
  mayBeSaved = new Promise((resolve) => (letSave = resolve));
  world = await caseWorld();
  faulty = await world.temporal.startWorker({
    activities: { ...world.activities, saveCaseEvents },
    workflowBundle,
  });
});
afterEach(async () => {
  letSave();
  try {
    expect((await verify(world.test.database, world.temporal.client)).findings).toEqual([]);
  } finally {
    await world.stop();
  }
});

const saveCaseEvents: CaseActivities['saveCaseEvents'] = async (request) => {
  if (request.decisions.some(({ type }) => type === 'complete-task')) await mayBeSaved;
  return world.activities.saveCaseEvents(request);
};

/** What `npm run renew` and a start with other workflow code do: the code without the bugs takes over. */
async function mended(): Promise<void> {
  await faulty.stop();
  const { client, taskQueue } = world.temporal;
  await restartOpenCases(world.test.database, client, taskQueue);
  await world.startWorker();
}

const administrator: Actor = {
  kind: 'user',
  userId: userId(derivedUuid('test administrator')),
  agencyId: null,
  roles: ['administrator'],
};
const unpark = (subject: TestCase) =>
  subject.send('unpark-case', { ground: { code: 'fault-repaired' } }, { actor: administrator });

/** Received so long ago that the first duty is overdue in so many seconds. */
const overdueIn = (count: number): string => new Date(Date.now() - 86_400_000 + count * 1000).toISOString();

const isParked = async (subject: TestCase): Promise<boolean> => (await subject.state()).status === 'parked';

describe('a bug that strikes only when an accepted command is decided anew', () => {
  test('is told to its caller; the case goes on, and takes the same command from mended code', async () => {
    const subject = new TestCase(world);
    await subject.open();
    const completed = subject.complete('register-report', 'registered', { isMinor: false });
    await until('the answer is decided and waits for its save', async () => {
      const look = await subject.handle().query(getCase);
      return look.unsaved > 0;
    });
    const note = { textId: randomUUID(), visibility: 'coordinators' } as const;
    const same = { id: commandId(randomUUID()) };
    const broken = subject.send('add-note', note, same).catch((error: unknown) => error);
    await until('its validator let the note through', async () => {
      return (await subject.handle().query(getCase)).unsaved > 1;
    });
    letSave();
    expect(verdict(await completed)).toBe('accepted');
    expect(await broken).toMatchObject({ cause: { type: 'CommandBroken' } });
    expect(verdict(await subject.complete('inform-rights', 'informed'))).toBe('accepted');
    expect(await subject.look()).toEqual(JSON.parse(JSON.stringify(await subject.state())));
    await mended();
    expect(verdict(await subject.send('add-note', note, same))).toBe('accepted');
  });
});

describe('a bug that strikes when something falls due', () => {
  test('parks the case, tells an operator, and leaves the other cases alone', async () => {
    const subject = new TestCase(world);
    await subject.open({ receivedAt: overdueIn(3) });
    await until('the case is parked', () => isParked(subject));
    const { id: taskId } = await subject.openTask('register-report');
    expect(verdict(await subject.complete('register-report', 'not-proceeding'))).toBe('case-parked');
    expect(verdict(await subject.send('nudge', { taskId }))).toBe('case-parked');
    expect(await subject.look()).toEqual(JSON.parse(JSON.stringify(await subject.state())));
    expect(
      await world.test.database.notice.count({ where: { caseId: subject.id, kind: 'case-parked' } }),
    ).toBe(1);
    const other = new TestCase(world);
    await other.open();
    letSave();
    expect(verdict(await other.complete('register-report', 'registered', { isMinor: false }))).toBe(
      'accepted',
    );
    // As long as the bug is there, letting the case go on brings it back to where it was.
    expect(verdict(await unpark(subject))).toBe('accepted');
    await until('the case is parked again', () => isParked(subject));
  });

  test('is over with mended code: unparked, the case catches up with every rung, once', async () => {
    const subject = new TestCase(world);
    await subject.open({ receivedAt: overdueIn(3) });
    await until('the case is parked', () => isParked(subject));
    await mended();
    expect(await isParked(subject)).toBe(true);
    expect(verdict(await unpark(subject))).toBe('accepted');
    await subject.untilRungs(3);
    expect(await subject.rungs()).toEqual(['reminder', 'escalation-1', 'overdue']);
    expect(verdict(await subject.complete('register-report', 'not-proceeding'))).toBe('accepted');
  });
});

describe('a bug that strikes when the case must tell when to wake', () => {
  test('parks the case, which goes on with mended code', async () => {
    letSave();
    const subject = new TestCase(world);
    await subject.open({ facts: [{ fact: 'isMinor', value: true }] });
    await subject.send('record-fact', {
      fact: 'seriousHarm',
      value: true,
      ground: { code: 'person-told-us' },
    });
    await until('the case is parked', () => isParked(subject));
    await mended();
    expect(verdict(await unpark(subject))).toBe('accepted');
    expect(verdict(await subject.complete('child-emergency', 'not-needed'))).toBe('accepted');
  });
});
