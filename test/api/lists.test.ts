import { Prisma } from '../../prisma/client.js';
import type { Agent } from 'supertest';
import { tasksSql } from '../../api/read/task-reads.js';
import { TasksQuery } from '../../api/contract/task.js';
import { agencyId, userId } from '../../domain/ids.js';
import { instant } from '../../domain/time/instant.js';
import { said, aReport, apiWorld, base, change, command, type ApiWorld } from './api-world.js';
import type { CaseView } from '../../api/contract/case.js';
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
});

describe('the overdue page of three agencies', () => {
  test('walks indexes: no sequential scan, few blocks for an officer among 60,000 open tasks', async () => {
    const agencies = await api.database.agency.findMany({
      take: 40,
      orderBy: { code: 'asc' },
      select: { id: true },
    });
    await api.database.$executeRaw`
      insert into task (id, case_id, subject_id, subject_code, procedure, step_id, ordinal, phase, track, kind, status, role,
        agency_id, coordinating_agency_id, offered_at, due_at, due_date, is_open, rehearsal, changed_version)
      select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'X-' || n, 'vn-2025@1', 'register-report', 1, 'receipt', 'main',
        'duty', 'offered', 'commune-committee', (${agencies.map(({ id }) => id)}::uuid[])[1 + n % 40], ${agencies[0]?.id}::uuid,
        now() - interval '30 days', now() - (n % 5000) * interval '1 minute', '2026-01-01', true, false, 1
      from generate_series(1, 60000) n`;
    await api.database.$executeRawUnsafe('analyze task');
    const query = TasksQuery.parse({ box: 'overdue' });
    const lanes = agencies.slice(0, 3).map(({ id }) => ({ by: 'agency_id' as const, agencyId: id }));
    const viewer = {
      userId: userId('00000000-0000-4000-8000-000000000000'),
      agencyId: agencyId(agencies[0]?.id ?? ''),
      roles: ['officer' as const],
      agencyRoles: [],
      area: [],
    };
    const reader = { viewer, language: 'vi' as const, now: instant(new Date().toISOString()) };
    const sql = tasksSql(lanes, query, { reader, excluded: [] });
    const plan = JSON.stringify(
      await api.database.$queryRaw(Prisma.sql`explain (analyze, buffers, format json) ${sql}`),
    );
    const blocks = [...plan.matchAll(/"Shared (?:Hit|Read) Blocks":\s?(\d+)/g)]
      .slice(0, 2)
      .reduce((sum, [, count]) => sum + Number(count), 0);
    expect(plan).not.toMatch(/"Seq Scan"[^{}]*"Relation Name":"task"/);
    expect(blocks).toBeGreaterThan(10);
    expect(blocks).toBeLessThanOrEqual(250);
  });
});
