import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Agent } from 'supertest';
import { createVault } from '../../api/records/vault.js';
import { drafts } from '../../api/records/drafts.js';
import { addHours, instant } from '../../domain/time/instant.js';
import { aReport, apiWorld, base, change, said, testKey, type ApiWorld } from './api-world.js';

let api: ApiWorld;
let commune: Agent;
beforeAll(async () => {
  api = await apiWorld();
  commune = await api.as('commune');
});
afterAll(() => api.stop());

const planted = 'Zyxkanari Thị Nháp';
const content = { sections: { person: { fullName: planted, phone: '0999 000 111' } }, at: 2 };
const save = (agent: Agent, id: string, body: object) => agent.put(`${base}/drafts/${id}`).send(body);
const aDraft = async (more: object = {}): Promise<string> => {
  const id = randomUUID();
  expect((await save(commune, id, { kind: 'registration', content, ...more })).status).toBe(200);
  return id;
};

describe('a draft', () => {
  test('comes back as it was typed, is listed without its content, and can be saved again and thrown away', async () => {
    const id = randomUUID();
    const first = await save(commune, id, { kind: 'registration', content });
    expect([first.status, first.body]).toEqual([
      200,
      { id, kind: 'registration', savedAt: expect.any(String) },
    ]);
    expect((await commune.get(`${base}/drafts/${id}`)).body).toEqual({ ...first.body, content });
    const list = await commune.get(`${base}/drafts?kind=registration`);
    expect(said(list).items).toContainEqual(first.body);
    expect(JSON.stringify(list.body)).not.toContain('kanari');
    expect((await save(commune, id, { kind: 'registration', content: { at: 3 } })).status).toBe(200);
    expect((await commune.get(`${base}/drafts/${id}`)).body).toMatchObject({ content: { at: 3 } });
    expect((await commune.delete(`${base}/drafts/${id}`)).status).toBe(204);
    expect((await commune.get(`${base}/drafts/${id}`)).status).toBe(404);
    expect((await commune.delete(`${base}/drafts/${id}`)).status).toBe(404);
  });

  test('is its author’s alone: to everybody else it is not there, and cannot be overwritten', async () => {
    const id = await aDraft();
    for (const other of ['coordinator', 'admin', 'auditor']) {
      const agent = await api.as(other);
      expect((await agent.get(`${base}/drafts/${id}`)).status).toBe(404);
      expect((await save(agent, id, { kind: 'registration', content: {} })).status).toBe(404);
      expect((await agent.delete(`${base}/drafts/${id}`)).status).toBe(404);
      expect(said(await agent.get(`${base}/drafts`)).items).toEqual([]);
    }
    expect((await commune.get(`${base}/drafts/${id}`)).body).toMatchObject({ content });
  });

  test('is sealed for its row and its author: moved to another account it does not open', async () => {
    const id = await aDraft();
    const rows = await api.database.$queryRaw<{ row: string }[]>`select draft::text as row from draft`;
    const hex = Buffer.from(planted, 'utf8').toString('hex');
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) expect(row).not.toMatch(new RegExp(`kanari|${hex}`));
    const thief = await api.database.account.findUniqueOrThrow({ where: { username: 'police' } });
    await api.database.draft.update({ where: { id }, data: { accountId: thief.id } });
    const answer = await (await api.as('police')).get(`${base}/drafts/${id}`);
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toContain('kanari');
  });

  test('that nobody saved for thirty days is removed', async () => {
    const id = await aDraft();
    const { id: userId } = await api.database.account.findUniqueOrThrow({ where: { username: 'commune' } });
    const store = drafts(api.database, createVault([testKey]));
    const { savedAt } = await api.database.draft.findUniqueOrThrow({ where: { id } });
    const later = (days: number) => addHours(instant(savedAt.toISOString()), days * 24);
    const ids = async (days: number) =>
      (await store.list('registration', { userId, now: later(days) })).map((each) => each.id);
    expect(await ids(30)).toContain(id);
    expect(await store.open(id, { userId, now: later(30.001) })).toBeUndefined();
    expect(await ids(30.001)).not.toContain(id);
    expect(await api.database.draft.count({ where: { id } })).toBe(0);
  });

  test('goes with the registration that it became, and stays when that is refused', async () => {
    const draftId = await aDraft();
    const refused = await change(commune, '/cases', aReport({ draftId, receivedPlace: 'c:99999' }));
    expect(refused.status).toBe(422);
    expect((await commune.get(`${base}/drafts/${draftId}`)).status).toBe(200);
    const theirs = await change(await api.as('hotline'), '/cases', aReport({ draftId }));
    expect([theirs.status, (await commune.get(`${base}/drafts/${draftId}`)).status]).toEqual([201, 200]);
    expect((await change(commune, '/cases', aReport({ draftId }))).status).toBe(201);
    expect((await commune.get(`${base}/drafts/${draftId}`)).status).toBe(404);
  });

  test.each([
    ['no content', { kind: 'registration' }, '/content required'],
    ['a kind that there is not', { kind: 'poem', content: {} }, '/kind not-listed'],
    ['a list for a content', { kind: 'registration', content: [] }, '/content wrong-type'],
    ['an unknown key', { kind: 'registration', content: {}, owner: 'x' }, '/owner unknown-key'],
    ['more than 64 kB', { kind: 'task', content: { a: 'ă'.repeat(33_000) } }, '/content draft-too-large'],
  ])('with %s is refused and not kept', async (_what, body, complaint) => {
    const id = randomUUID();
    const answer = await save(commune, id, body);
    expect([answer.status, said(answer).errors?.map((each) => `${each.pointer} ${each.code}`)]).toEqual([
      422,
      [complaint],
    ]);
    expect(await api.database.draft.count({ where: { id } })).toBe(0);
  });

  test('keeps half a character that a keyboard left, and an id that is none is an id of nothing', async () => {
    const id = randomUUID();
    const broken = await commune
      .put(`${base}/drafts/${id}`)
      .set('Content-Type', 'application/json')
      .send('{"kind":"registration","content":{"note":"a\\ud800"}}');
    expect(broken.status).toBe(200);
    expect((await commune.get(`${base}/drafts/${id}`)).body).toMatchObject({ content: { note: 'a\ud800' } });
    expect((await save(commune, 'mine', { kind: 'registration', content: {} })).status).toBe(404);
    expect((await commune.get(`${base}/drafts?kind=poem`)).status).toBe(422);
  });

  test('is in no log line and, outside its sealed row, in no table', async () => {
    await aDraft();
    expect(api.logged()).toContain('/drafts/{id}');
    expect(api.logged()).not.toMatch(/kanari/);
    const client = new Client({ connectionString: api.world.test.url });
    await client.connect();
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    for (const { name } of tables.rows) {
      const hits = await client.query(
        `select 1 from ${name} row where row::text ~ 'kanari|0999 000 111' limit 1`,
      );
      expect([name, hits.rowCount]).toEqual([name, 0]);
    }
    await client.end();
  });
});
