import { randomUUID } from 'node:crypto';
import request, { type Agent, type Response } from 'supertest';
import type { CaseView } from '../../api/contract/case.js';
import type { EventView } from '../../api/contract/event.js';
import type { TaskView } from '../../api/contract/task.js';
import { demoPassphrase } from '../../prisma/seed/demo-accounts.js';
import { agencyIdOf } from '../../prisma/seed/reference.js';
import { apiWorld, aReport, base, change, command, said, type ApiWorld } from './api-world.js';

/** What the agency that holds a task does inside its own house, and what the person says no to. */
let api: ApiWorld;
let commune: Agent;
let coordinator: Agent;

const communeId = agencyIdOf('HN-UBND-00070');
const colleague = { id: randomUUID(), username: 'commune.second', title: 'Công chức thứ hai (mẫu)' };
const gone = { id: randomUUID(), username: 'commune.gone', title: 'Công chức đã nghỉ (mẫu)' };

beforeAll(async () => {
  api = await apiWorld();
  commune = await api.as('commune');
  coordinator = await api.as('coordinator');
  const { passwordHash } = await api.database.account.findUniqueOrThrow({ where: { username: 'commune' } });
  await api.database.account.createMany({
    data: [
      { ...colleague, passwordHash, agencyId: communeId, roles: ['officer'] },
      { ...gone, passwordHash, agencyId: communeId, roles: ['officer'], disabledAt: new Date() },
    ],
  });
});
afterAll(() => api.stop());

const seen = async (agent: Agent, id: string): Promise<CaseView> =>
  (await agent.get(`${base}/cases/${id}`)).body as CaseView;
const taskOf = ({ tasks }: CaseView, stepId: string): TaskView => {
  const found = tasks.find((task) => task.stepId === stepId);
  if (found === undefined)
    throw new Error(`${stepId} is not among ${tasks.map((each) => each.stepId).join()}`);
  return found;
};

/** A case that was just received, and its first duty. */
async function received(): Promise<{ view: CaseView; taskId: string }> {
  const view = (await change(commune, '/cases', aReport())).body as CaseView;
  return { view, taskId: taskOf(view, 'register-report').id };
}

/** The same, with help offered to an adult who needs the essentials, which the person may decline. */
async function helped(): Promise<{ view: CaseView; taskId: string }> {
  const { view, taskId } = await received();
  const done = await command(commune, view, {
    type: 'complete-task',
    taskId,
    outcome: 'registered',
    fields: { isMinor: false, needsEssentials: true },
  });
  expect(done.status).toBe(200);
  const now = await seen(commune, view.id);
  return { view: now, taskId: taskOf(now, 'essential-needs').id };
}

const may = ({ permitted }: CaseView, type: string, taskId: string): boolean =>
  permitted.some((each) => each.type === type && each.taskId === taskId);

/** Refused with this, and the case is as it was. */
async function refused(view: CaseView, answer: PromiseLike<Response>, wanted: readonly [number, string]) {
  const before = await api.database.caseEvent.count({ where: { caseId: view.id } });
  const { status, body } = await answer;
  expect([status, (body as { code: string }).code]).toEqual(wanted);
  expect(await api.database.caseEvent.count({ where: { caseId: view.id } })).toBe(before);
  expect(await api.database.sealedText.count({ where: { caseId: view.id } })).toBe(0);
  return body as { readonly errors: readonly { pointer: string; code: string }[] };
}

const timelineOf = async (agent: Agent, id: string): Promise<readonly EventView[]> =>
  ((await agent.get(`${base}/cases/${id}/timeline?limit=100`)).body as { items: readonly EventView[] }).items;

const listed = async (agent: Agent, box: string): Promise<readonly string[]> =>
  said(await agent.get(`${base}/tasks?box=${box}&limit=100`)).items.map(({ id }) => id);

describe('assigning an officer', () => {
  const assign = (agent: Agent, view: CaseView, what: { taskId: string; userId: string }) =>
    command(agent, view, { type: 'assign-officer', ...what });

  test('puts the task of an agency on the desk of one of its own people', async () => {
    const { view, taskId } = await received();
    expect(may(view, 'assign-officer', taskId)).toBe(true);
    expect(await listed(commune, 'unassigned')).toContain(taskId);
    expect((await assign(commune, view, { taskId, userId: colleague.id })).status).toBe(200);
    const second = request.agent(api.app);
    const { username } = colleague;
    expect((await second.post(`${base}/session`).send({ username, password: demoPassphrase })).status).toBe(
      200,
    );
    expect(await listed(second, 'mine')).toContain(taskId);
    expect(await listed(commune, 'mine')).not.toContain(taskId);
    expect(await listed(commune, 'unassigned')).not.toContain(taskId);
    expect(await api.database.audit.count({ where: { caseId: view.id, action: 'assign-officer' } })).toBe(1);
    // Who sits at the desk binds nobody: the agency answers for the task as before.
    const done = { type: 'complete-task', taskId, outcome: 'registered', fields: { isMinor: false } };
    expect((await command(commune, await seen(commune, view.id), done)).status).toBe(200);
  });

  test('is for the agency that holds the task; others are refused, and to strangers there is no such case', async () => {
    const { view, taskId } = await received();
    const told = await seen(coordinator, view.id);
    expect(may(told, 'assign-officer', taskId)).toBe(false);
    const what = { taskId, userId: colleague.id };
    await refused(view, assign(coordinator, told, what), [409, 'not-your-task']);
    await refused(view, assign(await api.as('supervisor'), told, what), [409, 'not-your-task']);
    await refused(view, assign(await api.as('admin'), told, what), [404, 'not-found']);
    await refused(view, assign(await api.as('auditor'), told, what), [403, 'not-permitted']);
    await refused(view, assign(await api.as('police'), told, what), [404, 'not-found']);
  });

  test('names somebody who works there: nobody of another agency, nobody who left, nobody unknown', async () => {
    const { view, taskId } = await received();
    const { id: stranger } = await api.database.account.findUniqueOrThrow({ where: { username: 'police' } });
    for (const userId of [stranger, gone.id, randomUUID()]) {
      const { errors } = await refused(view, assign(commune, view, { taskId, userId }), [
        422,
        'field-invalid',
      ]);
      expect(errors).toMatchObject([{ pointer: '/userId', code: 'user-unknown' }]);
    }
    const nobody = command(commune, view, { type: 'assign-officer', taskId });
    const { errors } = await refused(view, nobody, [422, 'field-required']);
    expect(errors).toMatchObject([{ pointer: '/userId', code: 'required' }]);
  });

  test('ends with the task', async () => {
    const { view, taskId } = await received();
    const ended = { type: 'complete-task', taskId, outcome: 'not-proceeding', fields: {} };
    expect((await command(commune, view, ended)).status).toBe(200);
    const now = await seen(commune, view.id);
    expect(may(now, 'assign-officer', taskId)).toBe(false);
    await refused(now, assign(commune, now, { taskId, userId: colleague.id }), [409, 'wrong-state']);
  });

  test('shows the post to the agency alone; who sits in a protected house has no post for outsiders', async () => {
    const { view, taskId } = await received();
    await assign(commune, view, { taskId, userId: colleague.id });
    const shown = async (agent: Agent) => {
      const task = taskOf(await seen(agent, view.id), 'register-report');
      const event = (await timelineOf(agent, view.id)).find(({ type }) => type === 'task-assigned');
      return { assignee: task.assignee?.title, detail: event?.detail, by: event?.actor.name };
    };
    const by = 'Công chức văn hóa - xã hội, UBND phường Hoàn Kiếm';
    const inside = { assignee: colleague.title, detail: `Giao cho: ${colleague.title}`, by };
    const outside = { assignee: undefined, detail: undefined, by };
    expect(await shown(commune)).toEqual(inside);
    expect(await shown(coordinator)).toEqual(outside);
    await api.database.agency.update({ where: { id: communeId }, data: { masked: true } });
    try {
      expect(await shown(commune)).toEqual(inside);
      expect(await shown(coordinator)).toEqual(outside);
      expect(await shown(await api.as('auditor'))).toEqual({ ...outside, by: 'Cán bộ' });
    } finally {
      await api.database.agency.update({ where: { id: communeId }, data: { masked: false } });
    }
  });
});

describe('the person declines', () => {
  const informedOf = 'Đã giải thích: từ chối không mất quyền nào khác (mẫu)';
  const declines = (agent: Agent, view: CaseView, taskId: string) =>
    command(agent, view, { type: 'person-declines', taskId, informedOf });

  test('ends the task with an outcome of its own; what was explained is sealed, and read by whom it concerns', async () => {
    const { view, taskId } = await helped();
    expect(may(view, 'person-declines', taskId)).toBe(true);
    const answer = await declines(commune, view, taskId);
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('không mất quyền');
    expect(taskOf(await seen(coordinator, view.id), 'essential-needs')).toMatchObject({
      status: 'completed',
      outcome: 'declined-by-person',
    });
    expect(await api.database.audit.count({ where: { caseId: view.id, action: 'person-declines' } })).toBe(1);
    const told = (await timelineOf(coordinator, view.id)).find(({ texts }) => texts.length > 0);
    const textId = told?.texts[0]?.textId ?? '';
    const text = `${base}/cases/${view.id}/texts/${textId}?purpose=handle-task`;
    expect((await coordinator.get(text)).body).toMatchObject({ text: informedOf });
    expect((await (await api.as('auditor')).get(text)).status).toBe(403);
    expect((await (await api.as('police')).get(text)).status).toBe(404);
  });

  test('is recorded by the holder, or by the coordinator as well; by nobody else', async () => {
    const { view, taskId } = await helped();
    const supervisor = declines(await api.as('supervisor'), view, taskId);
    await refused(view, supervisor, [409, 'not-your-task']);
    await refused(view, declines(await api.as('police'), view, taskId), [404, 'not-found']);
    await refused(view, declines(await api.as('auditor'), view, taskId), [403, 'not-permitted']);
    const told = await seen(coordinator, view.id);
    expect(may(told, 'person-declines', taskId)).toBe(true);
    expect((await declines(coordinator, told, taskId)).status).toBe(200);
  });

  test('needs what the person was told, and a help that may be declined at all', async () => {
    const { view, taskId } = await helped();
    const { errors } = await refused(view, command(commune, view, { type: 'person-declines', taskId }), [
      422,
      'field-required',
    ]);
    expect(errors).toMatchObject([{ pointer: '/informedOf', code: 'required' }]);
    const duty = taskOf(view, 'inform-rights').id;
    expect(may(view, 'person-declines', duty)).toBe(false);
    await refused(view, declines(commune, view, duty), [409, 'person-may-not-decline']);
  });

  test('cannot be said twice of one task', async () => {
    const { view, taskId } = await helped();
    expect((await declines(commune, view, taskId)).status).toBe(200);
    const now = await seen(commune, view.id);
    expect(may(now, 'person-declines', taskId)).toBe(false);
    const again = await declines(commune, now, taskId);
    expect([again.status, said(again).code]).toEqual([409, 'wrong-state']);
  });
});
