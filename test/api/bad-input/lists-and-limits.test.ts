import type { Agent, Response } from 'supertest';
import { dimensions } from '../../../domain/history/dimension.js';
import { said, base, command } from '../api-world.js';
import { at, Desk, seen } from './desk.js';

let desk: Desk;
let coordinator: Agent;
let refused: Desk['refused'];

beforeAll(async () => {
  desk = await Desk.open();
  ({ coordinator, refused } = desk);
});
afterAll(() => desk.api.stop());

describe('queries of lists', () => {
  test('query fields of lists are checked too', async () => {
    await refused(() => coordinator.get(`${base}/cases?limit=101`), 422, 'field-invalid');
    await refused(() => coordinator.get(`${base}/cases?cursor=abc`), 422, 'field-invalid');
    await refused(() => coordinator.get(`${base}/cases?status=open&status=closed`), 422, 'field-invalid');
    await refused(() => coordinator.get(`${base}/cases?sort=name`), 422, 'field-invalid');
    await refused(() => coordinator.get(`${base}/tasks?agency=1`), 422, 'field-invalid');
    await refused(() => coordinator.get(`${base}/places?on=2025-02-30`), 422, 'field-invalid');
  });
  test('a value that is not in the list is told with those that are', async () => {
    const document = await refused(
      () => coordinator.get(`${base}/statistics/counts?by=sex,zz`),
      422,
      'field-invalid',
    );
    expect([at(document), document.allowed]).toEqual([['/by not-listed'], [...dimensions]]);
    expect(document.detail).toContain('nhóm tuổi');
    const nameless = await refused(() => coordinator.get(`${base}/cases?sort=name`), 422, 'field-invalid');
    expect([at(nameless), nameless.allowed]).toEqual([['/sort not-listed'], ['opened', 'due']]);
    expect(nameless.detail).not.toContain(':');
  });
  test('with another fault beside it, each is told at its place', async () => {
    const document = await refused(
      () => coordinator.get(`${base}/statistics/counts?by=zz&from=2023`),
      422,
      'field-invalid',
    );
    expect([at(document), document.allowed]).toEqual([['/by not-listed', '/from day'], undefined]);
  });
});

describe('a limit that would end in the Tết holidays', () => {
  const preview = async (query: string): Promise<Response> =>
    coordinator.get(`${base}/limits/preview?${query}&from=2026-02-13T02:00:00Z`);

  test('ends on the first working day after them, and says why', async () => {
    const answer = await coordinator.get(
      `${base}/limits/preview?amount=3&unit=calendar-day&roll=forward&from=2026-02-13T02:00:00Z`,
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      explanation: { rawDate: '2026-02-16', rolled: { from: '2026-02-16', to: said(answer).dueDate } },
    });
    expect(said(answer).dueDate > '2026-02-20').toBe(true);
  });
  test.each([
    { what: 'hours never roll', query: 'amount=3&unit=hour&roll=forward', allowed: ['none'] },
    {
      what: 'a notice is never made shorter',
      query: 'amount=20&unit=calendar-day&direction=backward&roll=forward',
      allowed: ['none', 'backward'],
    },
  ])('$what: the way to roll is refused, with the ways there are', async ({ query, allowed }) => {
    const document = await refused(() => preview(query), 422, 'field-invalid');
    expect([at(document), document.allowed]).toEqual([['/roll not-listed'], allowed]);
  });
  test('nobody counts two hundred years', async () => {
    const document = await refused(() => preview('amount=3000&unit=month'), 422, 'field-invalid');
    expect([at(document), document.allowed]).toEqual([['/amount invalid'], undefined]);
  });
});

describe('what is recorded about the person', () => {
  const recording = async (more: Record<string, unknown>, code = 'field-invalid') => {
    const view = await seen(coordinator, (await desk.opened()).id);
    const body = { type: 'record-fact', ground: { code: 'person-told-us' }, ...more };
    const status = code === 'field-invalid' ? 422 : 409;
    return await refused(() => command(coordinator, view, body), status, code);
  };

  test('a value that is in no list is told with those that are, by their names', async () => {
    const document = await recording({ fact: 'receivedBy', value: 'the army' });
    expect(document.errors).toMatchObject([
      { pointer: '/value', code: 'not-listed', allowed: expect.arrayContaining(['border-guard', 'other']) },
    ]);
    expect(document.errors[0]?.message).toMatch(/Ủy ban nhân dân cấp xã, Công an, Bộ đội Biên phòng/);
  });

  test.each([
    ['confirmedOn', '2026-02-30', 'day'],
    ['isMinor', 'yes', 'wrong-type'],
  ])('%s: %s', async (fact, value, code) => {
    expect(at(await recording({ fact, value }))).toEqual([`/value ${code}`]);
  });

  test('a command that there is not is told with those that there are', async () => {
    const document = await recording({ type: 'promote' });
    expect([at(document), document.allowed]).toEqual([
      ['/type not-listed'],
      expect.arrayContaining(['nudge']),
    ]);
    expect(document.detail).toContain('đôn đốc');
  });
});
