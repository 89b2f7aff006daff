import { said } from '../api/api-world.js';
import { countActivations } from './activations.js';
import { browserWorld, type BrowserWorld } from './browser.js';
import { onScreen } from './on-screen.js';
import { others } from './prepared-case.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await browserWorld();
}, 300_000);
afterAll(() => world.stop());

test('a case is registered with the least that must be known and handed over for verification in 14 clicks at most', async () => {
  const page = await world.signedIn('commune');
  const clicks = await countActivations(page);
  const screen = onScreen(page);
  await page.goto(world.address);
  await screen.goTo('Trường hợp');
  await page.getByRole('link', { name: 'Đăng ký trường hợp' }).click();
  await page.getByLabel('Nơi tiếp nhận').fill('hoan kiem');
  await page.getByRole('button', { name: /Phường Hoàn Kiếm/ }).click();
  await page.getByRole('button', { name: 'Đến phần kiểm tra' }).click();
  await page.getByRole('button', { name: 'Đăng ký và chuyển nhiệm vụ đầu tiên' }).click();
  await page.getByRole('link', { name: 'Tiếp nhận trình báo, giúp lập tờ khai' }).click();
  await screen.choose(['Kết quả', 'Đã tiếp nhận, lập tờ khai']);
  await screen.choose(['Người trình báo dưới 18 tuổi?', false]);
  await screen.complete();
  await screen.toCase();
  await page.getByRole('link', { name: 'Thông báo cho cơ quan chủ trì hỗ trợ' }).click();
  await screen.complete();
  const verifying = await (await world.api.as('coordinator')).get('/api/v1/tasks?box=agency&limit=100');
  expect(said(verifying).items.map((task) => task['stepId'])).toContain('initial-verification');
  expect(clicks()).toBeGreaterThan(8); // else the counter counts nothing
  expect(clicks()).toBeLessThanOrEqual(14);
});

test('a supervisor finds the three tasks that are longest overdue and nudges them in 4 clicks at most', async () => {
  const before = others(world.address);
  const codes: string[] = [];
  for (const daysAgo of [30, 25, 20, 15])
    codes.push((await before.until('register-report', { daysAgo })).code);
  const page = await world.signedIn('supervisor');
  const clicks = await countActivations(page);
  const screen = onScreen(page);
  await page.goto(world.address);
  await screen.goTo('Quá hạn và báo cáo cấp trên');
  await page.getByRole('button', { name: 'Chọn 3 nhiệm vụ quá hạn lâu nhất' }).click();
  await page.getByRole('button', { name: 'Đôn đốc (3)' }).click();
  const nudged = page.getByRole('listitem').filter({ hasText: /đã đôn đốc/ });
  await nudged.nth(2).waitFor();
  const told = (await nudged.allInnerTexts()).join(' ');
  for (const code of codes.slice(0, 3)) expect(told).toContain(code);
  expect(clicks()).toBe(3);
});
