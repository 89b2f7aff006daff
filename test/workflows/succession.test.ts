import { readEvents } from '../../activities/stored-case.js';
import { watchCases } from '../../activities/watch-cases.js';
import { openTasks, type CaseState } from '../../domain/case/case-state.js';
import type { CaseEvent } from '../../domain/case/events.js';
import { verify } from '../../scripts/verify/verify.js';
import { engineHands } from '../../worker/engine-hands.js';
import { caseWorld, TestCase, verdict, type CaseWorld } from '../support/case-world.js';
import { fastForward } from '../support/fast-forward.js';

jest.setTimeout(90_000);

/** A ward of Hà Nội as it was until 30 June 2025, in a district that was dissolved that day. */
const formerWard = 'oc:00037';
const midnight = '2025-06-30T17:00:00.000Z';

let world: CaseWorld;
beforeEach(async () => {
  world = await caseWorld();
  await world.startWorker();
});
afterEach(async () => {
  try {
    expect((await verify(world.test.database, world.temporal.client)).findings).toEqual([]);
  } finally {
    await world.stop();
  }
});

const eventsOf = (subject: TestCase): Promise<readonly CaseEvent[]> =>
  world.test.database.$transaction((all) => readEvents(all, subject.id, 0));

const coded = async (id: string | null | undefined): Promise<string | undefined> =>
  (await world.test.database.agency.findUnique({ where: { id: id ?? world.test.url } }).catch(() => null))
    ?.code;

/** Codes of the bodies that hold the open duties of a case and coordinate it, each with its last day. */
async function bodies(state: CaseState): Promise<readonly (readonly [string, string | null])[]> {
  const ids = [state.coordinatingAgencyId, ...openTasks(state).map(({ agencyId }) => agencyId)];
  const rows = await world.test.database.agency.findMany({
    where: { id: { in: ids.flatMap((id) => (id === null || id === undefined ? [] : [id])) } },
    orderBy: { code: 'asc' },
  });
  return rows.map(({ code, validTo }) => [code, validTo] as const);
}

async function oldRegimeRehearsal(receivedAt: string): Promise<TestCase> {
  const subject = new TestCase(world);
  const opening = { rehearsal: true, procedure: 'vn-2014@1', place: formerWard, receivedAt } as const;
  expect(verdict(await subject.open(opening))).toBe('accepted');
  expect(verdict(await subject.complete('register-report', 'registered', { isMinor: false }))).toBe(
    'accepted',
  );
  expect(verdict(await subject.complete('notify-authority', 'notified'))).toBe('accepted');
  return subject;
}

describe('a rehearsal of the former law', () => {
  test('begins in its own days, with the bodies of then; on the day of the reform its duties go to the successors', async () => {
    const subject = await oldRegimeRehearsal('2025-06-15T02:00:00Z');
    const before = await subject.state();
    expect(before.recordedAt.slice(0, 10)).toBe('2025-06-15');
    expect((await bodies(before)).every(([, until]) => until === null || until === '2025-06-30')).toBe(true);
    const district = before.coordinatingAgencyId;
    expect((await bodies(before)).map(([, until]) => until)).toContain('2025-06-30');

    await fastForward(world.temporal.client, `case:${subject.id}`, 20);

    const state = await subject.state();
    expect(await coded(state.coordinatingAgencyId)).toBe('HN-SYT');
    expect((await bodies(state)).filter(([, until]) => until !== null)).toEqual([]);
    const handed = (await eventsOf(subject)).filter(({ type, occurredAt }) =>
      type !== 'rung-reached' && type !== 'escalation-raised' ? occurredAt === midnight : false,
    );
    expect(handed.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['directory-changed', 'coordinator-named', 'task-routed']),
    );
    // History keeps who had it then, and nobody gained time by the reform.
    const registered = (await eventsOf(subject)).find(({ type }) => type === 'case-registered');
    expect(registered?.data).toMatchObject({ coordinatingAgencyId: district });
    for (const task of openTasks(before)) expect(state.tasks[task.id]?.deadlines).toEqual(task.deadlines);
    expect(verdict(await subject.complete('receive-case', 'received'))).toBe('accepted');
  });

  test('keeps its clock when its run begins anew', async () => {
    const subject = await oldRegimeRehearsal('2025-06-15T02:00:00Z');
    await subject.handle().terminate();
    expect(verdict(await subject.complete('receive-case', 'received'))).toBe('accepted');
    const last = (await eventsOf(subject)).at(-1);
    expect(last?.recordedAt.slice(0, 10)).toBe('2025-06-15');
    expect(await coded((await subject.state()).coordinatingAgencyId)).not.toBe('HN-SYT');
  });
});

test('a real case of the former law that is typed in today names who had it then, and goes to who has it now', async () => {
  const subject = new TestCase(world);
  await subject.open({ procedure: 'vn-2014@1', place: formerWard, receivedAt: '2025-06-15T02:00:00Z' });
  const events = await eventsOf(subject);
  const named = events.flatMap((event) =>
    event.type === 'case-registered'
      ? [event.data.coordinatingAgencyId]
      : event.type === 'coordinator-named'
        ? [event.data.agencyId]
        : [],
  );
  const rows = await world.test.database.agency.findMany({
    where: { id: { in: named.flatMap((id) => id ?? []) } },
  });
  const until = new Map(rows.map(({ id, validTo }) => [id, validTo]));
  expect(named.map((id) => until.get(id ?? ''))).toEqual(['2025-06-30', null]);
  expect((await bodies(await subject.state())).filter(([, last]) => last !== null)).toEqual([]);
  const notices = await world.test.database.notice.findMany({ where: { caseId: subject.id } });
  expect(notices.length).toBe(1);
});

test('an agency that ends today hands its duties on by tomorrow, though nobody touches the case', async () => {
  const subject = new TestCase(world);
  await subject.open();
  const { id: taskId, agencyId: commune } = await subject.openTask('register-report');
  const { database } = world.test;
  const twin = await database.agency.findUniqueOrThrow({
    where: { id: commune ?? '' },
    include: { areas: true },
  });
  const { areas, ...row } = twin;
  const successor = await database.agency.create({
    data: { ...row, id: subject.id, code: `${row.code}-2`, roles: { create: { role: 'commune-committee' } } },
  });
  await database.agencyArea.createMany({
    data: areas.map(({ placeCode }) => ({ placeCode, agencyId: successor.id })),
  });
  await database.agency.update({ where: { id: commune ?? '' }, data: { validTo: '2020-01-01' } });
  const hands = engineHands(world.temporal.client, world.temporal.taskQueue);
  const { routed } = await watchCases(database, hands);
  expect(routed).toEqual([subject.id]);
  const task = (await subject.state()).tasks[taskId];
  expect(task?.agencyId).toBe(successor.id);
  expect(task?.status).toBe('offered');
  expect(await watchCases(database, hands)).toEqual({ late: [], lost: [], routed: [], unrouted: [] });
});
