import type { Page } from 'playwright-core';
import { browserWorld, type BrowserWorld } from './browser.js';
import { onScreen } from './on-screen.js';
import { others } from './prepared-case.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await browserWorld();
}, 300_000);
afterAll(() => world.stop());

/** In this browser nothing asks by itself after a while: what is there without being asked for, was told. */
const neverAsks = `(() => {
  const longMs = 15_000;
  for (const name of ['setTimeout', 'setInterval']) {
    const own = window[name].bind(window);
    window[name] = (call, ms, ...more) => (ms >= longMs ? 0 : own(call, ms, ...more));
  }
})()`;

/** What the stream tells this browser and when it asks for tasks, in the order in which it happens. */
async function heard(page: Page): Promise<readonly ('told' | 'asked')[]> {
  const log: ('told' | 'asked')[] = [];
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  devtools.on('Network.eventSourceMessageReceived', ({ eventName }) => {
    if (eventName === 'changed') log.push('told');
  });
  devtools.on('Network.requestWillBeSent', ({ request }) => {
    if (request.url.includes('/api/v1/tasks?')) log.push('asked');
  });
  return log;
}

test('what a commune hands over appears on the open list of the coordinator, who touches nothing', async () => {
  const { task, code } = await others(world.address).until('notify-authority');
  const coordinator = await world.signedIn('coordinator');
  await coordinator.addInitScript(neverAsks);
  const told = coordinator.waitForResponse((answer) => answer.url().endsWith('/api/v1/events'));
  await coordinator.reload();
  expect((await told).status()).toBe(200);
  await onScreen(coordinator).heading('Việc của tôi').waitFor();
  await coordinator.waitForLoadState('networkidle');
  const row = coordinator.getByRole('row').filter({ hasText: code });
  expect(await row.count()).toBe(0);
  let loads = 0;
  coordinator.on('framenavigated', () => loads++);
  const log = await heard(coordinator);

  const commune = await world.signedIn('commune');
  await commune.goto(`${world.address}/tasks/${task.id}`);
  await onScreen(commune).complete();

  await row.filter({ hasText: 'Xác minh thông tin ban đầu' }).waitFor();
  expect(loads).toBe(0);
  expect(log[0]).toBe('told'); // nothing was asked for before
  expect(log).toContain('asked');
});

test('a passphrase is reset by two people: who asks cannot confirm, and whose it was chooses a new one', async () => {
  const admin = await world.signedIn('admin');
  await admin.goto(`${world.address}/admin/users?q=legal-aid`);
  await admin.getByRole('button', { name: 'Sửa legal-aid', exact: true }).click();
  await admin.getByRole('button', { name: 'Yêu cầu đặt lại mật khẩu' }).click();
  await admin
    .getByRole('status')
    .filter({ hasText: /^Đã yêu cầu\./ })
    .waitFor();
  await admin.getByRole('link', { name: 'Đặt lại mật khẩu', exact: true }).click();
  const asked = admin.getByRole('listitem').filter({ hasText: 'legal-aid' });
  await asked.getByText(/^Chờ xác nhận/).waitFor();
  expect(await admin.getByRole('button', { name: /^Xác nhận/ }).count()).toBe(0);

  const owner = await world.signedIn('legal-aid');
  const supervisor = await world.signedIn('supervisor');
  await supervisor.goto(`${world.address}/admin/resets`);
  await supervisor.getByRole('button', { name: 'Xác nhận đặt lại mật khẩu legal-aid' }).click();
  const once = supervisor.getByRole('status').filter({ hasText: 'Mật khẩu tạm của legal-aid' });
  const passphrase = await once.locator('p').first().innerText();
  await onScreen(owner).goTo('Trường hợp');
  await onScreen(owner).heading('Phiên làm việc đã hết').waitFor();

  await owner.goto(world.address);
  await owner.getByLabel('Tên đăng nhập').fill('legal-aid');
  await owner.getByLabel('Mật khẩu', { exact: true }).fill(passphrase);
  await owner.getByRole('button', { name: 'Đăng nhập' }).click();
  await onScreen(owner).heading('Chọn mật khẩu mới').waitFor();
  await owner.getByLabel('Mật khẩu tạm').fill(passphrase);
  for (const label of ['Mật khẩu mới', 'Nhập lại mật khẩu mới'])
    await owner.getByLabel(label, { exact: true }).fill('bốn con trâu qua cầu');
  await owner.getByRole('button', { name: 'Đổi mật khẩu và vào làm việc' }).click();
  await onScreen(owner).heading('Việc của tôi').waitFor();
});
