import { hash } from '@node-rs/argon2';
import type { Agent } from 'supertest';
import { passwordCost } from '../../api/sign-in-desk.js';
import { derivedUuid } from '../../domain/ids.js';
import { demoPassphrase } from '../../prisma/seed/demo-accounts.js';
import { verify } from '../../scripts/verify/verify.js';
import { said, aReport, apiWorld, base, change, command, type ApiWorld } from './api-world.js';
import type { CaseSummary, CaseView } from '../../api/contract/case.js';
import type { TaskView } from '../../api/contract/task.js';

let api: ApiWorld;
let commune: Agent;
let coordinator: Agent;
beforeAll(async () => {
  api = await apiWorld();
  commune = await api.as('commune');
  coordinator = await api.as('coordinator');
});
afterAll(() => api.stop());

/** Every id of a list, page by page, following `next`. */
async function walk(agent: Agent, path: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor = '';
  for (let page = 0; page < 50; page++) {
    const answer = await agent.get(`${base}${path}${cursor}`);
    expect([path, answer.status]).toEqual([path, 200]);
    ids.push(...(said(answer).items as { id: string }[]).map(({ id }) => id));
    if (said(answer).next === null) return ids;
    expect(answer.headers['link']).toContain('rel="next"');
    cursor = `&cursor=${String(said(answer).next)}`;
  }
  throw new Error(`${path} does not end`);
}

describe('lists', () => {
  beforeAll(async () => {
    for (const more of [{}, {}, {}, {}, {}, { rehearsal: true }, { urgent: true }]) {
      expect((await change(commune, '/cases', aReport(more))).status).toBe(201);
    }
  });

  test.each(['/cases?limit=2', '/cases?sort=due&limit=2', '/tasks?limit=2', '/tasks?box=unassigned&limit=3'])(
    'page by page, %s shows each thing once and the same as one long page',
    async (path) => {
      const whole = await walk(commune, path.replace(/limit=\d/, 'limit=100'));
      const paged = await walk(commune, path);
      expect(new Set(paged).size).toBe(paged.length);
      expect(paged).toEqual(whole);
      expect(whole.length).toBeGreaterThanOrEqual(6);
    },
  );

  test.each(['commune', 'coordinator', 'supervisor', 'auditor'])(
    'the dashboard of %s counts what its lists show',
    async (who) => {
      const agent = await api.as(who);
      const { queues } = said(await agent.get(`${base}/dashboard`));
      for (const [box, count] of Object.entries(queues)) {
        expect([box, (await walk(agent, `/tasks?box=${box}&limit=100`)).length]).toEqual([box, count]);
      }
    },
  );

  test('rehearsals are left out unless they are asked for', async () => {
    const real = await walk(commune, '/cases?limit=100');
    const rehearsed = await walk(commune, '/cases?limit=100&rehearsal=true');
    expect(rehearsed.length).toBe(1);
    expect(real).not.toContain(rehearsed[0]);
    expect((await walk(commune, '/tasks?limit=100&rehearsal=true')).length).toBeGreaterThan(0);
  });

  test('what was done is at the front of my own list of done tasks right after the answer', async () => {
    const fresh = (await change(commune, '/cases', aReport())).body as CaseView;
    const [task] = fresh.tasks;
    await command(commune, fresh, {
      type: 'complete-task',
      taskId: task?.id,
      outcome: 'registered',
      fields: { isMinor: false },
    });
    const done = await commune.get(`${base}/tasks?box=done&limit=1`);
    expect((said(done).items as TaskView[])[0]?.id).toBe(task?.id);
    expect(await walk(commune, '/tasks?limit=100')).not.toContain(task?.id);
  });

  test('a rehearsal whose clock moved is overdue and escalated; the same request again moves nothing', async () => {
    const fresh = (await change(coordinator, '/cases', aReport({ rehearsal: true }))).body as CaseView;
    const key = '6a1c0a51-64f5-4a6f-9a7e-3f1f6f4d2b10';
    const moved = await change(coordinator, `/rehearsals/${fresh.id}/fast-forward`, { days: 9 }).set(
      'Idempotency-Key',
      key,
    );
    expect(moved.status).toBe(200);
    const view = moved.body as CaseView;
    expect(view.tasks[0]?.due?.state).toBe('overdue');
    // Also where the last thing that time brought lies days before the moment at which the clock stands.
    expect(view.tasks[0]?.clockAheadMs).toBeGreaterThan(8.99 * 24 * 3_600_000);
    expect(view.escalations.length).toBeGreaterThan(0);
    const again = await change(coordinator, `/rehearsals/${fresh.id}/fast-forward`, { days: 9 }).set(
      'Idempotency-Key',
      key,
    );
    expect([again.status, said(again).version]).toEqual([200, view.version]);
    expect(await walk(coordinator, '/tasks?box=overdue&limit=100&rehearsal=true')).toContain(
      view.tasks[0]?.id,
    );
    const supervisor = await api.as('supervisor');
    const waiting = await supervisor.get(`${base}/escalations?rehearsal=true`);
    const [escalation] = said(waiting).items as {
      id: string;
      subject: { id: string };
      caseVersion: number;
    }[];
    expect(escalation?.subject.id).toBe(fresh.id);
    const seen = (await supervisor.get(`${base}/cases/${fresh.id}`)).body as CaseView;
    const answered = await command(supervisor, seen, {
      type: 'acknowledge-escalation',
      escalationId: escalation?.id,
      action: 'nudged',
      note: 'mẫu',
    });
    expect([answered.status, said(answered).errors]).toEqual([200, undefined]);
  });
});

test('cases filtered by an agency tell an officer of no task that they do not see', async () => {
  const fresh = (await change(commune, '/cases', aReport())).body as CaseView;
  const { id: police } = await api.database.agency.findFirstOrThrow({ where: { code: 'HN-CA' } });
  const tasks = { caseId: fresh.id };
  const { agencyId: holder } = await api.database.task.findFirstOrThrow({ where: tasks });
  await api.database.task.updateMany({ where: tasks, data: { agencyId: police } });
  expect(await walk(commune, '/cases?limit=100')).toContain(fresh.id);
  expect(await walk(commune, `/cases?limit=100&agency=${police}`)).not.toContain(fresh.id);
  expect(await walk(coordinator, `/cases?limit=100&agency=${police}`)).toContain(fresh.id);
  const named = said(await commune.get(`${base}/agencies?id=${police}`)).items;
  expect(named).toMatchObject([{ id: police, name: 'Công an thành phố Hà Nội' }]);
  await api.database.task.updateMany({ where: tasks, data: { agencyId: holder } });
});

test('an officer is told the next deadline of what their own agency holds, and finds cases by no other', async () => {
  const fresh = (await change(commune, '/cases', aReport())).body as CaseView;
  const listed = async (): Promise<CaseSummary | undefined> =>
    (said(await commune.get(`${base}/cases?limit=100`)).items as unknown as CaseSummary[]).find(
      ({ id }) => id === fresh.id,
    );
  const [own] = fresh.tasks.map(({ due }) => due?.at ?? '').sort();
  expect(await listed()).toMatchObject({ due: 'on-track', openTasks: fresh.tasks.length });
  expect(Date.parse((await listed())?.nextDueAt ?? '')).toBe(Date.parse(own ?? ''));
  const { nextDueAt } = await api.database.caseRow.findUniqueOrThrow({ where: { id: fresh.id } });
  const longAgo = new Date('2020-01-01T00:00:00Z'); // as if another agency were late
  await api.database.caseRow.update({ where: { id: fresh.id }, data: { nextDueAt: longAgo } });
  expect(await listed()).toMatchObject({ due: 'on-track' });
  expect(await walk(commune, '/cases?limit=100&due=overdue')).not.toContain(fresh.id);
  expect(await walk(coordinator, '/cases?limit=100&due=overdue')).toContain(fresh.id);
  expect(await walk(coordinator, '/cases?limit=100&sort=due')).toContain(fresh.id);
  expect((await walk(commune, '/cases?limit=3&sort=due'))[0]).not.toBe(fresh.id);
  await api.database.caseRow.update({ where: { id: fresh.id }, data: { nextDueAt } });
});

describe('places and agencies', () => {
  test('are found without diacritics, the exact name first, as of a day', async () => {
    const now = await commune.get(`${base}/places?q=hoan kiem`);
    expect(said(now).items[0]).toMatchObject({ code: 'c:00070', within: { code: 'p:01' } });
    const before = await commune.get(
      `${base}/places?q=${encodeURIComponent('Hoàn Kiếm')}&on=2025-06-30&kind=district`,
    );
    expect(said(before).items).toMatchObject([{ code: 'd:002', validTo: '2025-06-30' }]);
    const all = await commune.get(`${base}/places?q=%25&limit=1`);
    expect(all.status).toBe(200);
  });
  test('agencies answer for what lies below their area', async () => {
    const found = await coordinator.get(`${base}/agencies?role=health-authority&place=c:00070`);
    expect(said(found).items).toMatchObject([{ name: 'Sở Y tế Hà Nội' }]);
  });
  test('agencies with the exact name come first, then those whose name begins so', async () => {
    const named = async (q: string): Promise<unknown[]> =>
      said(
        await coordinator.get(`${base}/agencies?q=${encodeURIComponent(q)}&on=2025-06-01&limit=100`),
      ).items.map(({ name }) => name);
    expect((await named('so y te ha noi'))[0]).toBe('Sở Y tế Hà Nội');
    const found = await named('phòng');
    const begins = found.map((name) => String(name).startsWith('Phòng'));
    expect(begins[0]).toBe(true); // by code, the Bộ Tư lệnh Bộ đội Biên phòng would be first
    expect(begins).toEqual([...begins.filter((each) => each), ...begins.filter((each) => !each)]);
  });
});

describe("a province's supervisor", () => {
  const overdueOf = async (username: string): Promise<string[]> =>
    walk(await api.as(username), '/tasks?box=overdue&limit=100');
  const longAgo = '2026-01-05T02:00:00.000Z';

  beforeAll(async () => {
    await addSupervisor('supervisor.police', 'HN-CA');
    await addSupervisor('supervisor.other', 'CB-SYT');
  });

  test('finds the tasks of a case that no agency coordinates', async () => {
    const authority = { where: { code: 'HN-SYT' } };
    await api.database.agency.update({ ...authority, data: { validTo: '2025-12-31' } });
    const registered = await change(commune, '/cases', aReport({ receivedAt: longAgo }));
    await api.database.agency.update({ ...authority, data: { validTo: null } });
    const fresh = registered.body as CaseView;
    expect([registered.status, fresh.coordinatingAgency]).toEqual([201, null]);
    expect(await overdueOf('supervisor.police')).toContain(fresh.tasks[0]?.id);
    expect(await overdueOf('supervisor.other')).not.toContain(fresh.tasks[0]?.id);
  });

  test('loses a case, and another finds it, when the place of reception is corrected', async () => {
    const fresh = (await change(commune, '/cases', aReport({ receivedAt: longAgo }))).body as CaseView;
    const id = fresh.tasks[0]?.id;
    expect(await overdueOf('supervisor')).toContain(id);
    const place = await api.database.place.findFirstOrThrow({
      where: { province: 'p:04', kind: 'commune', validTo: null },
    });
    const seen = (await coordinator.get(`${base}/cases/${fresh.id}`)).body as CaseView;
    const moved = await command(coordinator, seen, {
      type: 'record-place',
      kind: 'reception',
      place: place.code,
    });
    expect([moved.status, said(moved).errors]).toEqual([200, undefined]);
    expect(await overdueOf('supervisor')).not.toContain(id);
    expect(await overdueOf('supervisor.other')).toContain(id);
    expect((await verify(api.database)).findings).toEqual([]);
  });
});

async function addSupervisor(username: string, agencyCode: string): Promise<void> {
  const agency = await api.database.agency.findFirstOrThrow({ where: { code: agencyCode } });
  const passwordHash = await hash(demoPassphrase, passwordCost);
  await api.database.account.create({
    data: {
      id: derivedUuid(`account:${username}`),
      username,
      title: 'Lãnh đạo',
      passwordHash,
      agencyId: agency.id,
      roles: ['supervisor'],
    },
  });
}
