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

describe.each(languages)('in a rehearsal, in %s', (language) => {
  const say = {
    vi: {
      rehearsal: 'Diễn tập',
      begin: /^Diễn tập theo quy trình này.*53\/2024\/QH15/,
      check: 'Đến phần kiểm tra',
      place: 'Nơi tiếp nhận',
      submit: 'Đăng ký và chuyển nhiệm vụ đầu tiên',
      registered: 'Đã đăng ký',
      task: 'Tiếp nhận trình báo, giúp lập tờ khai',
      days: 'Số ngày',
      forward: 'Tua nhanh',
      reminder: 'Nhắc',
      overdue: 'Quá hạn',
      report: (level: number) => `Báo cáo cấp trên mức ${String(level)}`,
      late: /^Quá hạn \d+ (giờ|ngày)/,
    },
    en: {
      rehearsal: 'Rehearsal',
      begin: /^Rehearse this procedure.*53\/2024\/QH15/,
      check: 'Go to the check',
      place: 'Place of receipt',
      submit: 'Register and hand over the first tasks',
      registered: 'Registered',
      task: 'Receive the report, help with the declaration',
      days: 'Days',
      forward: 'Fast-forward',
      reminder: 'Reminder',
      overdue: 'Overdue',
      report: (level: number) => `Escalation, level ${String(level)}`,
      late: /^Overdue by \d+ (hour|day)s?/,
    },
  } as const;

  test('a coordinator lets days pass and sees the reminder, then the reports to superiors, come one after the other', async () => {
    const words = say[language];
    const page = await world.signedIn('coordinator', language);
    const screen = onScreen(page, language);
    await screen.goTo(words.rehearsal);
    await page.getByRole('link', { name: words.begin }).click();
    await page.getByLabel(words.place).fill('hoan kiem');
    await page.getByRole('button', { name: /Phường Hoàn Kiếm/ }).click();
    await page.getByRole('button', { name: words.check }).click();
    await page.getByRole('button', { name: words.submit }).click();
    await screen.heading(words.registered).waitFor();
    const code = await page.locator('.big-code').innerText();

    await screen.goTo(words.rehearsal);
    const ours = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: code }) });
    const happened = ours.getByRole('status').getByRole('listitem');
    const passes = async (days: number): Promise<void> => {
      await ours.getByLabel(words.days).fill(String(days));
      await ours.getByRole('button', { name: words.forward }).click();
    };
    await passes(1);
    await happened.filter({ hasText: `${words.reminder}: ${words.task}` }).waitFor();
    await happened.filter({ hasText: `${words.report(1)}: ${words.task}` }).waitFor();
    expect(await happened.filter({ hasText: words.report(2) }).count()).toBe(0);
    await passes(4);
    for (const level of [2, 3])
      await happened.filter({ hasText: `${words.report(level)}: ${words.task}` }).waitFor();
    expect(await happened.filter({ hasText: words.reminder }).count()).toBe(0); // once is enough

    await ours.getByRole('link', { name: code }).click();
    await page.getByRole('link', { name: words.task }).first().click();
    await screen.reads(words.late);
  });
});
