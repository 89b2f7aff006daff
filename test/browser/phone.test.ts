import type { Page } from 'playwright-core';
import type { Language } from '../../messages/message.js';
import { unfold } from '../../scripts/screenshots/hands.js';
import { browserWorld, signIn, type BrowserWorld } from './browser.js';
import { onScreen } from './on-screen.js';
import { others, type Others } from './prepared-case.js';
import { sideways } from './screen-judge.js';

let world: BrowserWorld;
let before: Others;
beforeAll(async () => {
  world = await browserWorld();
  before = others(world.address);
}, 300_000);
afterAll(() => world.stop());

/**
 * What a finger presses and is smaller than 44 px: buttons, fields with their labels, and links that stand by themselves.
 * A link within a sentence is as high as its line.
 */
const small = `[...document.querySelectorAll('button, input, select, textarea, summary, a[href]')].flatMap((each) => {
  const target = each.closest('label') ?? each;
  const { width, height, right } = target.getBoundingClientRect();
  const isShown = each.checkVisibility() && width > 0 && right > 0;
  const isInSentence = each.matches('a') && getComputedStyle(each).display === 'inline';
  if (!isShown || isInSentence || (width >= 44 && height >= 44)) return [];
  return [width.toFixed(1) + ' by ' + height.toFixed(1) + ' px: ' + each.outerHTML.slice(0, 160)];
})`;

/** Looks at what stands on the screen now; tells in the end what was too small or too wide. */
function looking(page: Page) {
  const complaints: string[] = [];
  return {
    complaints,
    look: async (where: string): Promise<void> => {
      const found = [
        ...(await page.evaluate<readonly string[]>(small)),
        ...(await page.evaluate<readonly string[]>(sideways)),
      ];
      complaints.push(...found.map((complaint) => `${where}: ${complaint}`));
    },
  };
}

const languages = ['vi', 'en'] as const satisfies readonly Language[];

describe.each(languages)('a commune officer on a phone, in %s', (language) => {
  const say = {
    vi: {
      work: 'Việc của tôi',
      menu: 'Các mục',
      receive: /^Xem và nhận/,
      task: 'Tiếp nhận trình báo, giúp lập tờ khai',
      accept: 'Nhận nhiệm vụ',
      recorded: 'Đã ghi nhận',
      goOn: 'Làm tiếp nhiệm vụ này',
      outcome: ['Kết quả', 'Đã tiếp nhận, lập tờ khai'],
      minor: 'Người trình báo dưới 18 tuổi?',
      next: (code: string) => new RegExp(`^Nhiệm vụ tiếp theo: .* \\(${code}\\)$`),
      complete: 'Hoàn thành nhiệm vụ',
      follows: 'Giải thích quyền cho người được tiếp nhận',
    },
    en: {
      work: 'My work',
      menu: 'Menu',
      receive: /^Read and accept/,
      task: 'Receive the report, help with the declaration',
      accept: 'Accept the task',
      recorded: 'Recorded',
      goOn: 'Go on with this task',
      outcome: ['Result', 'Received, declaration filled in'],
      minor: 'Is the person under 18?',
      next: (code: string) => new RegExp(`^Next task: .* \\(${code}\\)$`),
      complete: 'Complete the task',
      follows: 'Inform the person of their rights',
    },
  } as const;

  test('accepts a task, completes it and has the next one open; nothing is too small for a finger, nothing scrolls sideways', async () => {
    const words = say[language];
    const { code } = await before.until('register-report');
    const page = await world.browser(360);
    const screen = onScreen(page, language);
    const { look, complaints } = looking(page);
    await page.goto(world.address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look('sign in');
    await signIn(page, { address: world.address, username: 'commune', language });

    await screen.heading(words.work).waitFor();
    const row = page.getByRole('row').filter({ hasText: code });
    await row.waitFor();
    await look('my work');
    await row.getByRole('link', { name: words.receive }).click();
    await screen.heading(words.task).waitFor();
    await page.getByRole('button', { name: words.accept }).click();
    await screen.heading(words.recorded).waitFor();
    await look('accepted');

    await page.getByRole('button', { name: words.goOn }).click();
    await screen.choose(words.outcome);
    await screen.choose([words.minor, false]);
    await unfold(page);
    await look('task');
    await screen.complete();
    const next = page.getByRole('region', { name: words.next(code) });
    await next.getByRole('button', { name: words.complete }).waitFor();
    await look('next task');

    await page.locator('summary').filter({ hasText: words.menu }).click();
    await look('menu');
    await page.getByRole('link', { name: words.work }).filter({ visible: true }).click();
    await row.filter({ hasText: words.follows }).waitFor();
    expect(complaints).toEqual([]);
  });
});
