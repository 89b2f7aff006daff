import { randomUUID } from 'node:crypto';
import type { Agent, Response } from 'supertest';
import type { CaseView } from '../../api/contract/case.js';
import type { CaseGateway } from '../../api/gateway/gateway-answer.js';
import { caseId } from '../../domain/ids.js';
import { aReport, apiWorld, base, change, command, said, type ApiWorld } from './api-world.js';
import { parkedCase } from './parked-case.js';

/** The engine cannot be reached while this is true. */
let isAway = false;
const awayAtTimes = (gateway: CaseGateway): CaseGateway => ({
  ...gateway,
  fastForward: (caseId, jump) =>
    isAway ? Promise.resolve({ kind: 'not-known-yet' }) : gateway.fastForward(caseId, jump),
});

let api: ApiWorld;
let coordinator: Agent;
beforeAll(async () => {
  api = await apiWorld({ through: awayAtTimes });
  coordinator = await api.as('coordinator');
});
afterAll(() => api.stop());

const opened = async (): Promise<CaseView> =>
  (await change(coordinator, '/cases', aReport({ rehearsal: true }))).body as CaseView;

const move = (id: string, key: string = randomUUID()) =>
  change(coordinator, `/rehearsals/${id}/fast-forward`, { days: 2 }).set('Idempotency-Key', key);

const allowedIn = (answer: Response) => (answer.body as { readonly allowed?: readonly string[] }).allowed;

const clockOf = async (id: string): Promise<number> =>
  Number((await api.database.caseRow.findUniqueOrThrow({ where: { id } })).clockOffset) / 86_400_000;

test('the clock of a closed rehearsal does not move, and asking again is refused again', async () => {
  const view = await opened();
  const registered = await command(await api.as('commune'), view, {
    type: 'complete-task',
    taskId: view.tasks[0]?.id,
    outcome: 'not-proceeding',
  });
  expect([registered.status, said(registered).errors]).toEqual([200, undefined]);
  const closed = await command(coordinator, said(registered).case as CaseView, {
    type: 'close-case',
    outcome: 'withdrawn',
    ground: { code: 'person-withdrew' },
  });
  expect([closed.status, said(closed).errors]).toEqual([200, undefined]);
  const key = randomUUID();
  for (const answer of [await move(view.id, key), await move(view.id, key)])
    expect([answer.status, said(answer).code, allowedIn(answer)]).toEqual([
      409,
      'case-closed',
      ['add-note', 'reopen-case'],
    ]);
  expect(await clockOf(view.id)).toBeLessThan(1);
  // The same where the case closes between the look at the record and the asking.
  const late = await api.world.gateway.fastForward(caseId(view.id), { id: key, days: 2 });
  expect(late).toMatchObject({ kind: 'refused', refusal: { refused: 'case-closed' } });
});

test('nor does that of a parked one', async () => {
  const view = await parkedCase(api, { rehearsal: true });
  const answer = await move(view.id);
  expect([answer.status, said(answer).code, allowedIn(answer)]).toEqual([
    409,
    'case-parked',
    ['add-note'], // to let it go on is the administrator's
  ]);
});

test('days that an outage held up pass when they are asked for again, once', async () => {
  const view = await opened();
  const key = randomUUID();
  isAway = true;
  const first = await move(view.id, key);
  isAway = false;
  expect([first.status, said(first).code]).toEqual([503, 'not-known-yet']);
  expect(await clockOf(view.id)).toBeLessThan(1);
  for (const answer of [await move(view.id, key), await move(view.id, key)]) {
    expect(answer.status).toBe(200);
    expect(Math.round(await clockOf(view.id))).toBe(2);
  }
});

test('an answer that was lost on the way costs no second jump', async () => {
  const view = await opened();
  const key = randomUUID();
  expect((await move(view.id, key)).status).toBe(200);
  await api.database.requestKey.delete({ where: { key } }); // as if the first request had not heard of its end
  expect((await move(view.id, key)).status).toBe(200);
  const later = await coordinator.get(`${base}/cases/${view.id}`);
  expect([later.status, Math.round(await clockOf(view.id))]).toEqual([200, 2]);
});
