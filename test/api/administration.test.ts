import { randomUUID } from 'node:crypto';
import type { Agent, Response } from 'supertest';
import type { AdminAgency, AgencySaved } from '../../api/contract/admin-agency.js';
import type { CaseView } from '../../api/contract/case.js';
import { aReport, apiWorld, base, change, command, said, type ApiWorld } from './api-world.js';
import { parkedCase } from './parked-case.js';

let api: ApiWorld;
let admin: Agent;
let coordinator: Agent;
beforeAll(async () => {
  api = await apiWorld();
  admin = await api.as('admin');
  coordinator = await api.as('coordinator');
});
afterAll(() => api.stop());

const complaints = (answer: Response) => [
  answer.status,
  said(answer).errors?.map((each) => `${each.pointer} ${each.code}`),
];
const codeOf = (answer: Response) => [answer.status, said(answer).code];
const anAgency = (more: object = {}) => ({
  code: `TEST-${randomUUID().slice(0, 8).toUpperCase()}`,
  nameVi: 'Cơ sở hỗ trợ nạn nhân (mẫu)',
  nameEn: 'Victim support facility (sample)',
  level: 'province',
  sector: 'facility',
  roles: ['social-facility'],
  areas: ['p:01'],
  ...more,
});
const add = async (more: object = {}): Promise<AgencySaved> => {
  const answer = await change(admin, '/admin/agencies', anAgency(more));
  expect([answer.status, said(answer).errors]).toEqual([201, undefined]);
  return answer.body as AgencySaved;
};
const patch = (id: string, body: object) => admin.patch(`${base}/admin/agencies/${id}`).send(body);
const agencyOf = async (code: string) => api.database.agency.findUniqueOrThrow({ where: { code } });

describe('an agency', () => {
  test('that is added is found by role and place at once, and who shares its area is told', async () => {
    const key = randomUUID();
    const body = anAgency({ masked: true, capacity: 12, validFrom: '2026-01-01' });
    const answer = await change(admin, '/admin/agencies', body).set('Idempotency-Key', key);
    const { agency, warnings } = answer.body as AgencySaved;
    expect([answer.status, agency]).toMatchObject([
      201,
      {
        id: key,
        roles: ['social-facility'],
        areas: [{ code: 'p:01', name: 'Thành phố Hà Nội', within: null, validTo: null }],
        masked: true,
      },
    ]);
    const shared = await agencyOf('HN-TGXH');
    expect(warnings).toContainEqual({
      code: 'area-shared',
      message: expect.stringContaining(shared.nameVi),
      agency: { id: shared.id, name: shared.nameVi },
      role: 'social-facility',
      place: 'p:01',
    });
    const told = warnings.find(({ code }) => code === 'area-shared')?.message;
    expect(told).toContain('Thành phố Hà Nội');
    expect(told).not.toMatch(/social-facility|p:01/);
    expect((await admin.get(`${base}/admin/agencies/${key}`)).body).toEqual(answer.body);
    const found = await coordinator.get(`${base}/agencies?role=social-facility&place=c:00070&limit=100`);
    expect(said(found).items.map(({ id }) => id)).toContain(key);
    const again = await change(admin, '/admin/agencies', body).set('Idempotency-Key', key);
    expect([again.status, (again.body as AgencySaved).agency]).toEqual([201, agency]);
    const acts = await api.database.audit.findMany({ where: { subjectId: key } });
    expect(acts.map(({ action, fields }) => [action, fields.includes('areas')])).toEqual([
      ['create-agency', true],
    ]);
  });

  test('that ends names its successor; the next task goes to who holds role and area then', async () => {
    const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
    const old = await agencyOf('HN-UBND-00070');
    const successor = await add({
      sector: 'people-committee',
      level: 'commune',
      roles: ['commune-committee', 'commune-chair'],
      areas: ['c:00070'],
    });
    const closed = await patch(old.id, { validTo: yesterday, successorId: successor.agency.id });
    expect([closed.status, said(closed).errors]).toEqual([200, undefined]);
    const { agency, warnings } = closed.body as AgencySaved;
    expect([agency.validTo, agency.successor?.id]).toEqual([yesterday, successor.agency.id]);
    expect(warnings.map(({ code }) => code)).toContain('role-not-taken-over');
    expect(warnings.map(({ code }) => code)).not.toContain('area-not-taken-over');
    const view = (await change(coordinator, '/cases', aReport())).body as CaseView;
    expect(view.tasks.map((task) => task.agency?.id)).not.toContain(old.id);
    expect(view.tasks.map((task) => task.agency?.id)).toContain(successor.agency.id);
    expect((await patch(old.id, { validTo: null, successorId: null })).status).toBe(200);
    expect((await patch(successor.agency.id, { roles: [] })).status).toBe(200);
  });

  test.each([
    [{ code: 'hn-x' }, '/code agency-code'],
    [{ code: 'HN-CA' }, '/code code-taken'],
    [{ nameVi: '' }, '/nameVi too-short'],
    [{ nameEn: 'a\ud800' }, '/nameEn characters'],
    [{ level: 'galaxy' }, '/level not-listed'],
    [{ roles: ['king'] }, '/roles/0 not-listed'],
    [{ roles: ['hotline', 'hotline'] }, '/roles twice'],
    [{ areas: ['c:99999'] }, '/areas/0 place-unknown'],
    [{ areas: ['p:01', 'oc:00004'], validFrom: '2026-01-01' }, '/areas/1 place-abolished'],
    [{ validFrom: '2026-02-30' }, '/validFrom day'],
    [{ validFrom: '2026-03-01', validTo: '2026-02-01' }, '/validTo before-start'],
    [{ superiorId: randomUUID() }, '/superiorId agency-unknown'],
    [{ capacity: -1 }, '/capacity too-short'],
    [{ phone: '113' }, '/phone unknown-key'],
  ])('%j is refused and nothing is written', async (more, complaint) => {
    const before = await api.database.agency.count();
    expect(complaints(await change(admin, '/admin/agencies', anAgency(more)))).toEqual([422, [complaint]]);
    expect(await api.database.agency.count()).toBe(before);
  });

  test('has no successor without an end, none that is not in force, and never leads back to itself', async () => {
    expect((await admin.get(`${base}/admin/agencies/${randomUUID()}`)).status).toBe(404);
    expect((await coordinator.get(`${base}/admin/agencies/${randomUUID()}`)).status).toBe(403);
    const one = (await add({ validFrom: '2026-01-01' })).agency;
    const other = (await add({ validFrom: '2026-06-01', superiorId: one.id })).agency;
    expect(complaints(await patch(one.id, { successorId: other.id }))).toEqual([
      422,
      ['/successorId successor-without-end'],
    ]);
    expect(complaints(await patch(one.id, { successorId: other.id, validTo: '2026-03-31' }))).toEqual([
      422,
      ['/successorId successor-not-in-force'],
    ]);
    expect((await patch(one.id, { successorId: other.id, validTo: '2026-06-30' })).status).toBe(200);
    expect(complaints(await patch(one.id, { superiorId: other.id }))).toEqual([422, ['/superiorId circle']]);
    expect(complaints(await patch(other.id, { validTo: '2026-12-31', successorId: one.id }))).toEqual([
      422,
      ['/successorId circle'],
    ]);
    expect((await patch(randomUUID(), { nameVi: 'x' })).status).toBe(404);
  });

  test('is listed page by page, found by a part of its name or code', async () => {
    const found = said(await admin.get(`${base}/admin/agencies?q=so y te ha noi`))
      .items as unknown as AdminAgency[];
    expect(found.map(({ code }) => code)).toContain('HN-SYT');
    const first = said(await admin.get(`${base}/admin/agencies?limit=2`));
    const second = said(await admin.get(`${base}/admin/agencies?limit=2&cursor=${String(first.next)}`));
    const codes = [...first.items, ...second.items].map(({ code }) => String(code));
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes.length).toBe(4);
  });
});

describe('a parked case', () => {
  test('is shown to the administrator with its cause, and goes on by the command that there is', async () => {
    const view = await parkedCase(api);
    const listed = said(await admin.get(`${base}/admin/parked-cases`)).items;
    expect(listed).toEqual([
      {
        caseId: view.id,
        code: view.code,
        version: view.version + 1,
        since: expect.any(String),
        why: 'time-broken',
        rehearsal: false,
      },
    ]);
    const seen = (await admin.get(`${base}/cases/${view.id}`)).body as CaseView;
    const unparked = await command(admin, seen, {
      type: 'unpark-case',
      ground: { code: 'fault-repaired' },
    });
    expect(codeOf(unparked)).toEqual([200, undefined]);
    expect(said(await admin.get(`${base}/admin/parked-cases`)).items).toEqual([]);
  });
});

describe('the audit', () => {
  test('is searched by case, user, action and day, newest first, and holds no value', async () => {
    const fullName = 'Zyxkanari Kiểm Tra';
    const view = (await change(coordinator, '/cases', aReport({ person: { fullName } }))).body as CaseView;
    await coordinator.get(`${base}/cases/${view.id}/person?purpose=contact`);
    const auditor = await api.as('auditor');
    const all = said(await auditor.get(`${base}/admin/audit?case=${view.id}&limit=100`)).items;
    expect(all.map(({ action }) => action)).toEqual(expect.arrayContaining(['read-person', 'open-case']));
    expect(JSON.stringify(all)).not.toContain('kanari');
    const [read] = said(await auditor.get(`${base}/admin/audit?case=${view.id}&action=read-person`)).items;
    expect(read).toMatchObject({ action: 'read-person', caseId: view.id, purpose: 'contact' });
    const { id } = await api.database.account.findUniqueOrThrow({ where: { username: 'coordinator' } });
    const mine = said(await admin.get(`${base}/admin/audit?user=${id}&limit=100`)).items;
    expect(new Set(mine.map(({ userId }) => userId))).toEqual(new Set([id]));
    expect(said(await admin.get(`${base}/admin/audit?to=2020-01-01`)).items).toEqual([]);
    expect(said(await admin.get(`${base}/admin/audit?from=2020-01-01&limit=1`)).next).not.toBeNull();
    for (const wrong of ['from=2026-02-30', 'user=me', 'cursor=x', 'q=kanari'])
      expect((await admin.get(`${base}/admin/audit?${wrong}`)).status).toBe(422);
  });
});

describe('who is no administrator', () => {
  test.each(['coordinator', 'supervisor', 'commune', 'auditor'])('%s may do none of it', async (persona) => {
    const agent = await api.as(persona);
    for (const path of ['/admin/agencies', '/admin/parked-cases'])
      expect(codeOf(await agent.get(`${base}${path}`))).toEqual([403, 'not-permitted']);
    expect(codeOf(await change(agent, '/admin/agencies', anAgency()))).toEqual([403, 'not-permitted']);
    const { id } = await agencyOf('HN-CA');
    expect((await agent.patch(`${base}/admin/agencies/${id}`).send({ masked: false })).status).toBe(403);
    expect((await agent.get(`${base}/admin/audit`)).status).toBe(persona === 'auditor' ? 200 : 403);
  });
});
