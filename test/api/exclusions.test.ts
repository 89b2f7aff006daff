import { randomUUID } from 'node:crypto';
import type { Agent } from 'supertest';
import type { CaseView } from '../../api/contract/case.js';
import type { EventView } from '../../api/contract/event.js';
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

test('somebody must be left who may coordinate: the only coordinator is not excluded, one of two is', async () => {
  const view = (await change(coordinator, '/cases', aReport())).body as CaseView;
  const { id, agency } = (await coordinator.get(`${base}/me`)).body as { id: string; agency: { id: string } };
  const only = await command(coordinator, view, { type: 'exclude', userId: id, ground });
  expect([only.status, said(only).errors]).toMatchObject([
    422,
    [{ pointer: '/userId', code: 'only-coordinator' }],
  ]);
  const registered = await change(
    await api.as('commune'),
    '/cases',
    aReport({ exclusions: [{ userId: id, ground }] }),
  );
  expect([registered.status, said(registered).errors]).toMatchObject([
    422,
    [{ pointer: '/exclusions/0/userId', code: 'only-coordinator' }],
  ]);
  const { passwordHash } = await api.database.account.findUniqueOrThrow({ where: { id } });
  const second = { id: randomUUID(), username: 'coordinator.second', title: 'mẫu', agencyId: agency.id };
  await api.database.account.create({ data: { ...second, passwordHash, roles: ['coordinator'] } });
  const one = await command(coordinator, view, { type: 'exclude', userId: id, ground });
  expect([one.status, said(one).errors]).toEqual([200, undefined]);
  const other = await api.as('coordinator.second');
  const now = (await other.get(`${base}/cases/${view.id}`)).body as CaseView;
  const last = await command(other, now, { type: 'exclude', userId: second.id, ground });
  expect(said(last).errors?.[0]?.code).toBe('only-coordinator');
  await api.database.account.delete({ where: { id: second.id } });
});

describe('an exclusion can be taken back', () => {
  const seen = async (id: string, who = 'coordinator') =>
    (await (await api.as(who)).get(`${base}/cases/${id}`)).body as CaseView;
  const why = { code: 'entered-in-error', text: 'Nhầm với một cơ quan khác tên gần giống.' };
  const lifting = (exclusionId: string | undefined) => ({ type: 'lift-exclusion', exclusionId, ground: why });

  test('of an agency: it knows of the case again, and gets what found nobody meanwhile', async () => {
    const report = aReport({ exclusions: [{ agencyId: commune, ground }] });
    const view = (await change(coordinator, '/cases', report)).body as CaseView;
    const commune70 = await api.as('commune');
    expect(view.tasks.map(({ agency }) => agency)).toEqual([null]);
    expect(view.exclusions).toMatchObject([{ title: 'Ủy ban nhân dân phường Hoàn Kiếm' }]);
    expect(view.permitted.map(({ type }) => type)).toContain('lift-exclusion');
    const lifted = await command(coordinator, view, lifting(view.exclusions[0]?.id));
    expect([lifted.status, said(lifted).errors]).toEqual([200, undefined]);
    const now = await seen(view.id, 'commune');
    expect(now.tasks.map(({ agency }) => agency?.id)).toEqual([commune]);
    const listed = said(await commune70.get(`${base}/cases?q=${view.code}`)).items;
    expect(listed.map(({ id }) => id)).toEqual([view.id]);
    expect((await seen(view.id)).exclusions).toEqual([]);
    const [event] = said(await coordinator.get(`${base}/cases/${view.id}/timeline?kind=case&limit=1`))
      .items as unknown as EventView[];
    expect([event?.title, event?.detail]).toEqual([
      'Bỏ loại trừ một bên',
      'Ủy ban nhân dân phường Hoàn Kiếm · Căn cứ: Nhập sai',
    ]);
    const again = await command(coordinator, await seen(view.id), lifting(view.exclusions[0]?.id));
    expect([again.status, said(again).code]).toEqual([404, 'unknown-exclusion']);
  });

  test('of an officer and of a relative, each by itself, and only by whoever may exclude', async () => {
    const view = (await change(coordinator, '/cases', aReport())).body as CaseView;
    const officers = said(await coordinator.get(`${base}/agencies/${commune}/officers`)).items;
    const userId = officers[0]?.id ?? '';
    await command(coordinator, view, { type: 'exclude', userId, ground });
    await command(coordinator, await seen(view.id), { type: 'exclude', relative: 'spouse', ground });
    await command(coordinator, await seen(view.id), { type: 'exclude', userId, ground });
    const excluded = await seen(view.id, 'supervisor');
    expect(excluded.exclusions.map(({ title }) => title)).toEqual([
      officers[0]?.['title'],
      'Vợ, chồng',
      officers[0]?.['title'],
    ]);
    const shelter = await command(await api.as('shelter'), excluded, lifting(excluded.exclusions[0]?.id));
    expect(shelter.status).toBe(404);
    const supervisor = await api.as('supervisor');
    const lifted = await command(supervisor, excluded, lifting(excluded.exclusions[0]?.id));
    expect([lifted.status, said(lifted).errors]).toEqual([200, undefined]);
    expect((await seen(view.id)).exclusions.map(({ title }) => title)).toEqual(['Vợ, chồng']);
    const officer = await seen(view.id, 'commune');
    expect([officer.id, officer.exclusions]).toEqual([view.id, []]);
  });

  test('with one of its own grounds', async () => {
    const view = (await change(coordinator, '/cases', aReport())).body as CaseView;
    await command(coordinator, view, { type: 'exclude', relative: 'sibling', ground });
    const now = await seen(view.id);
    const refused = await command(coordinator, now, {
      ...lifting(now.exclusions[0]?.id),
      ground: { code: 'suspected-involvement' },
    });
    expect([refused.status, said(refused).code]).toEqual([422, 'field-invalid']);
  });
});
