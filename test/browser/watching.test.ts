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

test('what is printed of a history is the summary of the case: no picture, no empty page, no personal name', async () => {
  const name = 'Người Được In';
  const { caseId, code } = await before.until('notify-authority', { name });
  const page = await world.signedIn('coordinator');
  await page.goto(`${world.address}/cases/${caseId}/history`);
  await page.getByRole('heading', { name: 'Thời gian được phép và đã dùng' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  const main = await page.locator('main').innerText();
  expect(main).toContain(`Tóm tắt trường hợp ${code}`);
  expect(main).toContain('Giải thích quyền cho người được tiếp nhận');
  expect(main).not.toMatch(/Thời gian được phép và đã dùng|Diễn biến|Xem vị trí trên quy trình/);
  expect(main).not.toContain(name);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect([...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)]).toHaveLength(1);
});
