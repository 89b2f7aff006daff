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

const everybody = { sex: 'female', isMinor: false, nationalityClaimed: 'vietnamese' } as const;
const languages = ['vi', 'en'] as const satisfies readonly Language[];

describe.each(languages)('the police, in %s', (language) => {
  const say = {
    vi: {
      task: 'Xác minh, xác định nạn nhân',
      look: 'Xem thông tin',
      result: ['Kết quả', 'Đủ căn cứ xác định là nạn nhân'],
      day: 'Ngày xác định là nạn nhân',
      follows: 'Mở nhiệm vụ “Cấp Giấy xác nhận nạn nhân”',
      next: /Nhiệm vụ tiếp theo: Cấp Giấy xác nhận nạn nhân/,
      recorded: /^Hoàn thành: Cấp Giấy xác nhận nạn nhân/,
    },
    en: {
      task: 'Verify and identify the victim',
      look: 'Show',
      result: ['Result', 'Enough grounds: a victim'],
      day: 'Day of confirmation as a victim',
      follows: 'Opens “Issue the victim certificate”',
      next: /Next task: Issue the victim certificate/,
      recorded: /^Completed: Issue the victim certificate/,
    },
  } as const;

  test('read who it is, answer the verification and find the certificate open below the receipt', async () => {
    const { task, look, result, day, follows, next, recorded } = say[language];
    const { code } = await before.until('police-verification', { name: 'Người Mẫu Một' });
    const page = await world.signedIn('police', language);
    const screen = onScreen(page, language);
    await screen.openTask(task, code);
    await page.getByRole('button', { name: look }).click();
    await screen.reads('Người Mẫu Một');
    await screen.choose(result);
    await page.getByLabel(day).fill('hôm nay');
    await screen.reads(follows);
    await screen.complete();
    const certificate = page.getByRole('region', { name: next });
    await certificate
      .getByRole('button', { name: language === 'vi' ? 'Hoàn thành nhiệm vụ' : 'Complete the task' })
      .click();
    await screen.reads(recorded);
  });
});

describe.each(languages)('a shelter, in %s', (language) => {
  const say = {
    vi: {
      admit: 'Tiếp nhận vào cơ sở',
      opens: 'Mở nhiệm vụ “Thời gian lưu trú tại cơ sở”',
      stay: 'Thời gian lưu trú tại cơ sở',
      result: ['Kết quả', 'Rời cơ sở theo kế hoạch'],
      reason: ['Lý do', 'Người được tiếp nhận đề nghị'],
      work: 'Việc của tôi',
      application: 'Đơn đề nghị dừng trợ giúp tại cơ sở',
      by: 'Của người được tiếp nhận',
      ground: ['Căn cứ', 'Người được tiếp nhận cho biết'],
      record: 'Ghi nhận thông tin',
      recorded: 'Đã ghi nhận',
      decide: 'Quyết định dừng trợ giúp tại cơ sở',
    },
    en: {
      admit: 'Admit to the facility',
      opens: 'Opens “Stay in the facility”',
      stay: 'Stay in the facility',
      result: ['Result', 'Left as planned'],
      reason: ['Reason', 'The person asks'],
      work: 'My work',
      application: 'Application to end the stay',
      by: 'By the person',
      ground: ['Ground', 'The person told us'],
      record: 'Record a fact',
      recorded: 'Recorded',
      decide: 'Decide on the application to end the stay',
    },
  } as const;

  test('admits a person, writes down their application to leave, and records when and why the stay ended', async () => {
    const { admit, opens, stay, result, reason, ...leave } = say[language];
    const { code } = await before.until('shelter-admission', { facts: { ...everybody, wantsShelter: true } });
    const page = await world.signedIn('shelter', language);
    const screen = onScreen(page, language);
    await screen.openTask(admit, code);
    await screen.reads(opens);
    await screen.complete();
    await screen.goTo(leave.work);
    await screen.openTask(stay, code);
    await screen.reads(language === 'vi' ? /Mẫu số 09/ : /form 09/);
    await page.locator('summary').filter({ hasText: leave.application }).click();
    await screen.choose([leave.application, leave.by]);
    await screen.choose(leave.ground);
    await page.getByRole('button', { name: leave.record }).click();
    await screen.heading(leave.recorded).waitFor();
    await screen.goTo(leave.work);
    await screen.openTask(leave.decide, code);
    await screen.goTo(leave.work);
    await screen.openTask(stay, code);
    await screen.choose(result);
    await screen.choose(reason);
    await screen.complete();
  });
});

describe.each(languages)('legal aid, in %s', (language) => {
  const say = {
    vi: {
      task: 'Thụ lý yêu cầu trợ giúp pháp lý',
      decline: 'Từ chối đề nghị',
      result: ['Kết quả', 'Đã thụ lý'],
    },
    en: {
      task: 'Accept the application for legal aid',
      decline: 'Decline the request',
      result: ['Result', 'Accepted'],
    },
  } as const;

  test('accepts an application', async () => {
    const { task, result } = say[language];
    const { code } = await before.until('legal-aid', { facts: { ...everybody, wantsLegalAid: true } });
    const page = await world.signedIn('legal-aid', language);
    const screen = onScreen(page, language);
    await screen.openTask(task, code);
    await screen.choose(result);
    await screen.complete();
  });
});
