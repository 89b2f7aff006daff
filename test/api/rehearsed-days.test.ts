import type { Agent } from 'supertest';
import type { CaseView } from '../../api/contract/case.js';
import { aReport, apiWorld, change, command, said, type ApiWorld } from './api-world.js';

/** The district's ward of before the reform of 1 July 2025, and the one of today. */
const former = 'oc:00037';
const today = 'c:00070';

let api: ApiWorld;
let coordinator: Agent;
beforeAll(async () => {
  api = await apiWorld();
  coordinator = await api.as('coordinator.2014');
});
afterAll(() => api.stop());

type Answer = readonly [step: string, outcome: string, fields: object];

const answered = (view: CaseView, [step, outcome, fields]: Answer) => {
  const task = view.tasks.find(({ stepId, completedAt }) => stepId === step && completedAt === undefined);
  const behalf = { agencyId: task?.agency?.id, ground: 'letter' };
  const occurredAt = view.openedAt;
  const own = task?.agency?.id === view.coordinatingAgency?.id;
  return command(coordinator, view, {
    type: 'complete-task',
    taskId: task?.id,
    outcome,
    fields,
    ...(own ? {} : { onBehalfOf: behalf, occurredAt }),
  });
};

test('a rehearsal of the former law takes the places of its own days, though nobody says when', async () => {
  const report = aReport({
    procedure: 'vn-2014@1',
    rehearsal: true,
    receivedAt: '2025-05-05T02:00:00.000Z',
    receivedPlace: former,
  });
  let view = (await change(coordinator, '/cases', report)).body as CaseView;
  for (const each of [
    ['register-report', 'registered', { isMinor: false }],
    ['notify-authority', 'notified', {}],
    ['receive-case', 'received', {}],
    ['initial-verification', 'no-paper', {}],
  ] as const) {
    const answer = await answered(view, each);
    expect([each[0], answer.status, said(answer).code]).toEqual([each[0], 200, undefined]);
    view = said(answer).case as CaseView;
  }
  const refused = await answered(view, ['request-verification', 'requested', { residence: today }]);
  expect([refused.status, said(refused).errors?.[0]]).toMatchObject([
    422,
    { pointer: '/fields/residence', code: 'place-abolished' },
  ]);
  const taken = await answered(view, ['request-verification', 'requested', { residence: former }]);
  expect(taken.status).toBe(200);
  const police = said(taken).case?.tasks.find(({ stepId }) => stepId === 'police-verification');
  expect(police?.agency).not.toBeNull();
});
