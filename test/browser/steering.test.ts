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

describe.each(['vi', 'en'] as const)('a case coordinator, in %s', (language) => {
  const say = {
    vi: {
      initial: 'Xác minh thông tin ban đầu',
      noPaper: ['Kết quả', 'Chưa có giấy tờ, cần xác minh'],
      request: 'Đề nghị Công an xác minh',
      residence: 'Nơi cư trú',
      hands: 'Mở nhiệm vụ “Xác minh, xác định nạn nhân”',
      police: 'Công an thành phố Hà Nội',
      verify: 'Xác minh, xác định nạn nhân',
      locked: 'Các bước chưa mở',
      behalf: /^Ghi nhận trả lời của/,
    },
    en: {
      initial: 'Verify the initial information',
      noPaper: ['Result', 'No paper, verification is needed'],
      request: 'Request verification by the police',
      residence: 'Place of residence',
      hands: 'Opens “Verify and identify the victim”',
      police: /Police/,
      verify: 'Verify and identify the victim',
      locked: 'Steps not open yet',
      behalf: /^Record the answer of/,
    },
  } as const;

  test('looks at first papers, asks the police to verify, and sees why later steps wait', async () => {
    const { initial, noPaper, request, residence, hands, police, verify, locked } = say[language];
    const { code } = await before.until('initial-verification');
    const page = await world.signedIn('coordinator', language);
    const screen = onScreen(page, language);
    await screen.openTask(initial, code);
    await screen.choose(noPaper);
    await screen.complete();
    await screen.toCase();
    await page.getByRole('link', { name: request }).first().click();
    await screen.reads(residence);
    await page.getByLabel(residence).fill('tra linh');
    await page.getByRole('button', { name: /Trà Lĩnh/ }).click();
    await screen.reads(hands);
    await screen.complete();
    await screen.toCase();
    await page.getByRole('heading', { name: police, level: 3 }).waitFor();
    await page.getByRole('link', { name: verify }).waitFor();
    const waiting = page.getByRole('region', { name: locked }).getByRole('listitem');
    await waiting.first().waitFor({ state: 'attached' });
  });

  test('writes down what the police answered by letter, with its day', async () => {
    const { task } = await before.until('police-verification', { daysAgo: 3 });
    const page = await world.signedIn('coordinator', language);
    const screen = onScreen(page, language);
    const words = {
      vi: {
        result: ['Kết quả', 'Không đủ căn cứ xác định'],
        by: ['Cơ quan trả lời bằng', 'Công văn'],
        reference: 'Số, ký hiệu văn bản (nếu có)',
        day: 'Ngày',
        time: 'Giờ',
      },
      en: {
        result: ['Result', 'Not enough grounds to confirm'],
        by: ['The agency answered', 'by letter'],
        reference: /^Number of the letter/,
        day: 'Day',
        time: 'Time',
      },
    } as const;
    const { result, by, reference, day, time } = words[language];
    await page.goto(`${world.address}/tasks/${task.id}`);
    await screen.heading(say[language].behalf).waitFor();
    await screen.choose(result);
    await screen.choose(by);
    await page.getByLabel(reference).fill('123/CV-CA');
    await page.getByLabel(day, { exact: true }).fill('hôm qua');
    await page.getByLabel(time, { exact: true }).fill('9h05');
    await screen.complete();
    const { body } = await (await world.api.as('coordinator')).get(`/api/v1/tasks/${task.id}`);
    expect(body).toMatchObject({ status: 'completed', outcome: 'insufficient-grounds' });
  });
});

describe.each(['vi', 'en'] as const)('a case coordinator sees beforehand, in %s', (language) => {
  const say = {
    vi: {
      notYet: 'Kết thúc trường hợp (chưa thể)',
      stay: 'Thời gian lưu trú tại cơ sở',
      care: ['Kết quả', 'Chuyển chế độ bảo trợ xã hội'],
      settles: ['Kết quả', 'Ổn định cuộc sống tại nơi ở khác'],
      residence: 'Nơi cư trú',
      nothing: 'Hiện chưa có việc phải làm',
      comes: /^Ngày \d\d\/\d\d\/\d{4} tự mở nhiệm vụ “Thăm hỏi, theo dõi sau khi trở về”, giao cho: Ủy ban/,
      noReason: 'Chưa có lý do kết thúc nào đủ điều kiện.',
    },
    en: {
      notYet: 'Close the case (not yet)',
      stay: 'Stay in the facility',
      care: ['Result', 'Passes to the social-protection regime'],
      settles: ['Result', 'Settles in another place'],
      residence: 'Place of residence',
      nothing: 'Nothing is to be done now',
      comes: /^On \d\d\/\d\d\/\d{4} “Follow-up contact after the return” opens by itself, for: /,
      noReason: 'No way of ending the case is open yet.',
    },
  } as const;

  test('that a case cannot be closed while somebody lives in a facility, and is led to the stay', async () => {
    const { notYet, stay, care } = say[language];
    const { task } = await before.until('plan-return', {
      facts: { sex: 'female', isMinor: false, nationalityClaimed: 'vietnamese', wantsShelter: true },
      paces: { 'shelter-stay': 'never' },
    });
    const page = await world.signedIn('coordinator', language);
    const screen = onScreen(page, language);
    await page.goto(`${world.address}/tasks/${task.id}`);
    await screen.choose(care);
    await screen.complete();
    await screen.toCase();
    await page.getByText(notYet).click();
    await page.locator('details', { hasText: notYet }).getByRole('link', { name: stay }).click();
    await screen.heading(stay).waitFor();
  });

  test('which duty opens by itself, and when, where nobody has to act; and why the case goes on', async () => {
    const { settles, residence, nothing, comes, notYet, noReason } = say[language];
    const { task } = await before.until('plan-return', {
      answers: { 'initial-verification': 'has-paper' },
      paces: { 'assess-protection': 0 },
    });
    const page = await world.signedIn('coordinator', language);
    const screen = onScreen(page, language);
    await page.goto(`${world.address}/tasks/${task.id}`);
    await screen.choose(settles);
    await page.getByRole('textbox', { name: residence }).fill('tra linh');
    await page.getByRole('button', { name: /Trà Lĩnh/ }).click();
    await screen.complete();
    await screen.toCase();
    await page.getByRole('region', { name: nothing }).getByText(comes).waitFor();
    await page.getByText(notYet).click();
    await screen.reads(noReason);
  });
});

describe.each(['vi', 'en'] as const)('a supervisor, in %s', (language) => {
  const say = {
    vi: {
      overdue: 'Quá hạn và báo cáo cấp trên',
      nudge: 'Đôn đốc (1)',
      choose: (code: string) => new RegExp(`^Chọn .*${code}$`),
      nudged: /đã đôn đốc/,
      answer: 'Xử lý báo cáo này',
      action: ['Đã làm gì?', 'Đã đôn đốc'],
      submit: 'Ghi đã xử lý',
      done: 'Đã ghi cách xử lý.',
    },
    en: {
      overdue: 'Overdue and escalations',
      nudge: 'Nudge (1)',
      choose: (code: string) => new RegExp(`^Choose .*${code}$`),
      nudged: /was nudged/,
      answer: 'Act on this escalation',
      action: ['What was done?', 'Nudged'],
      submit: 'Record what was done',
      done: 'What was done is recorded.',
    },
  } as const;

  test('nudges whoever is late and says what was done about a report', async () => {
    const { overdue, nudge, choose, nudged, answer, action, submit, done } = say[language];
    const { code } = await before.until('register-report', { daysAgo: 12 });
    const page = await world.signedIn('supervisor', language);
    const screen = onScreen(page, language);
    await screen.goTo(overdue);
    await page.getByRole('checkbox', { name: choose(code) }).check();
    await page.getByRole('button', { name: nudge }).click();
    await screen.reads(nudged);
    const report = page
      .getByRole('listitem')
      .filter({ hasText: code, has: page.getByText(answer) })
      .first();
    await report.getByText(answer).first().click();
    await report.getByLabel(action[1]).check();
    await report.getByRole('button', { name: submit }).click();
    await screen.reads(done);
  });
});
