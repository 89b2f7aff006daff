import { randomUUID } from 'node:crypto';
import type { CaseView } from '../../api/contract/case.js';
import type { TaskView } from '../../api/contract/task.js';
import { said, aReport, apiWorld, base, change, command, type ApiWorld } from './api-world.js';

let api: ApiWorld;
beforeAll(async () => {
  api = await apiWorld();
});
afterAll(() => api.stop());

describe('a report at the commune', () => {
  test('becomes a case with tasks for the agencies that the law names', async () => {
    const commune = await api.as('commune');
    const key = randomUUID();
    const registered = await change(commune, '/cases', aReport({ person: { fullName: 'Người Mẫu 01' } })).set(
      'Idempotency-Key',
      key,
    );
    expect(registered.body).toMatchObject({ id: key, status: 'open', procedure: 'vn-2025@1' });
    expect(registered.status).toBe(201);
    const view = registered.body as CaseView;
    expect(registered.headers['etag']).toBe(`"${String(view.version)}"`);
    expect(view.tasks.length).toBeGreaterThan(0);

    const box = await commune.get(`${base}/tasks`);
    expect(box.status).toBe(200);
    const items = said(box).items as TaskView[];
    expect(items.map(({ id }) => id).sort()).toEqual(view.tasks.map(({ id }) => id).sort());
    expect(items[0]?.due).toMatchObject({ state: expect.any(String) });

    const accepted = await command(commune, view, { type: 'accept-task', taskId: view.tasks[0]?.id });
    expect(accepted.body).toMatchObject({ events: [{ type: 'task-accepted' }] });
    expect(accepted.status).toBe(200);

    const coordinator = await api.as('coordinator');
    const seen = await coordinator.get(`${base}/cases/${key}`);
    expect(seen.status).toBe(200);
    expect(said(seen).permitted.length).toBeGreaterThan(0);
    expect(said(seen).locked.length).toBeGreaterThan(0);
    for (const path of ['timeline', 'deadlines']) {
      const list = await coordinator.get(`${base}/cases/${key}/${path}`);
      expect([path, list.status]).toEqual([path, 200]);
      expect(said(list).items.length).toBeGreaterThan(0);
    }
    const person = await coordinator.get(`${base}/cases/${key}/person?purpose=contact`);
    expect(said(person).person).toEqual({ fullName: 'Người Mẫu 01' });
  });

  test('lists and look-ups answer', async () => {
    for (const who of ['coordinator', 'supervisor', 'auditor']) {
      const agent = await api.as(who);
      for (const path of [
        '/me',
        '/cases',
        '/cases?due=overdue&sort=due',
        '/tasks?box=overdue',
        '/tasks?box=soon',
        '/tasks?box=done',
        '/tasks?box=unassigned',
        '/tasks?box=mine',
        '/escalations',
        '/dashboard',
        '/places?q=hoan kiem',
        '/agencies?role=social-facility',
        '/procedures',
        '/limits/preview?amount=3&unit=working-day&from=2026-02-10T02:00:00Z',
      ]) {
        const answer = await agent.get(`${base}${path}`);
        expect([who, path, answer.status, answer.status === 200 ? '' : answer.body]).toEqual([
          who,
          path,
          200,
          '',
        ]);
      }
    }
  });
});
