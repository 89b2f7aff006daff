import type { Agent } from 'supertest';
import type { CaseView } from '../../api/contract/case.js';
import type { CasePosition, ProcedureView, StepLoad } from '../../api/contract/procedure.js';
import { vn2025 } from '../../domain/procedure/vn-2025/index.js';
import { aReport, apiWorld, base, change, command, said, type ApiWorld } from './api-world.js';

const ref = 'vn-2025@1';
const path = `${base}/procedures/${ref}`;

let api: ApiWorld;
let view: CaseView;
beforeAll(async () => {
  api = await apiWorld();
  const commune = await api.as('commune');
  const fresh = (await change(commune, '/cases', aReport())).body as CaseView;
  const registered = await completed(fresh, 'register-report', {
    outcome: 'registered',
    fields: { isMinor: false },
  });
  view = await completed(registered, 'notify-authority', { outcome: 'notified', fields: {} });
  await change(commune, '/cases', aReport({ rehearsal: true }));
});
afterAll(() => api.stop());

/** By the commune; afterwards the authority has tasks that the commune may not know of. */
async function completed(seen: CaseView, stepId: string, how: object): Promise<CaseView> {
  const taskId = seen.tasks.find((task) => task.stepId === stepId)?.id;
  const answer = await command(await api.as('commune'), seen, { type: 'complete-task', taskId, ...how });
  expect([stepId, answer.status]).toEqual([stepId, 200]);
  return said(answer).case as CaseView;
}

const svgOf = async (agent: Agent, query = '', language = 'vi') => {
  const answer = await agent.get(`${path}/picture${query}`).set('Accept-Language', language).buffer(true);
  const { status, headers } = answer;
  return {
    status,
    headers: headers as Record<string, string>,
    svg: (answer.body as Buffer).toString('utf8'),
  };
};
const position = async (who: string): Promise<CasePosition> =>
  (await (await api.as(who)).get(`${path}/position?case=${view.id}`)).body as CasePosition;
const load = async (who: string): Promise<readonly StepLoad[]> =>
  ((await (await api.as(who)).get(`${path}/load`)).body as { items: readonly StepLoad[] }).items;

describe('a procedure', () => {
  test('tells every step with its limits, their register ids, articles and confidence', async () => {
    const told = (await (await api.as('police')).get(path)).body as ProcedureView;
    expect(told.steps).toHaveLength(Object.keys(vn2025.steps).length);
    const initial = told.steps.find(({ id }) => id === 'initial-verification');
    expect(initial).toMatchObject({
      phase: 'verification',
      after: [{ id: 'notify-authority', title: 'Thông báo cho cơ quan chủ trì hỗ trợ' }],
      limits: [{ id: 'R25.A.INITIAL', amount: 3, unit: 'calendar-day', serviceLevel: false }],
    });
    for (const { limits } of told.steps) {
      expect(limits.length).toBeGreaterThan(0);
      for (const { source, confidence } of limits)
        expect([source.length > 5, confidence]).toEqual([true, expect.stringMatching(/[ABC]/)]);
    }
  });

  test.each(['vn-2099@1', 'vn-2025@2', 'vn-2025', '../cases', `vn-2025@1%00`])(
    '%s is none',
    async (other) => {
      const agent = await api.as('coordinator');
      for (const more of ['', '/picture', '/load']) {
        expect((await agent.get(`${base}/procedures/${other}${more}`)).status).toBe(404);
      }
    },
  );
});

describe('its picture', () => {
  test('is SVG in the reader’s language, which a browser may keep and ask for again', async () => {
    const agent = await api.as('commune');
    const { status, headers, svg } = await svgOf(agent);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect([headers['cache-control'], headers['vary']]).toEqual(['private, no-cache', 'Accept-Language']);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(svg).toContain('Sơ đồ quy trình');
    const english = await svgOf(agent, '', 'en');
    expect(english.svg).toContain('The procedure as a picture');
    expect(english.headers['etag']).not.toBe(headers['etag']);
    const again = await agent.get(`${path}/picture`).set('If-None-Match', String(headers['etag']));
    expect([again.status, again.text]).toEqual([304, '']);
  });

  test('of a case shows where it stands, and is kept nowhere', async () => {
    const { status, headers, svg } = await svgOf(await api.as('coordinator'), `?case=${view.id}`);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(svg).toContain(view.code);
    expect(svg).toContain('2. Xác minh: giai đoạn hiện tại');
  });

  test.each([
    ['?case=0190c3f2-0000-4000-8000-000000000001', 404],
    ['?case=HN-2026-000001', 422],
    ['?colour=red', 422],
    ['?case=0190c3f2-0000-4000-8000-000000000001&colour=load', 422],
    ['?script=1', 422],
  ])('%s is answered %d', async (query, status) => {
    expect((await (await api.as('coordinator')).get(`${path}/picture${query}`)).status).toBe(status);
  });

  test('of another procedure has no place for the case', async () => {
    const agent = await api.as('coordinator');
    const answer = await agent.get(`${base}/procedures/vn-2014@1/picture?case=${view.id}`);
    expect(answer.status).toBe(422);
  });
});

describe('where a case stands', () => {
  const standing = (told: CasePosition, stepId: string) =>
    told.items.find((item) => item.stepId === stepId)?.standing;

  test.each(['coordinator', 'supervisor', 'auditor'])('%s sees it at every step', async (who) => {
    const told = await position(who);
    expect(told.isWhole).toBe(true);
    expect(told.items).toHaveLength(Object.keys(vn2025.steps).length);
    expect(['register-report', 'receive-case', 'plan-return'].map((id) => standing(told, id))).toEqual([
      'done',
      'open',
      'ahead',
    ]);
    expect(told.items.find(({ stepId }) => stepId === 'receive-case')?.due).toBeDefined();
  });

  test('an agency sees its own tasks and nothing else', async () => {
    const told = await position('commune');
    expect(told.isWhole).toBe(false);
    expect(standing(told, 'register-report')).toBe('done');
    const shown = told.items.filter((item) => item.standing !== 'unseen').map(({ stepId }) => stepId);
    const own = (await (await api.as('commune')).get(`${base}/cases/${view.id}`)).body as CaseView;
    expect([...shown].sort()).toEqual([...new Set(own.tasks.map(({ stepId }) => stepId))].sort());
  });

  test.each(['police', 'shelter', 'admin', 'coordinator.2014'])(
    'to %s there is no such case, as a picture neither',
    async (who) => {
      const agent = await api.as(who);
      for (const kind of ['position', 'picture']) {
        const answer = await agent.get(`${path}/${kind}?case=${view.id}`);
        expect(answer.status).toBe(404);
        expect(JSON.stringify(answer.body)).not.toContain(view.code);
      }
    },
  );

  test('what the picture says and what the data says are the same', async () => {
    const told = await position('coordinator');
    const { svg } = await svgOf(await api.as('coordinator'), `?case=${view.id}`, 'en');
    const ahead = told.items.filter((item) => item.standing === 'ahead').length;
    expect(svg.split('>Not yet<').length - 1).toBe(ahead + 1); // and the legend
  });
});

describe('how many cases sit where', () => {
  test.each(['coordinator', 'supervisor', 'auditor', 'commune', 'police'])(
    '%s counts what their own lists show',
    async (who) => {
      const agent = await api.as(who);
      const listed = new Map<string, number>();
      for (const box of ['overdue', 'soon', 'agency']) {
        const tasks = said(await agent.get(`${base}/tasks?box=${box}&limit=100`)).items;
        listed.set(box, tasks.length);
      }
      const told = await load(who);
      const sum = (key: 'open' | 'soon' | 'overdue') => told.reduce((all, each) => all + each[key], 0);
      expect([sum('overdue'), sum('soon')]).toEqual([listed.get('overdue'), listed.get('soon')]);
      expect(sum('open')).toBeGreaterThanOrEqual(listed.get('agency') ?? 0);
    },
  );

  test('rehearsals and cases that one may not know of change no number', async () => {
    const coordinator = await load('coordinator');
    expect(coordinator.find(({ stepId }) => stepId === 'receive-case')?.open).toBe(1);
    expect(coordinator.find(({ stepId }) => stepId === 'register-report')).toBeUndefined();
    expect(await load('police')).toEqual([]);
  });

  test('an administrator has no lists, and no picture of them', async () => {
    const agent = await api.as('admin');
    expect((await agent.get(`${path}/load`)).status).toBe(403);
    expect((await agent.get(`${path}/picture?colour=load`)).status).toBe(403);
  });

  test('the picture tells the same counts', async () => {
    const { svg } = await svgOf(await api.as('coordinator'), '?colour=load', 'en');
    const steps = (await load('coordinator')).length;
    expect(svg.match(/>\d+ open</g)).toHaveLength(steps);
  });
});
