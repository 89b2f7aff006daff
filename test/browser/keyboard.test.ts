import type { Page } from 'playwright-core';
import { demoPassphrase } from '../../prisma/seed/demo-accounts.js';
import { browserWorld, type BrowserWorld } from './browser.js';
import { onScreen } from './on-screen.js';
import { others } from './prepared-case.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await browserWorld();
}, 300_000);
afterAll(() => world.stop());

const mostTabs = 80;

/** What has the focus: its words, what it is, and whether a person can see that it has it. */
const focused = `(() => {
  const at = document.activeElement;
  const label = at.labels?.[0]?.innerText ?? at.getAttribute('aria-label') ?? at.innerText ?? '';
  const style = getComputedStyle(at);
  const seen = [at, at.parentElement].some((each) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  });
  const box = at.getBoundingClientRect();
  return {
    name: label.trim(),
    tag: at.tagName.toLowerCase(),
    group: at.closest('fieldset')?.querySelector('legend')?.innerText ?? '',
    visible: seen && box.bottom > 0 && box.top < innerHeight && style.visibility === 'visible',
  };
})()`;

interface Focus {
  readonly name: string;
  readonly tag: string;
  readonly group: string;
  readonly visible: boolean;
}

const focusOf = (page: Page): Promise<Focus> => page.evaluate<Focus>(focused);

/** Presses Tab until something of this name has the focus; every stop on the way must be seen. */
async function tabTo(page: Page, name: string | RegExp, group?: string): Promise<void> {
  const passed: string[] = [];
  for (let tab = 0; tab < mostTabs; tab++) {
    await page.keyboard.press('Tab');
    const focus = await focusOf(page);
    if (focus.tag !== 'body' && !focus.visible)
      throw new Error(`nobody sees that ${focus.name} has the focus`);
    passed.push(focus.name);
    const isIt = typeof name === 'string' ? focus.name === name : name.test(focus.name);
    if (isIt && (group === undefined || focus.group === group)) return;
  }
  throw new Error(`Tab never comes to ${String(name)}; it came to: ${passed.join(' · ')}`);
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

test('what was found stays within reach of the keyboard while the next letter is being looked for', async () => {
  const page = await world.signedIn('commune');
  await page.goto(`${world.address}/cases/register`);
  await page.getByLabel(/^Nơi tiếp nhận/).focus();
  await page.keyboard.type('hoan kie');
  await page.getByRole('button', { name: /Phường Hoàn Kiếm/ }).waitFor();
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/\/places\?/, async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest(/\/places\?/);
  await page.keyboard.type('m');
  await asked; // only once the new search is on the screen
  await press(page, /Phường Hoàn Kiếm/);
  letGo();
  await page.getByRole('button', { name: 'Chọn lại' }).waitFor();
});

test('a commune officer signs in, registers a case and answers its first task without a mouse', async () => {
  const page = await world.browser();
  const screen = onScreen(page);
  await page.goto(world.address);
  await screen.heading('Đăng nhập').waitFor();
  await tabTo(page, 'Tên đăng nhập');
  await page.keyboard.type('commune');
  await tabTo(page, 'Mật khẩu');
  await page.keyboard.type(demoPassphrase);
  await page.keyboard.press('Enter');
  await screen.heading('Việc của tôi').waitFor();
  await press(page, 'Trường hợp');
  await screen.heading('Trường hợp').waitFor();
  expect(await focusOf(page)).toMatchObject({ tag: 'main' });
  await press(page, 'Đăng ký trường hợp');
  await screen.heading('Đăng ký trường hợp').waitFor();
  await press(page, 'Tiếp tục');
  await screen.heading(/chỗ cần xem lại/).waitFor();
  expect((await focusOf(page)).name).toMatch(/chỗ cần xem lại/);
  await press(page, /^Nơi tiếp nhận/);
  expect((await focusOf(page)).name).toBe('Nơi tiếp nhận');
  await page.keyboard.type('hoan kiem');
  await page.getByRole('button', { name: /Phường Hoàn Kiếm/ }).waitFor();
  await press(page, /Phường Hoàn Kiếm/);
  await press(page, 'Đến phần kiểm tra');
  await screen.heading('Kiểm tra lại trước khi đăng ký').waitFor();
  await press(page, 'Đăng ký và chuyển nhiệm vụ đầu tiên');
  await screen.heading('Đã đăng ký').waitFor();
  await press(page, 'Tiếp nhận trình báo, giúp lập tờ khai');
  await page.getByRole('group', { name: 'Kết quả' }).waitFor();
  await tabTo(page, 'Đã tiếp nhận, lập tờ khai', 'Kết quả');
  await page.keyboard.press('Space');
  await tabTo(page, 'Có', 'Người trình báo dưới 18 tuổi?');
  await page.keyboard.press('ArrowDown');
  await press(page, 'Hoàn thành nhiệm vụ');
  await screen.heading('Đã ghi nhận').waitFor();
});

test('the first stop of Tab leads past the navigation to the content', async () => {
  const page = await world.signedIn('commune');
  await page.goto(`${world.address}/cases`);
  await onScreen(page).heading('Trường hợp').waitFor();
  await page.keyboard.press('Tab');
  expect(await focusOf(page)).toMatchObject({ name: 'Bỏ qua thanh điều hướng, đến nội dung', visible: true });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(`document.activeElement.closest('main') !== null`)).toBe(true);
});

test('a place and an agency are searched for, chosen and changed again by keyboard alone', async () => {
  const { task } = await others(world.address).until('register-report');
  const page = await world.signedIn('coordinator');
  await page.goto(`${world.address}/tasks/${task.id}`);
  await onScreen(page).heading('Tiếp nhận trình báo, giúp lập tờ khai').waitFor();
  await press(page, 'Chuyển cơ quan khác');
  await page.getByLabel('Cơ quan nhận').waitFor();
  await tabTo(page, 'Cơ quan nhận');
  await page.keyboard.type('tra linh');
  await page.getByRole('button', { name: /Trà Lĩnh/ }).waitFor();
  await press(page, /Trà Lĩnh/);
  expect((await focusOf(page)).name).toMatch(/^Cơ quan nhận\s+Ủy ban nhân dân xã Trà Lĩnh/);
  await press(page, 'Chọn lại');
  expect((await focusOf(page)).name).toBe('Cơ quan nhận');
});
