import type { Page } from 'playwright-core';
import { browserWorld, signIn, type BrowserWorld } from './browser.js';
import { others, type Others } from './prepared-case.js';
import { screens } from './screens.js';
import { pseudoLocale, type PseudoLocale } from './unworded-text.js';

let world: BrowserWorld;
let before: Others;
beforeAll(async () => {
  world = await browserWorld();
  before = others(world.address);
}, 300_000);
afterAll(() => world.stop());

async function unfold(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate('for (const each of document.querySelectorAll("main details")) each.open = true');
  await page.waitForLoadState('networkidle');
}

/** As people do, but whatever is said stands in marks. */
async function marked(username: string): Promise<{ page: Page; locale: PseudoLocale }> {
  const page = await world.browser();
  await signIn(page, { address: world.address, username });
  const locale = await pseudoLocale(page);
  await page.reload();
  await page.getByRole('button', { name: '⟦Đăng xuất⟧' }).waitFor();
  return { page, locale };
}

test.each(Object.entries(screens))(
  'every word that %s reads is in the catalogue or told by the API',
  async (username, paths) => {
    const { page, locale } = await marked(username);
    const late = await before.until('register-report', { daysAgo: 12 });
    const found: string[] = [];
    for (const path of paths(late)) {
      await page.goto(world.address + path);
      await page.locator('main h1').first().waitFor();
      await unfold(page);
      for (const text of await locale.unworded()) found.push(`${path}: ${text}`);
    }
    expect(found).toEqual([]);
  },
  180_000,
);

test('so is every word of a registration, of its problems and of its confirmation', async () => {
  const { page, locale } = await marked('commune');
  const found: string[] = [];
  const look = async (): Promise<void> => {
    await page.waitForLoadState('networkidle');
    found.push(...(await locale.unworded()));
  };
  await page.goto(`${world.address}/cases/register`);
  await page.getByRole('button', { name: '⟦Tiếp tục⟧' }).click();
  await page.getByRole('alert').waitFor();
  await look();
  await page.getByLabel('⟦Nơi tiếp nhận⟧').fill('hoan kiem');
  await page.getByRole('button', { name: /Phường Hoàn Kiếm/ }).click();
  for (let section = 1; section <= 4; section++) {
    await page.getByRole('button', { name: '⟦Tiếp tục⟧' }).click();
    await look();
  }
  await page.getByRole('button', { name: '⟦Đăng ký và chuyển nhiệm vụ đầu tiên⟧' }).click();
  await page.getByRole('heading', { name: '⟦Đã đăng ký⟧' }).waitFor();
  await look();
  expect(found).toEqual([]);
}, 120_000);
