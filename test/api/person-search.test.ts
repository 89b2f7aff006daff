import { randomUUID } from 'node:crypto';
import type { Agent } from 'supertest';
import type { CaseView } from '../../api/contract/case.js';
import type { PossibleMatch } from '../../api/contract/person-search.js';
import { nameKey, phoneKey } from '../../api/records/person-index.js';
import { aReport, apiWorld, base, change, command, said, type ApiWorld } from './api-world.js';

let api: ApiWorld;
let commune: Agent;
let coordinator: Agent;
let known: CaseView;
const person = {
  fullName: 'Zyxkanari Thị Hoa Quỳnh',
  otherNames: 'Kanari Mây, Kanari Mận',
  birthDate: '1987-10-29',
  phone: '0912 345 678 / 024 3 999 1234',
};
beforeAll(async () => {
  api = await apiWorld();
  commune = await api.as('commune');
  coordinator = await api.as('coordinator');
  const registered = await change(commune, '/cases', aReport({ person }));
  expect(registered.status).toBe(201);
  known = registered.body as CaseView;
});
afterAll(() => api.stop());

const search = (agent: Agent, body: object) => agent.post(`${base}/cases/search`).send(body);
const matches = async (agent: Agent, body: object): Promise<PossibleMatch[]> => {
  const answer = await search(agent, body);
  expect([answer.status, said(answer).errors]).toEqual([200, undefined]);
  return (answer.body as { items: PossibleMatch[] }).items;
};

describe('a search for somebody who may be known', () => {
  test.each([
    [{ fullName: 'zyxkanari thi hoa quynh' }, ['name']],
    [{ fullName: 'Quỳnh  Hoa, Thị ZYXKANARI' }, ['name']],
    [{ fullName: 'Kanari Mận' }, ['name']],
    [{ phone: '+84 912-345-678' }, ['phone']],
    [{ phone: '0084912345678', birthYear: 1987 }, ['phone', 'birthYear']],
    [
      { fullName: 'Hoa Quynh Thi Zyxkanari', phone: '02439991234', birthYear: 1987, province: 'p:01' },
      ['name', 'phone', 'birthYear'],
    ],
    [{ fullName: 'Zyxkanari Thị Hoa Quỳnh', birthYear: 1988 }, ['name']],
  ])('%j finds the case, told to whom it belongs', async (wish, matched) => {
    expect(await matches(commune, wish)).toEqual([
      {
        mine: true,
        matched,
        caseId: known.id,
        code: known.code,
        phase: known.phase,
        status: 'open',
        openedAt: known.openedAt,
        agency: { id: expect.any(String), name: 'Sở Y tế Hà Nội' },
      },
    ]);
  });

  test.each([
    { fullName: 'Zyxkanari Thị Hoa' },
    { fullName: 'Người Mẫu' },
    { phone: '0912 345 679' },
    { phone: '0912 345 678', province: 'p:02' },
  ])('%j finds nobody', async (wish) => {
    expect(await matches(commune, wish)).toEqual([]);
  });

  test('tells somebody else’s officer only whom to ask', async () => {
    const [match, ...others] = await matches(await api.as('border'), {
      fullName: person.fullName,
      birthYear: 1987,
    });
    expect(others).toEqual([]);
    expect(match).toEqual({
      mine: false,
      matched: ['name', 'birthYear'],
      agency: { id: expect.any(String), name: 'Sở Y tế Hà Nội' },
    });
  });

  test('is for those who register cases', async () => {
    for (const other of ['supervisor', 'legal-aid', 'admin', 'auditor']) {
      const answer = await search(await api.as(other), { fullName: person.fullName });
      expect([other, answer.status, said(answer).code]).toEqual([other, 403, 'not-permitted']);
    }
  });

  test('finds by what the record says now, and no longer by what it said before', async () => {
    const before = { fullName: 'Bướm Kanari Cũ', phone: '0988 000 001', birthDate: '1990' };
    const view = (await change(commune, '/cases', aReport({ person: before }))).body as CaseView;
    const patch = (body: object) =>
      coordinator.patch(`${base}/cases/${view.id}/person?purpose=correct-record`).send(body);
    expect((await patch({ fullName: 'Bướm Kanari Mới', phone: null, birthDate: '1991-02-03' })).status).toBe(
      200,
    );
    const ids = async (wish: object) => (await matches(commune, wish)).map(({ caseId }) => caseId);
    expect(await ids({ fullName: 'Bướm Kanari Cũ' })).toEqual([]);
    expect(await ids({ phone: '0988 000 001' })).toEqual([]);
    const [found] = await matches(commune, { fullName: 'buom kanari moi', birthYear: 1991 });
    expect([found?.caseId, found?.matched]).toEqual([view.id, ['name', 'birthYear']]);
    expect((await matches(commune, { fullName: 'buom kanari moi', birthYear: 1990 }))[0]?.matched).toEqual([
      'name',
    ]);
  });

  test('finds no rehearsal, nothing of a refused registration, and nothing for an excluded agency', async () => {
    const fullName = 'Kanari Diễn Tập';
    expect((await change(commune, '/cases', aReport({ rehearsal: true, person: { fullName } }))).status).toBe(
      201,
    );
    const receivedAt = new Date(Date.now() + 3_600_000).toISOString();
    expect((await change(commune, '/cases', aReport({ receivedAt, person: { fullName } }))).status).toBe(409);
    expect(await matches(commune, { fullName })).toEqual([]);

    const view = (await change(commune, '/cases', aReport({ person: { fullName } }))).body as CaseView;
    expect(await matches(await api.as('border'), { fullName })).toHaveLength(1);
    const border = await api.database.account.findUniqueOrThrow({ where: { username: 'border' } });
    const excluded = await command(coordinator, view, {
      type: 'exclude',
      agencyId: border.agencyId,
      ground: { code: 'suspected-involvement' },
    });
    expect(excluded.status).toBe(200);
    expect(await matches(await api.as('border'), { fullName })).toEqual([]);
  });

  test('leaves a trace that names the fields and nothing that was asked', async () => {
    const before = await api.database.audit.count({ where: { action: 'search-person' } });
    await matches(commune, { fullName: 'Kanari Dấu Vết', birthYear: 1979 });
    const [row] = await api.database.audit.findMany({
      where: { action: 'search-person' },
      orderBy: { id: 'desc' },
    });
    expect(await api.database.audit.count({ where: { action: 'search-person' } })).toBe(before + 1);
    expect([row?.fields, row?.caseId]).toEqual([['birthYear', 'fullName'], null]);
    expect(api.logged()).not.toMatch(/kanari/i);
    const index = JSON.stringify(await api.database.personIndex.findMany());
    expect(index).not.toMatch(/kanari|1987|912345678/i);
    expect(index).toMatch(/"birth-year","hash":"[0-9a-f]{64}"/);
  });

  test.each([
    [{}, '/fullName name-or-phone'],
    [{ birthYear: 1987 }, '/fullName name-or-phone'],
    [{ fullName: '…' }, '/fullName name-or-phone'],
    [{ phone: '12' }, '/phone phone'],
    [{ fullName: 7 }, '/fullName wrong-type'],
    [{ fullName: 'a\ud800' }, '/fullName characters'],
    [{ fullName: 'a', birthYear: '1987' }, '/birthYear wrong-type'],
    [{ fullName: 'a', birthYear: 1887 }, '/birthYear too-short'],
    [{ fullName: 'a', birthDate: '1987-02-30' }, '/birthDate unknown-key'],
    [{ fullName: 'a', province: 'Hà Nội' }, '/province place'],
  ])('%j is refused', async (wish, complaint) => {
    const answer = await search(commune, wish);
    expect([answer.status, said(answer).errors?.map((each) => `${each.pointer} ${each.code}`)]).toEqual([
      422,
      [complaint],
    ]);
  });

  test('is braked for who asks again and again', async () => {
    const hotline = await api.as('hotline');
    const answers = await Promise.all(
      Array.from({ length: 61 }, () => search(hotline, { fullName: `Kanari ${randomUUID()}` })),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  });
});

describe('what is compared', () => {
  test('a name without diacritics, capitals and order; a number with its country', () => {
    expect(nameKey('Đỗ  Thị-Ánh')).toBe(nameKey('anh do THI'));
    expect(['0912345678', '+84912345678', '84 912 345 678', '0084-912345678'].map(phoneKey)).toEqual(
      Array.from({ length: 4 }, () => '84912345678'),
    );
    expect(['', '113', '1'.repeat(16)].map(phoneKey)).toEqual(['', '', '']);
  });
});
