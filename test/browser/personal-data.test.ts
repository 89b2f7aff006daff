import type { Page } from 'playwright-core';
import { browserWorld, type BrowserWorld } from './browser.js';
import { onScreen } from './on-screen.js';
import { others, type Others, type Prepared } from './prepared-case.js';

let world: BrowserWorld;
let before: Others;
beforeAll(async () => {
  world = await browserWorld();
  before = others(world.address);
}, 300_000);
afterAll(() => world.stop());

const name = 'Nguyễn Thị Hoa Sen';

/** Everything that the browser keeps for this address beyond its cookies, as text. */
const kept = `(async () => {
  const databases = await indexedDB.databases();
  const caches_ = [];
  for (const key of await caches.keys()) {
    const cache = await caches.open(key);
    for (const { url } of await cache.keys()) caches_.push(url);
  }
  const workers = await navigator.serviceWorker.getRegistrations();
  return {
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    databases: databases.map((each) => each.name),
    caches: caches_,
    workers: workers.length,
    cookies: document.cookie,
  };
})()`;

const nothing = { local: [], session: [], databases: [], caches: [], workers: 0, cookies: '' };

/** Every address that was ever asked for, and every title that the tab ever showed. */
function watch(page: Page) {
  const addresses: string[] = [];
  const titles: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  return {
    addresses,
    titles,
    look: async () => {
      titles.push(await page.title());
    },
  };
}

const holdsNothingPersonal = (text: string): boolean => {
  const plain = decodeURIComponent(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return !/hoa sen|nguyen thi/.test(plain.replaceAll('+', ' '));
};

/** Registers somebody, without sending it, and reads the sealed record of somebody else. */
async function handlesPersonalData(page: Page, { task }: Prepared, look: () => Promise<void>): Promise<void> {
  const screen = onScreen(page);
  await page.goto(`${world.address}/tasks/${task.id}`);
  await page.getByRole('button', { name: 'Xem thông tin' }).click();
  await screen.reads(name);
  await look();
  await screen.choose(['Kết quả', 'Đã tiếp nhận, lập tờ khai']);
  await page.getByLabel('Ghi chú (nếu có)').fill(`Đã gặp ${name}`);
  await screen.goTo('Trường hợp');
  await page.getByRole('link', { name: 'Đăng ký trường hợp' }).click();
  await page.getByLabel('Nơi tiếp nhận').fill('hoan kiem');
  await page.getByRole('button', { name: /Phường Hoàn Kiếm/ }).click();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByLabel('Họ và tên (nếu có)').fill(name);
  await look();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await screen.heading('Sự việc').waitFor();
  await look();
}

describe('on a device that others use too', () => {
  let prepared: Prepared;
  let page: Page;
  let seen: ReturnType<typeof watch>;
  beforeAll(async () => {
    prepared = await before.until('register-report', { name });
    page = await world.signedIn('commune');
    seen = watch(page);
    await handlesPersonalData(page, prepared, seen.look);
  }, 120_000);

  test('no address and no title holds a name', () => {
    expect(seen.titles.length).toBeGreaterThan(2);
    expect([...seen.addresses, ...seen.titles].filter((each) => !holdsNothingPersonal(each))).toEqual([]);
  });

  test('nothing is kept while one works, nor after signing out, and the session is over', async () => {
    expect(await page.evaluate(kept)).toEqual(nothing);
    page.on('dialog', (dialog) => void dialog.accept()); // something typed was not sent
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await onScreen(page).heading('Đăng nhập').waitFor();
    expect(await page.evaluate(kept)).toEqual(nothing);
    expect(await page.evaluate(`fetch('/api/v1/me').then((answer) => answer.status)`)).toBe(401);
  });

  test('going back after signing out shows nothing of it', async () => {
    await page.goBack();
    await onScreen(page).heading('Đăng nhập').waitFor();
    expect(await page.content()).not.toContain(name);
  });
});
