import { randomUUID } from 'node:crypto';
import type { Agent } from 'supertest';
import type { CaseView } from '../../api/contract/case.js';
import { agencyIdOf } from '../../prisma/seed/reference.js';
import { apiWorld, aReport, base, change, command, said, type ApiWorld } from './api-world.js';

let api: ApiWorld;
let coordinator: Agent;
beforeAll(async () => {
  api = await apiWorld();
  coordinator = await api.as('coordinator');
});
afterAll(() => api.stop());

const commune = agencyIdOf('HN-UBND-00070');
const ground = { code: 'suspected-involvement' };

test('an agency that must not know of a case from its beginning gets no task of it, not even the first', async () => {
  const usual = (await change(coordinator, '/cases', aReport())).body as CaseView;
  expect(usual.tasks[0]?.agency?.id).toBe(commune);
  const report = aReport({ exclusions: [{ agencyId: commune, ground }] });
  const kept = await change(coordinator, '/cases', report);
  expect([kept.status, said(kept).errors]).toEqual([201, undefined]);
  const view = kept.body as CaseView;
  expect(view.tasks.length).toBeGreaterThan(0);
  expect(view.tasks.map(({ agency }) => agency?.id)).not.toContain(commune);
  const officer = await api.as('commune');
  expect((await officer.get(`${base}/cases/${usual.id}`)).status).toBe(200);
  expect((await officer.get(`${base}/cases/${view.id}`)).status).toBe(404);
});

test.each(['agencyId', 'userId'])(
  'whoever must not know is somebody: an unknown %s is refused',
  async (who) => {
    const report = aReport({ exclusions: [{ [who]: randomUUID(), ground }] });
    const refused = await change(coordinator, '/cases', report);
    expect([refused.status, said(refused).errors?.[0]?.pointer]).toEqual([422, `/exclusions/0/${who}`]);
  },
);

test('an officer is excluded alone: their colleagues go on', async () => {
  const view = (await change(coordinator, '/cases', aReport())).body as CaseView;
  const excluding = (userId: string) => ({ type: 'exclude', userId, ground });
  const unknown = await command(coordinator, view, excluding(randomUUID()));
  expect([unknown.status, said(unknown).errors?.[0]?.pointer]).toEqual([422, '/userId']);
  const officers = said(await coordinator.get(`${base}/agencies/${commune}/officers`)).items;
  const excluded = await command(coordinator, view, excluding(officers[0]?.id ?? ''));
  expect([excluded.status, said(excluded).errors]).toEqual([200, undefined]);
  expect((await (await api.as('commune')).get(`${base}/cases/${view.id}`)).status).toBe(404);
  const now = (await coordinator.get(`${base}/cases/${view.id}`)).body as CaseView;
  expect(now.tasks[0]?.agency?.id).toBe(commune);
});
