import { browserWorld, type BrowserWorld } from './browser.js';
import { onScreen } from './on-screen.js';
import { others } from './prepared-case.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await browserWorld();
}, 300_000);
afterAll(() => world.stop());

const name = 'Trần Thị Mẫu';

test('a coordinator nudges from the list of what other agencies hold', async () => {
  const { code, caseId } = await others(world.address).until('register-report');
  const page = await world.signedIn('coordinator');
  await page.getByRole('link', { name: /^Chờ cơ quan khác/ }).click();
  const row = page.getByRole('row').filter({ hasText: code });
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Đôn đốc (1)' }).click();
  await onScreen(page).reads(/đã đôn đốc Ủy ban nhân dân phường Hoàn Kiếm/);
  await page.goto(`${world.address}/cases/${caseId}/history`);
  await onScreen(page).reads('Đôn đốc: Tiếp nhận trình báo, giúp lập tờ khai');
});

test('a correction of a record that was begun is there again after a look elsewhere', async () => {
  const { caseId } = await others(world.address).until('register-report', { name });
  const page = await world.signedIn('coordinator');
  const screen = onScreen(page);
  const correcting = page.getByRole('region', { name: 'Thông tin cá nhân' });
  const opens = async (): Promise<void> => {
    await correcting.getByRole('button', { name: 'Xem thông tin' }).click();
  };
  await page.goto(`${world.address}/cases/${caseId}`);
  await opens();
  await correcting.getByRole('button', { name: 'Bổ sung, sửa thông tin' }).click();
  await correcting.getByLabel('Điện thoại').fill('0912 345 678');
  await screen.goTo('Quy trình');
  await screen.heading('Quy trình').waitFor();
  await page.goBack();
  await screen.reads('Bạn đang sửa dở');
  expect(await page.content()).not.toContain(name);
  await opens();
  await correcting.getByLabel('Họ và tên').waitFor();
  expect(await correcting.getByLabel('Điện thoại').inputValue()).toBe('0912 345 678');
  expect(await correcting.getByLabel('Họ và tên').inputValue()).toBe(name);
});

test('what was recorded stays in sight when the language is changed', async () => {
  const { task } = await others(world.address).until('register-report');
  const page = await world.signedIn('commune');
  const screen = onScreen(page);
  await page.goto(`${world.address}/tasks/${task.id}`);
  await screen.choose(['Kết quả', 'Đã tiếp nhận, lập tờ khai']);
  await screen.choose(['Người trình báo dưới 18 tuổi?', false]);
  await screen.complete();
  await page.getByRole('button', { name: 'English' }).click();
  await screen.heading('Recorded').waitFor();
  await page.getByRole('heading', { name: /^Next task: / }).waitFor();
});
