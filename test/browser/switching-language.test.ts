import { aReport, change } from '../api/api-world.js';
import { browserWorld, type BrowserWorld } from './browser.js';
import { onScreen } from './on-screen.js';
import type { CaseView } from '../../api/contract/case.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await browserWorld();
}, 300_000);
afterAll(() => world.stop());

test('why signing in failed is said in the language that was changed to', async () => {
  const page = await world.browser();
  await page.goto(world.address);
  await page.getByLabel('Tên đăng nhập').fill('khongco');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('khong dung dau nhe');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  const failure = page.getByRole('alert');
  await failure.filter({ hasText: 'Tên đăng nhập hoặc mật khẩu không đúng' }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await failure.filter({ hasText: 'The user name or passphrase is wrong' }).waitFor();
  expect(await failure.innerText()).not.toContain('mật khẩu');
});

test('an agency that is being changed is told in the new language, and what was typed stays', async () => {
  const { items } = (await (await world.api.as('admin')).get('/api/v1/admin/agencies?q=HN-SYT')).body as {
    items: readonly { id: string }[];
  };
  const page = await world.signedIn('admin');
  await page.goto(`${world.address}/admin/agencies/${items[0]?.id ?? ''}`);
  await page.getByText('Sửa cơ quan').click();
  const form = page.locator('details').filter({ hasText: 'Tên tiếng Anh' });
  await page.getByLabel('Tên tiếng Anh').fill('Typed and not sent');
  await form.getByText('Ủy ban nhân dân thành phố Hà Nội').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  const changed = page.locator('details').filter({ hasText: 'Name in English' });
  await changed.getByText("People's Committee of Ha Noi City").waitFor();
  await changed.getByText('(until 30/06/2025)').first().waitFor();
  await changed
    .getByText(/\(đến |\(từ |Ủy ban nhân dân/)
    .first()
    .waitFor({ state: 'detached' });
  expect(await page.getByLabel('Name in English').inputValue()).toBe('Typed and not sent');
});

test('the agency of an account that is being changed is named in the new language', async () => {
  const page = await world.signedIn('admin');
  await page.goto(`${world.address}/admin/users?q=commune`);
  await page.getByRole('button', { name: 'Sửa commune' }).click();
  const form = page.getByRole('region', { name: /commune/ });
  await form.getByText('Ủy ban nhân dân phường Hoàn Kiếm').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await form.getByText("People's Committee of Hoan Kiem Ward").waitFor();
});

test('an agency that was chosen while registering is named in the new language, on the page and where it is checked', async () => {
  const page = await world.signedIn('coordinator');
  await page.goto(`${world.address}/cases/register`);
  await page.getByLabel('Nơi tiếp nhận').fill('hoan kiem');
  await page.getByRole('button', { name: /Phường Hoàn Kiếm/ }).click();
  await page.getByLabel('Ai không được biết về trường hợp này?').fill('cong an thanh pho ha noi');
  await page.getByRole('button', { name: 'Công an thành phố Hà Nội', exact: true }).click();
  await page.getByLabel('Theo đề nghị của người được tiếp nhận').check();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('Police of Ha Noi City', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Go to the check' }).click();
  const checked = page.getByRole('region', { name: 'Source and urgency' });
  await checked.getByText('Police of Ha Noi City', { exact: true }).waitFor();
  expect(await checked.innerText()).not.toContain('Công an');
});

test('what a moved clock brought about is told in the new language', async () => {
  const report = { ...aReport(), rehearsal: true };
  const { code } = (await change(await world.api.as('coordinator'), '/cases', report)).body as CaseView;
  const page = await world.signedIn('coordinator');
  await page.goto(`${world.address}/rehearsal`);
  const ours = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: code }) });
  await ours.getByLabel('Số ngày').fill('2');
  await ours.getByRole('button', { name: 'Tua nhanh' }).click();
  const happened = ours.getByRole('status');
  await happened.getByText('Nhắc: Tiếp nhận trình báo, giúp lập tờ khai').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await happened.getByText('Reminder: Receive the report, help with the declaration').waitFor();
  expect(await happened.innerText()).not.toMatch(/Nhắc|Quá hạn/);
});

test('a supervisor begins with what is late and is never told that the agency has nothing to do', async () => {
  const page = await world.signedIn('supervisor');
  await page.goto(`${world.address}/work`);
  await onScreen(page).heading('Việc của tôi').waitFor();
  const queues = page.getByRole('navigation', { name: 'Danh sách việc' });
  await queues.getByRole('link', { name: /^Quá hạn/ }).waitFor();
  expect(await queues.getByRole('link').allInnerTexts()).toEqual([
    expect.stringContaining('Quá hạn'),
    expect.stringContaining('Sắp đến hạn'),
    'Đã xong',
  ]);
});

test('an administrator who looks for what is not there is led to the administration', async () => {
  const page = await world.signedIn('admin');
  await page.goto(`${world.address}/admin/agencies/00000000-0000-4000-8000-000000000000`);
  await page.getByRole('main').getByRole('link', { name: 'Quản trị' }).click();
  await onScreen(page).heading('Tài khoản').waitFor();
});
