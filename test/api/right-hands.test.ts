import { randomUUID } from 'node:crypto';
import type { CaseView } from '../../api/contract/case.js';
import { agencyIdOf } from '../../prisma/seed/reference.js';
import { apiWorld, aReport, base, change, command, said, type ApiWorld } from './api-world.js';

let api: ApiWorld;
beforeAll(async () => {
  api = await apiWorld();
});
afterAll(() => api.stop());

async function opened(): Promise<CaseView> {
  const answer = await change(await api.as('commune'), '/cases', aReport());
  expect(answer.status).toBe(201);
  const { id } = said(answer);
  return (await (await api.as('coordinator')).get(`${base}/cases/${id}`)).body as CaseView;
}

const agencies = async (role: string) =>
  said(await (await api.as('coordinator')).get(`${base}/agencies?role=${role}&limit=100`)).items;

/** A case whose place of receipt is corrected; its first duty is then handed to the ward Ba Đình. */
async function movedAndHanded(place: string, code: string) {
  const view = await opened();
  const coordinator = await api.as('coordinator');
  const moved = await command(coordinator, view, { type: 'record-place', kind: 'reception', place });
  return command(coordinator, said(moved).case as CaseView, {
    type: 'reassign-task',
    taskId: view.tasks[0]?.id,
    agencyId: agencyIdOf('HN-UBND-00004'),
    ground: { code },
  });
}

describe('a duty is handed', () => {
  test('only to a body that has the role which the law names for it, and that exists', async () => {
    const view = await opened();
    const coordinator = await api.as('coordinator');
    const [task] = view.tasks;
    const [legalAid] = await agencies('legal-aid-centre');
    const communes = await agencies('commune-committee');
    const [other, ended] = communes.filter(({ id }) => id !== task?.agency?.id);
    const handTo = (agencyId: string | undefined) =>
      command(coordinator, view, {
        type: 'reassign-task',
        taskId: task?.id,
        agencyId,
        ground: { code: 'misdirected' },
      });
    const wrong = await handTo(legalAid?.id);
    const { allowed } = wrong.body as { allowed?: readonly string[] };
    expect([wrong.status, said(wrong).code, allowed]).toEqual([
      409,
      'agency-not-eligible',
      ['commune-committee'],
    ]);
    expect(said(wrong).errors).toMatchObject([{ pointer: '/agencyId', code: 'agency-role' }]);
    await api.database.agency.update({ where: { id: ended?.id ?? '' }, data: { validTo: '2026-01-01' } });
    expect(said(await handTo(ended?.id)).code).toBe('agency-not-eligible');
    const elsewhere = await handTo(other?.id);
    expect([elsewhere.status, said(elsewhere).code]).toEqual([409, 'agency-not-eligible']);
    expect(said(elsewhere).errors).toMatchObject([{ pointer: '/agencyId', code: 'agency-area' }]);
    expect((elsewhere.body as { allowed?: readonly string[] }).allowed).toEqual([task?.agency?.id]);
    expect(JSON.stringify(elsewhere.body)).toContain('Hoàn Kiếm');
  });

  test('to a body whose area holds the place, once that is recorded as it is', async () => {
    const handed = await movedAndHanded('c:00004', 'area-changed');
    expect([handed.status, said(handed).errors]).toEqual([200, undefined]);
  });

  test('to any body with the role where nobody is competent: a commune that was merged has no successor', async () => {
    await api.database.agencyArea.delete({
      where: { agencyId_placeCode: { agencyId: agencyIdOf('HN-UBND-00008'), placeCode: 'c:00008' } },
    });
    expect((await movedAndHanded('c:00008', 'directory-changed')).status).toBe(200);
  });

  test('by their common superior, when two agencies have returned it; until then the last holder answers for it', async () => {
    const view = await opened();
    const coordinator = await api.as('coordinator');
    const seen = async (who = 'coordinator') =>
      (await (await api.as(who)).get(`${base}/cases/${view.id}`)).body as CaseView;
    const taskId = view.tasks[0]?.id ?? '';
    const taskOf = (shown: CaseView) => shown.tasks.find(({ id }) => id === taskId);
    const handTo = async (who: string, code: string) =>
      command(await api.as(who), await seen(who), {
        type: 'reassign-task',
        taskId,
        agencyId: agencyIdOf(code),
        ground: { code: 'misdirected' },
      });
    const returned = async (holder: string) =>
      command(coordinator, await seen(), {
        type: 'return-misdirected',
        taskId,
        occurredAt: new Date().toISOString(),
        onBehalfOf: { agencyId: agencyIdOf(holder), ground: 'phone' },
      });
    expect((await returned('HN-UBND-00070')).status).toBe(200);
    expect(taskOf(await seen())).toMatchObject({ status: 'misdirected', returnedTimes: 1 });
    expect(taskOf(await seen())?.dispute).toBeUndefined();
    await command(coordinator, await seen(), { type: 'record-place', kind: 'reception', place: 'c:00004' });
    expect((await handTo('coordinator', 'HN-UBND-00004')).status).toBe(200);
    expect((await returned('HN-UBND-00004')).status).toBe(200);

    const disputed = await seen('supervisor');
    const { nameVi: superior } = await api.database.agency.findUniqueOrThrow({
      where: { id: agencyIdOf('HN-UBND') },
    });
    expect(taskOf(disputed)).toMatchObject({
      status: 'misdirected',
      agency: { id: agencyIdOf('HN-UBND-00004') },
      returnedTimes: 2,
      dispute: { arbiter: superior },
    });
    expect(disputed.escalations.filter(({ cause }) => cause !== undefined)).toMatchObject([
      { taskId, level: 2, cause: 'returned-twice', to: { name: superior, role: 'supervisor' } },
    ]);
    const mayReassign = (shown: CaseView) =>
      shown.permitted.some((each) => each.type === 'reassign-task' && each.taskId === taskId);
    expect([mayReassign(await seen()), mayReassign(disputed)]).toEqual([false, true]);
    expect(said(await handTo('coordinator', 'HN-UBND-00070')).code).toBe('not-your-task');
    const listed = said(await (await api.as('supervisor')).get(`${base}/escalations?level=2`)).items;
    expect(listed.filter((each) => each['taskId'] === taskId)).toMatchObject([{ cause: 'returned-twice' }]);
    const history = said(await coordinator.get(`${base}/cases/${view.id}/timeline?limit=5`)).items;
    expect(JSON.stringify(history)).toContain(superior);

    expect((await handTo('supervisor', 'HN-UBND-00070')).status).toBe(200);
    const decided = await seen('supervisor');
    expect(taskOf(decided)).toMatchObject({ status: 'offered', agency: { id: agencyIdOf('HN-UBND-00070') } });
    expect(taskOf(decided)?.dispute).toBeUndefined();
    expect(decided.escalations).toMatchObject([{ cause: 'returned-twice', action: 'reassigned' }]);
  });

  test('and those whose duty it is stand first where one is looked for, then those of the province', async () => {
    const view = await opened();
    const coordinator = await api.as('coordinator');
    const [task] = view.tasks;
    const offered = async (asked: string) =>
      said(await coordinator.get(`${base}/agencies?role=commune-committee&limit=100${asked}`)).items;
    const near = await offered(`&task=${task?.id ?? ''}`);
    expect(near[0]).toMatchObject({ id: task?.agency?.id });
    const levels = await api.database.agency.findMany({
      where: { id: { in: near.slice(0, 20).map(({ id }) => id) } },
      select: { code: true },
    });
    expect(levels.map(({ code }) => code.slice(0, 3))).toEqual(levels.map(() => 'HN-'));
    expect((await offered('')).slice(0, 20).map(({ id }) => id)).not.toContain(task?.agency?.id);
    const stranger = await (await api.as('legal-aid')).get(`${base}/agencies?task=${task?.id ?? ''}`);
    expect(stranger.status).toBe(404);
  });

  test('whoever looks for a role of the former law finds the body that has its duties now', async () => {
    const now = await agencies('health-authority');
    expect(now.length).toBeGreaterThan(0);
    expect((await agencies('district-labour-office')).map(({ id }) => id)).toEqual(now.map(({ id }) => id));
  });
});

describe('who must take no part', () => {
  const ground = { code: 'conflict-of-interest' };
  const errorsOf = (answer: Parameters<typeof said>[0]) =>
    said(answer).errors?.map(({ pointer, code }) => `${pointer} ${code}`);
  const authority = async () =>
    (await api.database.agency.findFirstOrThrow({ where: { code: 'HN-SYT' } })).id;

  test('is not the only body that can coordinate the case: it would vanish from everybody', async () => {
    const view = await opened();
    const coordinator = await api.as('coordinator');
    const agencyId = await authority();
    const refused = await command(coordinator, view, { type: 'exclude', agencyId, ground });
    expect([refused.status, errorsOf(refused)]).toEqual([422, ['/agencyId no-other-coordinator']]);
    expect((await coordinator.get(`${base}/cases/${view.id}`)).status).toBe(200);
    const report = aReport({ exclusions: [{ agencyId, ground }] });
    for (const path of ['/cases', '/cases/forecast']) {
      const registered = await change(await api.as('commune'), path, report);
      expect([registered.status, errorsOf(registered)]).toEqual([
        422,
        ['/exclusions/0/agencyId no-other-coordinator'],
      ]);
    }
  });

  test('gives the case and its duties to the next body with the role, in the same save', async () => {
    const view = await opened();
    const agencyId = await authority();
    const { id: other } = await api.database.agency.create({
      data: {
        id: randomUUID(),
        code: 'HN-SYT-2',
        nameVi: 'Cơ quan chủ trì thứ hai (mẫu)',
        nameEn: 'Second coordinating body (sample)',
        level: 'province',
        sector: 'health',
        roles: { create: { role: 'health-authority' } },
        areas: { create: { placeCode: 'p:01' } },
      },
    });
    const coordinator = await api.as('coordinator');
    const excluded = await command(coordinator, view, { type: 'exclude', agencyId, ground });
    expect(excluded.status).toBe(200);
    const row = await api.database.caseRow.findUniqueOrThrow({ where: { id: view.id } });
    expect(row.coordinatingAgencyId).toBe(other);
    expect(await api.database.task.count({ where: { caseId: view.id, isOpen: true, agencyId } })).toBe(0);
    expect((await coordinator.get(`${base}/cases/${view.id}`)).status).toBe(404);
    const registered = await change(
      await api.as('commune'),
      '/cases',
      aReport({ exclusions: [{ agencyId, ground }] }),
    );
    expect([registered.status, (registered.body as CaseView).coordinatingAgency?.id]).toEqual([201, other]);
  });

  test('is somebody that there is, and not whoever registers the case', async () => {
    const commune = await api.as('commune');
    const nobody = randomUUID();
    const me = (await commune.get(`${base}/me`)).body as { id: string; agency: { id: string } };
    const excluding = async (exclusion: object) =>
      errorsOf(await change(commune, '/cases', aReport({ exclusions: [{ ...exclusion, ground }] })));
    expect(await excluding({ agencyId: nobody })).toEqual(['/exclusions/0/agencyId agency-unknown']);
    expect(await excluding({ userId: nobody })).toEqual(['/exclusions/0/userId account-unknown']);
    expect(await excluding({ agencyId: me.agency.id })).toEqual(['/exclusions/0/agencyId own-agency']);
    expect(await excluding({ userId: me.id })).toEqual(['/exclusions/0/userId own-agency']);
    const view = await opened();
    const unknown = await command(await api.as('coordinator'), view, {
      type: 'exclude',
      userId: nobody,
      ground,
    });
    expect(errorsOf(unknown)).toEqual(['/userId account-unknown']);
  });

  test('a report is received in a commune, and belongs to no group while there are none', async () => {
    const commune = await api.as('commune');
    const inProvince = await change(commune, '/cases', aReport({ receivedPlace: 'p:01' }));
    expect([inProvince.status, errorsOf(inProvince)]).toEqual([422, ['/receivedPlace place-commune']]);
    const inGroup = await change(commune, '/cases', aReport({ groupId: randomUUID() }));
    expect([inGroup.status, errorsOf(inGroup)]).toEqual([422, ['/groupId group-unknown']]);
  });
});

describe('days that cannot be', () => {
  const problemsOf = (answer: Parameters<typeof said>[0]) =>
    said(answer).errors?.map(({ pointer, code }) => `${pointer} ${code}`);

  test('are refused when a case is registered, with those that can', async () => {
    const commune = await api.as('commune');
    const registering = async (more: Record<string, unknown>) => change(commune, '/cases', aReport(more));
    const late = await registering({ facts: { lastContactOn: '2099-01-01' } });
    expect([late.status, problemsOf(late)]).toEqual([422, ['/facts/lastContactOn day-between']]);
    expect(JSON.stringify(late.body)).toContain('01/01/1900');
    for (const birthDate of ['2099-01-01', '2099', '1899-12-31'])
      expect(problemsOf(await registering({ person: { birthDate } }))).toEqual([
        '/person/birthDate day-between',
      ]);
    const ended = await registering({ facts: { pathEnd: 'died' } });
    expect([ended.status, said(ended).code]).toEqual([409, 'fact-not-allowed']);
  });

  test('and moments before a task was handed over are refused of a case that is open', async () => {
    const view = await opened();
    const coordinator = await api.as('coordinator');
    const recorded = (fact: string, value: string) =>
      command(coordinator, view, { type: 'record-fact', fact, value, ground: { code: 'person-told-us' } });
    expect(problemsOf(await recorded('confirmedOn', '2099-01-01'))).toEqual(['/value day-between']);
    expect(problemsOf(await recorded('plannedReturnOn', '0001-01-01'))).toEqual(['/value day-between']);
    const person = `${base}/cases/${view.id}/person?purpose=correct-record`;
    const born = await coordinator.patch(person).send({ birthDate: '2099-01-01' });
    expect([born.status, problemsOf(born)]).toEqual([422, ['/birthDate day-between']]);
    const early = await command(await api.as('commune'), view, {
      type: 'accept-task',
      taskId: view.tasks[0]?.id,
      occurredAt: new Date(Date.parse(view.tasks[0]?.offeredAt ?? '') - 120_000).toISOString(),
    });
    expect([early.status, problemsOf(early)]).toEqual([422, ['/occurredAt before-offer']]);
  });
});
