import type { Page } from 'playwright-core';
import type { IssuedLink } from '../../api/contract/task-link.js';
import { change } from '../api/api-world.js';
import { browserWorld, signIn, type BrowserWorld } from './browser.js';
import { others, type Others } from './prepared-case.js';
import { screens } from './screens.js';
import { pseudoLocale, withServerInMarks, type PseudoLocale } from './unworded-text.js';

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

test('so is every word before anybody has signed in', async () => {
  const page = await world.browser();
  const locale = await pseudoLocale(page);
  await page.goto(world.address);
  await page.getByRole('heading', { name: '⟦Đăng nhập⟧' }).waitFor();
  expect(await locale.unworded()).toEqual([]);
  await page.getByLabel('⟦Tên đăng nhập⟧').fill('khongco');
  await page.getByLabel('⟦Mật khẩu⟧', { exact: true }).fill('sai mat khau nay');
  await page.getByRole('button', { name: '⟦Đăng nhập⟧' }).click();
  await page.getByRole('alert').waitFor();
  expect(await locale.unworded()).toEqual([]);
});

test('so is every word of the page by link, from its code to its receipt and after it', async () => {
  const { page, locale } = await marked('coordinator');
  const { task } = await before.until('register-report');
  await page.goto(`${world.address}/tasks/${task.id}`); // the API tells the words of the procedure
  await page.locator('main h1').first().waitFor();
  await unfold(page);
  const coordinator = await world.api.as('coordinator');
  const link = (await change(coordinator, `/tasks/${task.id}/links`, {})).body as IssuedLink;
  locale.know(world.address + link.url);
  const found: string[] = [];
  const look = async (where: string): Promise<void> => {
    for (const text of await locale.unworded()) found.push(`${where}: ${text}`);
  };
  await withServerInMarks(async () => {
    await page.goto(world.address + link.url);
    await look('code');
    await page.locator('#code').fill(link.code ?? '');
    await page.locator('main button').click();
    await look('task');
    const registered = page.locator('#complete-task-registered');
    await page.getByText('Đã tiếp nhận, lập tờ khai').first().click();
    await registered.locator('[value=check]').last().click();
    await page.locator('#problems').waitFor();
    await look('problems');
    await registered.locator('[value=false]').first().check();
    await registered.locator('[value=check]').last().click();
    await page.locator('form#check').waitFor();
    await look('check');
    await page.locator('[value=send]').click();
    await page.locator('.done').waitFor();
    await look('receipt');
    const data = { expiresAt: new Date(Date.now() - 1_000) };
    await world.api.database.taskLink.update({ where: { id: link.id }, data });
    await page.goto(world.address + link.url);
    await look('expired');
    await page.goto(`${world.address}/a/unknown`);
    await look('unknown');
  });
  expect(found).toEqual([]);
}, 120_000);
