import { Client } from 'pg';
import type { Agent } from 'supertest';
import type { CaseView } from '../../api/contract/case.js';
import { aReport, apiWorld, change, command, type ApiWorld } from './api-world.js';

/**
 * What one completed step that opens two more asks of our own database, API and worker together. Transactions:
 * session, account, case, key with texts and places, the save; for the answer tasks and names. Inside the save:
 * begin, lock, ended agencies, an agency for each new task, write, commit.
 */
const most = { transactions: 7, statements: 13 };
const steps = 3;

let api: ApiWorld;
let commune: Agent;
beforeAll(async () => {
  api = await apiWorld();
  commune = await api.as('commune');
});
afterAll(() => api.stop());

test('a completed step asks no more of the database than is counted here', async () => {
  const [warmUp, ...rest] = await registered(steps + 1);
  await completeFirst(warmUp);
  const asked = jest.spyOn(Client.prototype, 'query'); // looks on; everything still goes to PostgreSQL
  for (const each of rest) await completeFirst(each);
  const texts = asked.mock.calls.map(([first]: readonly unknown[]) => textOf(first));
  asked.mockRestore();
  const begun = texts.filter((text) => text === 'begin').length;
  const inside = texts.filter((text) => insideASave.test(text)).length;
  expect(begun).toBe(steps); // the save, and nothing else, needs more than one statement
  expect((texts.length - inside) / steps).toBeLessThanOrEqual(most.transactions);
  expect(texts.length / steps).toBeLessThanOrEqual(most.statements);
});

/** What stands between `begin` and its end, the end included. */
const insideASave = /^(\/\* (lock-case|ended-agencies|find-agency|write-case) \*\/|commit$)/;

const textOf = (query: unknown): string => {
  if (typeof query === 'string') return query;
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : '';
};

async function registered(count: number): Promise<CaseView[]> {
  const views: CaseView[] = [];
  while (views.length < count) {
    const answer = await change(commune, '/cases', aReport());
    expect(answer.status).toBe(201);
    views.push(answer.body as CaseView);
  }
  return views;
}

async function completeFirst(view: CaseView | undefined): Promise<void> {
  if (view === undefined) throw new Error('no case');
  const body = {
    type: 'complete-task',
    taskId: view.tasks[0]?.id,
    outcome: 'registered',
    fields: { isMinor: false },
  };
  expect((await command(commune, view, body)).status).toBe(200);
}
