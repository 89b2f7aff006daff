import type { CaseView } from '../../api/contract/case.js';
import type { CaseGateway } from '../../api/gateway/gateway-answer.js';
import { agencyIdOf } from '../../prisma/seed/reference.js';
import { aReport, apiWorld, change, command, said, type ApiWorld } from './api-world.js';

let api: ApiWorld;
beforeAll(async () => {
  api = await apiWorld({ through: emptying });
});
afterAll(() => api.stop());

/** The same request, refused on another way at the same moment, takes back what both brought. */
const emptying = (gateway: CaseGateway): CaseGateway => ({
  ...gateway,
  submit: async (submitted) => {
    const { caseId } = submitted;
    await api.database.sealedText.deleteMany({ where: { caseId } });
    if (submitted.type === 'open-case') {
      await api.database.casePlace.deleteMany({ where: { caseId } });
      await api.database.personField.deleteMany({ where: { caseId } });
    }
    return gateway.submit(submitted);
  },
});

test('what an accepted command brought is there, also where it was taken back while the case decided', async () => {
  const commune = await api.as('commune');
  const opened = await change(commune, '/cases', aReport({ person: { fullName: 'Mẫu Thị Thử' } }));
  expect(opened.status).toBe(201);
  const view = opened.body as CaseView;
  const note = { type: 'add-note', text: 'mẫu', visibility: 'agencies' };
  const noted = await command(commune, view, note);
  expect([noted.status, said(noted).errors]).toEqual([200, undefined]);
  const where = { caseId: view.id };
  expect(await api.database.personField.count({ where })).toBe(1);
  expect(await api.database.sealedText.count({ where })).toBe(1);
  // Without the place the save would have found nobody for the case, and not known its province.
  expect(await api.database.casePlace.count({ where })).toBe(1);
  const { province, receivedPlace, code, coordinatingAgencyId } =
    await api.database.caseRow.findUniqueOrThrow({
      where: { id: view.id },
    });
  expect([province, receivedPlace, code.slice(0, 3)]).toEqual(['p:01', 'c:00070', 'HN-']);
  expect(coordinatingAgencyId).toBe(agencyIdOf('HN-SYT'));
  expect(view.tasks[0]?.agency?.id).toBe(agencyIdOf('HN-UBND-00070'));
});
