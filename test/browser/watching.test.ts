import type { Language } from '../../messages/message.js';
import { browserWorld, type BrowserWorld } from './browser.js';
import { onScreen } from './on-screen.js';
import { others, type Others } from './prepared-case.js';

let world: BrowserWorld;
let before: Others;
beforeAll(async () => {
  world = await browserWorld();
  before = others(world.address);
}, 300_000);
afterAll(() => world.stop());

const languages = ['vi', 'en'] as const satisfies readonly Language[];

describe.each(languages)('an auditor, in %s', (language) => {
  const say = {
    vi: {
      cases: 'Trường hợp',
      history: 'Lịch sử',
      title: (code: string) => `Lịch sử trường hợp ${code}`,
      done: /Tiếp nhận trình báo, giúp lập tờ khai/,
      lanes: 'Thời gian được phép và đã dùng',
      person: 'Thông tin cá nhân',
    },
    en: {
      cases: 'Cases',
      history: 'History',
      title: (code: string) => `History of case ${code}`,
      done: /Receive the report, help with the declaration/,
      lanes: 'Allowed and used time',
      person: 'Personal information',
    },
  } as const;

  test('finds a case by its code and reads who did what in which time, and nothing about the person', async () => {
    const { cases, history, title, done, lanes, person } = say[language];
    const { code } = await before.until('initial-verification', { name: 'Người Mẫu Ba' });
    const page = await world.signedIn('auditor', language);
    const screen = onScreen(page, language);
    await screen.goTo(cases);
    await page.getByRole('link', { name: code }).first().click();
    await screen.heading(new RegExp(code)).waitFor();
    expect(await screen.heading(person).count()).toBe(0);
    await page.getByRole('main').getByRole('link', { name: history }).first().click();
    await screen.heading(title(code)).waitFor();
    await screen.heading(lanes).waitFor();
    await screen.reads(done);
    expect(await page.content()).not.toContain('Người Mẫu Ba');
  });
});
