import type { Language } from '../../messages/message.js';
import type { DemoUsername } from '../../prisma/seed/demo-accounts.js';
import { said } from '../api/api-world.js';
import { browserWorld, type BrowserWorld } from './browser.js';
import { onScreen, type OnScreen } from './on-screen.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await browserWorld();
}, 300_000);
afterAll(() => world.stop());

const languages = ['vi', 'en'] as const satisfies readonly Language[];

/** What stands on the screens of a registration. */
const words = {
  vi: {
    cases: 'Trường hợp',
    register: 'Đăng ký trường hợp',
    receivedBy: 'Cơ quan nhận trình báo (nếu biết)',
    place: 'Nơi tiếp nhận',
    go: 'Tiếp tục',
    name: 'Họ và tên (nếu có)',
    submit: 'Đăng ký và chuyển nhiệm vụ đầu tiên',
    done: 'Đã đăng ký',
  },
  en: {
    cases: 'Cases',
    register: 'Register a case',
    receivedBy: 'Body that received the report (if known)',
    place: 'Place of receipt',
    go: 'Next',
    name: 'Full name (optional)',
    submit: 'Register and hand over the first tasks',
    done: 'Registered',
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;

interface Report {
  readonly place: string;
  readonly found: RegExp;
  readonly receivedBy?: string;
  /** What is read before the registration is sent. */
  readonly foretold: string;
}

interface Registered {
  readonly screen: OnScreen;
  readonly code: string;
}

/** From the navigation to the confirmation. */
async function registers(
  [username, language]: readonly [DemoUsername, Language],
  { place, found, receivedBy, foretold }: Report,
): Promise<Registered> {
  const page = await world.signedIn(username, language);
  const screen = onScreen(page, language);
  const say = words[language];
  await screen.goTo(say.cases);
  await page.getByRole('link', { name: say.register }).click();
  if (receivedBy !== undefined) await screen.choose([say.receivedBy, receivedBy]);
  await page.getByLabel(say.place).fill(place);
  await page.getByRole('button', { name: found }).click();
  await page.getByRole('button', { name: say.go }).click();
  await page.getByLabel(say.name).fill('Sen');
  for (let section = 2; section <= 4; section++) await page.getByRole('button', { name: say.go }).click();
  await screen.reads(foretold);
  await page.getByRole('button', { name: say.submit }).click();
  await screen.heading(say.done).waitFor();
  const code = await page.getByText(/^[A-Z]+-\d{4}-\d{6}$/).innerText();
  return { screen, code };
}

/** Does an agency have a task of this step on its list? */
async function has(username: DemoUsername, stepId: string, code: string): Promise<boolean> {
  const answer = await (await world.api.as(username)).get('/api/v1/tasks?box=agency&limit=100');
  return said(answer).items.some(
    (task) => task['stepId'] === stepId && JSON.stringify(task['subject']).includes(code),
  );
}

/** The receipt of the commune: what it does until the coordinator has the case. */
const receipt = {
  vi: {
    foretold: 'Mở nhiệm vụ “Tiếp nhận trình báo, giúp lập tờ khai”',
    first: 'Tiếp nhận trình báo, giúp lập tờ khai',
    complete: 'Hoàn thành nhiệm vụ',
    missing: 'Kết quả: chưa chọn',
    outcome: ['Kết quả', 'Đã tiếp nhận, lập tờ khai'],
    minor: 'Người trình báo dưới 18 tuổi?',
    opens: 'Mở nhiệm vụ “Thông báo cho cơ quan chủ trì hỗ trợ”',
    notify: 'Thông báo cho cơ quan chủ trì hỗ trợ',
    elsewhere: 'Nhiệm vụ đầu tiên đã chuyển cho cơ quan khác.',
    borderGuard: 'Bộ đội Biên phòng',
    bring: 'Đồn Biên phòng đưa người trình báo đến UBND cấp xã',
  },
  en: {
    foretold: 'Opens “Receive the report, help with the declaration”',
    first: 'Receive the report, help with the declaration',
    complete: 'Complete the task',
    missing: /^Result: /,
    outcome: ['Result', 'Received, declaration filled in'],
    minor: 'Is the person under 18?',
    opens: 'Opens “Notify the support authority”',
    notify: 'Notify the support authority',
    elsewhere: 'The first tasks went to another agency.',
    borderGuard: 'Border Guard',
    bring: 'Border post brings the person to the commune',
  },
} as const;

describe.each(languages)('a commune officer, in %s', (language) => {
  test('registers a case, answers its first tasks and hands it over for verification', async () => {
    const say = receipt[language];
    const { screen, code } = await registers(['commune', language], {
      place: 'hoan kiem',
      found: /Phường Hoàn Kiếm/,
      foretold: say.foretold,
    });
    const { page } = screen;
    await page.getByRole('link', { name: say.first }).click();
    await page.getByRole('button', { name: say.complete }).click();
    await page.getByRole('link', { name: say.missing }).waitFor();
    await screen.choose(say.outcome);
    await screen.choose([say.minor, false]);
    await screen.reads(say.opens);
    await screen.complete();
    await screen.toCase();
    await page.getByRole('link', { name: say.notify }).click();
    expect(await has('coordinator', 'initial-verification', code)).toBe(false);
    await screen.complete();
    expect(await has('coordinator', 'initial-verification', code)).toBe(true);
  });
});

describe.each(languages)('hotline 111, in %s', (language) => {
  test('registers what a caller tells; the commune where the person is gets the first task', async () => {
    const { foretold, elsewhere } = receipt[language];
    const { screen, code } = await registers(['hotline', language], {
      place: 'hoàn kiếm',
      found: /Phường Hoàn Kiếm/,
      foretold,
    });
    await screen.reads(elsewhere);
    expect(await has('commune', 'register-report', code)).toBe(true);
  });
});

describe.each(languages)('a border post, in %s', (language) => {
  test('registers who came to it and records that it brought them to the commune', async () => {
    const { bring, borderGuard } = receipt[language];
    const { screen } = await registers(['border', language], {
      place: 'Dong Dang',
      found: /Đồng Đăng/,
      receivedBy: borderGuard,
      foretold: bring,
    });
    await screen.page.getByRole('link', { name: bring }).click();
    await screen.complete();
  });
});
