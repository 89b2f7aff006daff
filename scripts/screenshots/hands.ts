import type { Page } from 'playwright-core';
import adminWords from '../../messages/admin.vi.json';
import caseWords from '../../messages/case.vi.json';
import words from '../../messages/web.vi.json';

/** What the Vietnamese screens say: hands find things by the words that people read. */
export const say = { ...words, ...adminWords, ...caseWords };

/** Opens everything that is folded, and what is folded in that. */
export async function unfold(page: Page): Promise<void> {
  const open = 'for (const each of document.querySelectorAll("main details")) each.open = true';
  await page.evaluate(open);
  await page.waitForTimeout(50); // what was opened for the first time is drawn now
  await page.evaluate(open);
}

/** Presses the first button of this name that can be seen. */
export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.locator('main').getByRole('button', { name }).filter({ visible: true }).first().click();

/** Opens what is folded under this name and sends its form as it is. */
export async function tryFolded(page: Page, name: string): Promise<void> {
  const summary = page.locator('summary', { hasText: name }).filter({ visible: true }).first();
  await summary.click();
  await summary.locator('..').locator('[type=submit]').first().click();
}

/** Sends the first form of acts as it is, and reads what is wrong with it. */
export async function sendEmpty(page: Page, name: string): Promise<void> {
  await press(page, name);
  await page.getByRole('alert').first().waitFor();
}

/** Goes to a place inside the app, as a link does. */
export const goInside = (page: Page, path: string): Promise<void> =>
  page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)})`);
