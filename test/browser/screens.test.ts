import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { browserWorld, type BrowserWorld, signIn } from './browser.js';
import { others, type Prepared } from './prepared-case.js';
import { screens } from './screens.js';

let world: BrowserWorld;
let prepared: Prepared;
beforeAll(async () => {
  world = await browserWorld();
  prepared = await others(world.address).until('register-report');
}, 300_000);
afterAll(() => world.stop());

describe.each([360, 1280])('every screen at %d px', (width) => {
  test('has no finding of axe, no sideways scroll and breaks no content policy, in both languages', async () => {
    const complaints: string[] = [];
    for (const [username, paths] of Object.entries(screens)) {
      const page = await world.browser(width);
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(world.address);
      complaints.push(...(await findings(page, 'sign-in')));
      await signIn(page, { address: world.address, username });
      for (const language of ['vi', 'en']) {
        await page.evaluate(`localStorage.setItem('loive.language', '${language}')`);
        for (const path of paths(prepared)) {
          await page.goto(world.address + path);
          await page.waitForLoadState('networkidle');
          await page.evaluate(
            'for (const each of document.querySelectorAll("main details")) each.open = true',
          );
          await page.waitForLoadState('networkidle');
          complaints.push(...(await findings(page, `${language} ${path}`)));
        }
      }
    }
    expect(complaints).toEqual([]);
  }, 300_000);
});

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function findings(page: Page, where: string): Promise<readonly string[]> {
  // The document is there before the screen is drawn in it: axe would judge an empty page.
  await page.locator('main h1').first().waitFor();
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const sideways = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  return [
    ...violations.map(({ id, nodes }) => `${where}: ${id} at ${String(nodes[0]?.html)}`),
    ...(sideways > 0 ? [`${where}: ${String(sideways)} px scroll sideways`] : []),
  ];
}
