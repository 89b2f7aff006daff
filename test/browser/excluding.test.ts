import type { CaseView } from '../../api/contract/case.js';
import { agencyIdOf } from '../../prisma/seed/reference.js';
import { base, command } from '../api/api-world.js';
import { browserWorld, type BrowserWorld } from './browser.js';
import { onScreen } from './on-screen.js';
import { others } from './prepared-case.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await browserWorld();
}, 300_000);
afterAll(() => world.stop());

test('who must not know is asked at registration, shown on the check page, and gets no task', async () => {
  const page = await world.signedIn('coordinator');
  const screen = onScreen(page);
  await page.goto(`${world.address}/cases/register`);
  await page.getByLabel('Nơi tiếp nhận').fill('hoan kiem');
  await page.getByRole('button', { name: /Phường Hoàn Kiếm/ }).click();
  await page.getByLabel(/^Ai không được biết về trường hợp này/).fill('hoan kiem');
  await page.getByRole('button', { name: 'Ủy ban nhân dân phường Hoàn Kiếm' }).click();
  await page.getByLabel(/^Còn cơ quan nào không được biết/).waitFor();
  await page.getByRole('button', { name: 'Đến phần kiểm tra' }).click();
  await screen.reads('Vì sao không được biết?'); // why was not said yet
  await page.getByLabel('Nghi có liên quan').check();
  await page.getByRole('button', { name: 'Đến phần kiểm tra' }).click();
  await screen.heading('Kiểm tra lại trước khi đăng ký').waitFor();
  const checked = page.getByRole('region', { name: 'Nguồn tin và mức khẩn cấp' });
  await checked.getByText('Ủy ban nhân dân phường Hoàn Kiếm').waitFor();
  await checked.getByText('Nghi có liên quan').waitFor();
  await page.getByRole('button', { name: 'Đăng ký và chuyển nhiệm vụ đầu tiên' }).click();
  await screen.reads(/Chưa tìm được cơ quan/);
  expect(await page.getByText('Ủy ban nhân dân phường Hoàn Kiếm').count()).toBe(0);
});

test('one officer of an agency is excluded, chosen among the posts of that agency', async () => {
  const { caseId } = await others(world.address).until('register-report');
  const page = await world.signedIn('coordinator');
  const screen = onScreen(page);
  await page.goto(`${world.address}/cases/${caseId}`);
  const acts = page.getByRole('region', { name: 'Việc khác với trường hợp' });
  await acts.getByText('Không cho tham gia', { exact: true }).click();
  await acts.getByLabel('Một cán bộ').check();
  await screen.reads('Chọn cơ quan trước.');
  await acts.getByLabel('Cán bộ của cơ quan nào?').fill('hoan kiem');
  await acts.getByRole('button', { name: 'Ủy ban nhân dân phường Hoàn Kiếm' }).click();
  await acts.getByLabel('Công chức văn hóa - xã hội, UBND phường Hoàn Kiếm').check();
  await acts.getByLabel('Nghi có liên quan').check();
  await acts.getByRole('button', { name: 'Không cho tham gia' }).click();
  await screen.reads('Đã ghi nhận');
  const officer = await world.api.as('commune');
  expect((await officer.get(`/api/v1/cases/${caseId}`)).status).toBe(404);
});

test('an exclusion made by mistake is taken back where it stands, with its reason', async () => {
  const { caseId } = await others(world.address).until('register-report');
  const coordinator = await world.api.as('coordinator');
  const seen = async () => (await coordinator.get(`${base}/cases/${caseId}`)).body as CaseView;
  const agencyId = agencyIdOf('HN-TGPL');
  const body = { type: 'exclude', agencyId, ground: { code: 'conflict-of-interest' } };
  expect((await command(coordinator, await seen(), body)).status).toBe(200);
  const page = await world.signedIn('coordinator');
  await page.goto(`${world.address}/cases/${caseId}`);
  const list = page.getByRole('region', { name: 'Không được tham gia, không được biết' });
  await list.getByText('Có xung đột lợi ích').waitFor();
  await list.getByText('Bỏ loại trừ', { exact: true }).click();
  await list.getByRole('button', { name: 'Bỏ loại trừ' }).click();
  await list.getByRole('alert').waitFor(); // why was not said yet
  await list.getByLabel('Nhập sai').check();
  await list.getByRole('button', { name: 'Bỏ loại trừ' }).click();
  await list.waitFor({ state: 'detached' });
  expect((await seen()).exclusions).toEqual([]);
  await page.getByText('Bỏ loại trừ một bên').waitFor();
});
