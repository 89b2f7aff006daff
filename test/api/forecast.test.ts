import { randomUUID } from 'node:crypto';
import type { CaseView } from '../../api/contract/case.js';
import type { Forecast } from '../../api/contract/forecast.js';
import { aReport, apiWorld, base, change, command, said, type ApiWorld } from './api-world.js';

let api: ApiWorld;
beforeAll(async () => {
  api = await apiWorld();
});
afterAll(() => api.stop());

const opened = (forecast: Forecast): readonly string[] => forecast.opens.map(({ stepId }) => stepId).sort();

describe('what an act would bring about', () => {
  test('of a registration is told without making it, and comes true', async () => {
    const commune = await api.as('commune');
    const foretold = await commune.post(`${base}/cases/forecast`).send(aReport({}));
    expect(foretold.status).toBe(200);
    const forecast = said(foretold) as unknown as Forecast;
    expect(forecast.opens[0]).toMatchObject({ role: expect.any(String), due: { at: expect.any(String) } });
    expect(await api.database.caseRow.count()).toBe(0);

    const registered = await change(commune, '/cases', aReport({}));
    const view = registered.body as CaseView;
    expect(view.tasks.map(({ stepId }) => stepId).sort()).toEqual(opened(forecast));
  });

  test('of a completed task is told without completing it, and comes true', async () => {
    const commune = await api.as('commune');
    const view = (await change(commune, '/cases', aReport({}))).body as CaseView;
    const task = view.tasks.find(({ stepId }) => stepId === 'register-report');
    const body = {
      type: 'complete-task',
      taskId: task?.id,
      outcome: 'registered',
      fields: { isMinor: true, note: 'x' },
    };
    const foretold = await commune.post(`${base}/cases/${view.id}/forecast`).send(body);
    expect(foretold.status).toBe(200);
    expect(await api.database.sealedText.count({ where: { caseId: view.id } })).toBe(0);
    expect(((await commune.get(`${base}/cases/${view.id}`)).body as CaseView).version).toBe(view.version);

    const done = (await command(commune, view, body)).body as { case: CaseView };
    const before = new Set(view.tasks.map(({ id }) => id));
    const came = done.case.tasks.filter(({ id }) => !before.has(id)).map(({ stepId }) => stepId);
    expect(opened(said(foretold) as unknown as Forecast)).toEqual(came.sort());
  });

  test('says why not, as the act itself would', async () => {
    const commune = await api.as('commune');
    const view = (await change(commune, '/cases', aReport({}))).body as CaseView;
    const task = view.tasks.find(({ stepId }) => stepId === 'register-report');
    const declined = await commune
      .post(`${base}/cases/${view.id}/forecast`)
      .send({ type: 'decline-task', taskId: task?.id, reason: 'no-capacity' });
    expect(declined.body).toMatchObject({ status: 409, code: 'cannot-decline-duty' });
  });

  test('is no way to learn of a case that is not yours', async () => {
    const commune = await api.as('commune');
    const view = (await change(commune, '/cases', aReport({}))).body as CaseView;
    const stranger = await (
      await api.as('border')
    )
      .post(`${base}/cases/${view.id}/forecast`)
      .send({ type: 'nudge', taskId: randomUUID() });
    expect(stranger.status).toBe(404);
  });
});

describe('what the screens look up', () => {
  test('the working calendar, for whoever is signed in', async () => {
    const calendar = await (await api.as('legal-aid')).get(`${base}/calendar`);
    expect(said(calendar)).toMatchObject({ version: expect.any(String), days: { '2026-11-24': 'holiday' } });
  });
});
