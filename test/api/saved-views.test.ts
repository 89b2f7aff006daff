import { randomUUID } from 'node:crypto';
import type { Agent } from 'supertest';
import { apiWorld, base, said, type ApiWorld } from './api-world.js';

let api: ApiWorld;
let coordinator: Agent;
beforeAll(async () => {
  api = await apiWorld();
  coordinator = await api.as('coordinator');
});
afterAll(() => api.stop());

const save = (agent: Agent, body: object, id: string = randomUUID()) =>
  agent.put(`${base}/views/${id}`).send(body);
const complaints = (answer: Awaited<ReturnType<typeof save>>) => [
  answer.status,
  said(answer).errors?.map((each) => `${each.pointer} ${each.code}`),
];

describe('a saved view', () => {
  test('keeps the filters of its list and opens that list', async () => {
    const view = {
      list: 'cases',
      name: 'Quá hạn ở Hà Nội',
      query: { due: 'overdue', province: 'p:01', rehearsal: 'false' },
    };
    const id = randomUUID();
    expect((await save(coordinator, view, id)).body).toEqual({ id, ...view });
    expect(said(await coordinator.get(`${base}/views?list=cases`)).items).toEqual([{ id, ...view }]);
    expect(said(await coordinator.get(`${base}/views?list=tasks`)).items).toEqual([]);
    const list = await coordinator.get(`${base}/cases?${new URLSearchParams(view.query).toString()}`);
    expect(list.status).toBe(200);
    const renamed = { ...view, name: 'Hà Nội quá hạn' };
    expect((await save(coordinator, renamed, id)).body).toEqual({ id, ...renamed });
    expect((await coordinator.delete(`${base}/views/${id}`)).status).toBe(204);
    expect((await coordinator.delete(`${base}/views/${id}`)).status).toBe(404);
  });

  test('has its name once in each list of each person, also when two are saved at once', async () => {
    const view = { list: 'tasks', name: 'Tuần này', query: { box: 'soon' } };
    const answers = await Promise.all([save(coordinator, view), save(coordinator, view)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(complaints(answers.find(({ status }) => status === 422) ?? answers[0])).toEqual([
      422,
      ['/name name-taken'],
    ]);
    expect((await save(coordinator, { ...view, list: 'escalations', query: { level: '2' } })).status).toBe(
      200,
    );
    expect((await save(await api.as('supervisor'), view)).status).toBe(200);
  });

  test('is its owner’s alone', async () => {
    const id = randomUUID();
    const view = { list: 'tasks', name: 'Của tôi', query: {} };
    expect((await save(coordinator, view, id)).status).toBe(200);
    const other = await api.as('commune');
    expect((await save(other, view, id)).status).toBe(404);
    expect((await other.delete(`${base}/views/${id}`)).status).toBe(404);
    expect(said(await other.get(`${base}/views`)).items).toEqual([]);
  });

  test.each([
    [{ list: 'cases', name: 'x', query: { q: 'HN-2026' } }, '/query/q unknown-key'],
    [{ list: 'cases', name: 'x', query: { cursor: 'abc' } }, '/query/cursor unknown-key'],
    [{ list: 'tasks', name: 'x', query: { province: 'p:01' } }, '/query/province unknown-key'],
    [{ list: 'cases', name: 'x', query: { due: 'never' } }, '/query/due not-listed'],
    [{ list: 'cases', name: 'x', query: { province: 'Hà Nội' } }, '/query/province place'],
    [{ list: 'tasks', name: 'x', query: { agency: '1' } }, '/query/agency uuid'],
    [{ list: 'cases', name: 'x', query: { rehearsal: true } }, '/query/rehearsal wrong-type'],
    [{ list: 'people', name: 'x', query: {} }, '/list not-listed'],
    [{ list: 'cases', name: '   ', query: {} }, '/name too-short'],
    [{ list: 'cases', name: 'a\u0007', query: {} }, '/name characters'],
    [{ list: 'cases', name: 'x', query: [] }, '/query wrong-type'],
    [{ list: 'cases', name: 'x', query: {}, shared: true }, '/shared unknown-key'],
  ])('%j is refused', async (body, complaint) => {
    expect(complaints(await save(coordinator, body))).toEqual([422, [complaint]]);
  });
});
