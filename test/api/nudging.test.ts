import type { Agent } from 'supertest';
import type { CaseView } from '../../api/contract/case.js';
import type { EventView } from '../../api/contract/event.js';
import type { TaskView } from '../../api/contract/task.js';
import type { KnownAgency } from '../../api/read/names.js';
import { nudgeAs } from '../../api/read/nudge-as.js';
import { apiWorld, aReport, base, change, command, said, type ApiWorld } from './api-world.js';

const agency = (id: string, level: string, more: Partial<KnownAgency> = {}): KnownAgency => ({
  ...{ id, nameVi: id, nameEn: id, masked: false, level, sector: 'health', superiorId: null },
  ...more,
});
const authority = agency('authority', 'province');

describe('the words of a nudge', () => {
  test.each([
    ['a commune', agency('commune', 'commune', { sector: 'people-committee' }), 'urge'],
    ['the police of a commune', agency('police', 'commune', { sector: 'police' }), 'request'],
    ['a border post', agency('post', 'district', { sector: 'border' }), 'request'],
    ['an equal', agency('justice', 'province', { sector: 'justice' }), 'request'],
    ['a ministry', agency('ministry', 'nation'), 'request'],
    ['a facility under it', agency('facility', 'province', { superiorId: 'authority' }), 'urge'],
    ['its own people', authority, 'urge'],
  ] as const)('of a provincial authority to %s', (_who, holder, way) => {
    expect(nudgeAs(holder, authority)).toBe(way);
  });
});

describe('over HTTP', () => {
  let api: ApiWorld;
  let coordinator: Agent;
  beforeAll(async () => {
    api = await apiWorld();
    coordinator = await api.as('coordinator');
  });
  afterAll(() => api.stop());

  const registered = async (more: Record<string, unknown> = {}): Promise<CaseView> => {
    const { id } = (await change(coordinator, '/cases', aReport(more))).body as CaseView;
    return (await coordinator.get(`${base}/cases/${id}`)).body as CaseView;
  };
  const firstOf = ({ tasks }: CaseView): TaskView => {
    const [task] = tasks;
    if (task === undefined) throw new Error('a case opens with a duty');
    return task;
  };

  const titlesOf = async (id: string): Promise<readonly string[]> => {
    const { items } = (await coordinator.get(`${base}/cases/${id}/timeline?limit=100`)).body as {
      items: readonly EventView[];
    };
    return items.map(({ title }) => title);
  };

  test('the history says of an agency that is not urged that it was asked to answer', async () => {
    const view = await registered();
    const { id, title } = firstOf(view);
    const police = await api.database.agency.findFirstOrThrow({ where: { code: 'HN-CA' } });
    const role = { agencyId: police.id, role: 'commune-committee' };
    await api.database.agencyRole.create({ data: role });
    const ground = { code: 'misdirected' };
    await command(coordinator, view, { type: 'reassign-task', taskId: id, agencyId: police.id, ground });
    await api.database.agencyRole.deleteMany({ where: role });
    const now = (await coordinator.get(`${base}/cases/${view.id}`)).body as CaseView;
    expect((await command(coordinator, now, { type: 'nudge', taskId: id })).status).toBe(200);
    expect(await titlesOf(view.id)).toContain(`Đề nghị trả lời: ${title}`);
  });

  test('the task says how its holder is asked, and when it was last nudged', async () => {
    const view = await registered();
    const { id, nudgeAs: way, nudgedAt } = firstOf(view);
    expect([way, nudgedAt]).toEqual(['urge', undefined]);
    const before = new Date().toISOString();
    expect((await command(coordinator, view, { type: 'nudge', taskId: id })).status).toBe(200);
    const after = (await coordinator.get(`${base}/tasks/${id}`)).body as TaskView;
    expect(after.nudgedAt?.slice(0, 16)).toBe(before.slice(0, 16));
    const others = (await coordinator.get(`${base}/tasks?box=others&limit=100`)).body as {
      items: TaskView[];
    };
    expect(others.items.find((each) => each.id === id)?.nudgedAt).toBe(after.nudgedAt);
    expect(await titlesOf(view.id)).toContain(`Đôn đốc: ${after.title}`);
  });

  test('a task without an agency is not nudged; the refusal says to hand it to an agency', async () => {
    const { id, areas } = await api.database.agency.findFirstOrThrow({
      where: {
        level: 'commune',
        sector: 'people-committee',
        validTo: null,
        code: { startsWith: 'HN-UBND-' },
      },
      orderBy: { code: 'desc' },
      select: { id: true, areas: true },
    });
    await api.database.agencyRole.deleteMany({ where: { agencyId: id } });
    const view = await registered({ receivedPlace: areas[0]?.placeCode });
    const task = firstOf(view);
    expect([task.agency, task.nudgeAs]).toEqual([null, undefined]);
    expect(view.permitted.filter(({ type }) => type === 'nudge')).toEqual([]);
    const refused = await command(coordinator, view, { type: 'nudge', taskId: task.id });
    expect([refused.status, said(refused).code]).toEqual([409, 'no-counterpart']);
    expect(refused.body).toMatchObject({ allowed: ['reassign-task'] });

    // It is for whoever coordinates to hand on, so it stands among what their agency has to do; nobody else has it.
    const listed = async (who: string, box: string) =>
      (said(await (await api.as(who)).get(`${base}/tasks?box=${box}&limit=100`)).items as TaskView[]).map(
        (each) => each.id,
      );
    const mine = await listed('coordinator', 'agency');
    expect(mine).toContain(task.id);
    expect(mine).toEqual(expect.arrayContaining(await listed('coordinator', 'unassigned')));
    expect(await listed('commune', 'agency')).not.toContain(task.id);
  });

  test('what was past when it was entered is listed with the day of its entry until it is escalated', async () => {
    const receivedAt = new Date(Date.now() - 12 * 86_400_000).toISOString();
    const [late, fresh] = [await registered({ receivedAt }), await registered()];
    const listed = async ({ id }: TaskView): Promise<TaskView | undefined> =>
      (said(await coordinator.get(`${base}/tasks?box=others&limit=100`)).items as TaskView[]).find(
        (each) => each.id === id,
      );
    const before = await listed(firstOf(late));
    expect([before?.escalated, before?.due?.state]).toEqual([0, 'overdue']);
    expect(before?.recordedLateAt?.slice(0, 13)).toBe(new Date().toISOString().slice(0, 13));
    expect(await listed(firstOf(fresh))).not.toHaveProperty('recordedLateAt');

    await command(coordinator, late, { type: 'nudge', taskId: firstOf(late).id });
    const after = await listed(firstOf(late));
    expect(after?.escalated).toBeGreaterThan(0);
    expect(after).not.toHaveProperty('recordedLateAt');
  });

  test('the overdue box shows those that are late by as much as the dashboard counts', async () => {
    for (const days of [2, 2.5, 3.5, 5, 8, 11.5, 20])
      await registered({ receivedAt: new Date(Date.now() - days * 86_400_000).toISOString() });
    await registered({
      receivedPlace: 'c:00004',
      receivedAt: new Date(Date.now() - 5 * 86_400_000).toISOString(),
    });
    const supervisor = await api.as('supervisor');
    const counted = async (of: string) => {
      const { overdueAge } = said(await supervisor.get(`${base}/dashboard?${of}`)) as unknown as {
        overdueAge: Record<string, number>;
      };
      return ['upToOneDay', 'upToThreeDays', 'upToTenDays', 'longer'].map((age) => overdueAge[age]);
    };
    const listed = (of: string) =>
      Promise.all(
        ['one-day', 'three-days', 'ten-days', 'longer'].map(async (late) => {
          const path = `${base}/tasks?box=overdue&late=${late}&limit=100&${of}`;
          return said(await supervisor.get(path)).items.length;
        }),
      );
    const all = await listed('');
    expect(await counted('')).toEqual(all);
    expect(all.filter((length) => length > 0).length).toBeGreaterThanOrEqual(3);
    const other = await api.database.agency.findFirstOrThrow({ where: { code: 'HN-UBND-00004' } });
    const ofOne = await listed(`agency=${other.id}`);
    expect(await counted(`agency=${other.id}`)).toEqual(ofOne);
    expect(ofOne).toEqual([0, 0, expect.any(Number), 0]);
    expect(ofOne[2]).toBeGreaterThan(0);
  });
});
