import type { CaseView } from '../../api/contract/case.js';
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
    expect((await handTo(other?.id)).status).toBe(200);
  });

  test('whoever looks for a role of the former law finds the body that has its duties now', async () => {
    const now = await agencies('health-authority');
    expect(now.length).toBeGreaterThan(0);
    expect((await agencies('district-labour-office')).map(({ id }) => id)).toEqual(now.map(({ id }) => id));
  });
});
