import type { CaseView } from '../../api/contract/case.js';
import { message } from '../../messages/message.js';
import { aReport, base, change, command } from '../api/api-world.js';
import { browserWorld, type BrowserWorld } from './browser.js';
import { onScreen } from './on-screen.js';
import { others } from './prepared-case.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await browserWorld();
}, 300_000);
afterAll(() => world.stop());

const overdue = 'Quá hạn và báo cáo cấp trên';
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** A case of a commune whose committee is in no directory: nobody holds its first task. */
async function withoutAgency(): Promise<CaseView> {
  const { id, areas } = await world.api.database.agency.findFirstOrThrow({
    where: { level: 'commune', sector: 'people-committee', validTo: null, code: { startsWith: 'HN-UBND-' } },
    orderBy: { code: 'desc' },
    select: { id: true, areas: true },
  });
  await world.api.database.agencyRole.deleteMany({ where: { agencyId: id } });
  const report = aReport({ receivedPlace: areas[0]?.placeCode, receivedAt: daysAgo(40) });
  return (await change(await world.api.as('coordinator'), '/cases', report)).body as CaseView;
}

test('a task that no agency holds is not nudged but handed to one; the three longest overdue are chosen among the others', async () => {
  const { code } = await withoutAgency();
  const held: string[] = [];
  for (const days of [30, 25, 20, 15])
    held.push((await others(world.address).until('register-report', { daysAgo: days })).code);
  const page = await world.signedIn('coordinator');
  const screen = onScreen(page);
  await page.goto(`${world.address}/overdue`);
  const row = page.getByRole('row').filter({ hasText: code });
  await row.getByRole('link', { name: 'Giao cho cơ quan' }).waitFor();
  expect(await row.getByRole('checkbox').count()).toBe(0);

  await page.getByRole('button', { name: 'Chọn 3 nhiệm vụ quá hạn lâu nhất' }).click();
  const chosen = await page
    .getByRole('row')
    .filter({ has: page.locator('input:checked') })
    .allInnerTexts();
  expect(held.map((each) => chosen.some((text) => text.includes(each)))).toEqual([true, true, true, false]);
  await page.getByRole('button', { name: 'Đôn đốc (3)' }).click();
  await screen.reads(/đã đôn đốc/);
  const nudged = page.getByRole('row').filter({ hasText: held[0] });
  await nudged.getByText(/^Đôn đốc gần nhất: \d\d\/\d\d\/\d{4}/).waitFor();

  await row.getByRole('link', { name: 'Giao cho cơ quan' }).click();
  await page.getByRole('region', { name: 'Giao cho cơ quan' }).getByLabel('Cơ quan nhận').waitFor();
  // Nobody has it, so there is nothing to accept or to return.
  expect(await page.getByText(/^(Nhận nhiệm vụ|Trả lại vì chuyển nhầm)$/).count()).toBe(0);

  await page.goto(`${world.address}/work?box=unassigned`);
  const unassigned = page.getByRole('row').filter({ hasText: code });
  await unassigned.getByRole('link', { name: 'Giao cho cơ quan' }).click();
  await page.getByLabel('Cơ quan nhận').waitFor();
});

test('reports that were acted upon are found again: who, what and until when', async () => {
  const { caseId, code, task } = await others(world.address).until('register-report', { daysAgo: 12 });
  const supervisor = await world.api.as('supervisor');
  const seen = async (): Promise<CaseView> =>
    (await supervisor.get(`${base}/cases/${caseId}`)).body as CaseView;
  // What was past before it was typed in is reported once somebody asks for it.
  await command(supervisor, await seen(), { type: 'nudge', taskId: task.id });
  let view = await seen();
  for (let look = 0; look < 50 && view.escalations.length === 0; look++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    view = await seen();
  }
  const [report] = view.escalations;
  const until = '2030-01-02T03:04:00.000Z';
  const answer = { escalationId: report?.id, action: 'wait-until', until };
  const answered = await command(supervisor, view, { type: 'acknowledge-escalation', ...answer });
  expect(answered.status).toBe(200);

  const page = await world.signedIn('supervisor');
  await onScreen(page).goTo(overdue);
  const reports = page.getByRole('region', { name: 'Báo cáo cấp trên' });
  await reports.getByRole('link', { name: 'Đã xử lý' }).click();
  const acted = reports.getByRole('listitem').filter({ hasText: code });
  await acted.getByText(/Lãnh đạo Sở Y tế Hà Nội\s· Đã hẹn chờ thêm\s· đến 02\/01\/2030 10:04$/).waitFor();
  expect(await acted.getByText('Xử lý báo cáo này').count()).toBe(0);
  const chosen = await reports.locator('[aria-current]').allInnerTexts();
  expect(chosen.map((words) => words.trim())).toEqual(['Đã xử lý', 'Mọi mức']);
  await page.reload();
  await acted.first().waitFor();
});

test('a refused nudge says what was refused, why, and what would be allowed', async () => {
  const { caseId, code, task } = await others(world.address).until('register-report', { daysAgo: 25 });
  const page = await world.signedIn('supervisor');
  await onScreen(page).goTo(overdue);
  await page.getByRole('checkbox', { name: new RegExp(`${code}$`) }).check();
  await page.route('**/api/v1/tasks?*', (route) => route.abort()); // the list stays as it was seen
  const commune = await world.api.as('commune');
  const view = (await commune.get(`${base}/cases/${caseId}`)).body as CaseView;
  const answer = { outcome: 'registered', fields: { isMinor: false } };
  await command(commune, view, { type: 'complete-task', taskId: task.id, ...answer });
  await page.getByRole('button', { name: 'Đôn đốc (1)' }).click();
  const refusal = message('vi', 'problem.wrong-state.title');
  const why = message('vi', 'problem.wrong-state.detail');
  await page
    .getByRole('listitem')
    .filter({ hasText: `${refusal}. ${why}` })
    .waitFor();
});

test('the numbers by age are pressed to see those tasks, and the address keeps it', async () => {
  const old = await others(world.address).until('register-report', { daysAgo: 30 });
  const fresh = await others(world.address).until('register-report', { daysAgo: 5 });
  const page = await world.signedIn('supervisor');
  await onScreen(page).goTo(overdue);
  const rows = page.getByRole('region', { name: 'Nhiệm vụ quá hạn' }).getByRole('row');
  await rows.filter({ hasText: fresh.code }).waitFor();
  await page.getByRole('link', { name: /^Quá hạn trên 10 ngày/ }).click();
  await rows.filter({ hasText: fresh.code }).waitFor({ state: 'hidden' });
  await rows.filter({ hasText: old.code }).waitFor();
  expect(page.url()).toContain('late=longer');
});

test('the police are asked to answer, not urged', async () => {
  const { code, task } = await others(world.address).until('police-verification', { daysAgo: 60 });
  const page = await world.signedIn('coordinator');
  const screen = onScreen(page);
  await page.goto(`${world.address}/overdue`);
  await page
    .getByRole('row')
    .filter({ hasText: code })
    .filter({ hasText: 'Công an thành phố Hà Nội' })
    .getByRole('checkbox')
    .check();
  await page.getByRole('button', { name: 'Đề nghị trả lời (1)' }).click();
  await screen.reads(/đã đề nghị Công an thành phố Hà Nội trả lời/);
  await page.goto(`${world.address}/tasks/${task.id}`);
  await screen.reads('Đề nghị trả lời');
});

test('whoever may register no case is not led to where they would', async () => {
  const page = await world.signedIn('supervisor');
  const screen = onScreen(page);
  await screen.goTo('Diễn tập');
  await screen.heading('Diễn tập').waitFor();
  expect(await page.getByRole('link', { name: /diễn tập/ }).count()).toBe(0);
  await page.goto(`${world.address}/cases/register`);
  await screen.reads(/không có quyền đăng ký/);
  await page.getByRole('link', { name: 'Xem tất cả trường hợp' }).click();
  await screen.heading('Trường hợp').waitFor();
});
