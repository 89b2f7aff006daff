import type { CaseView } from '../../api/contract/case.js';
import { browserWorld, type BrowserWorld } from './browser.js';
import { onScreen } from './on-screen.js';
import { others, type Others } from './prepared-case.js';
import { judgeOf } from './screen-judge.js';

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
      add: 'Thêm ghi chú',
      text: /^Nội dung$/,
      who: ['Ai được đọc', 'Chỉ cơ quan điều phối'],
      recorded: /^Đã ghi nhận/,
      history: 'Lịch sử',
      read: /^Đọc nội dung niêm phong/,
      purpose: 'Xem để',
      contact: 'Liên lạc',
      show: 'Xem nội dung',
      hide: 'Ẩn lại',
    },
    en: {
      add: 'Add a note',
      text: /^Text$/,
      who: ['Who may read it', 'The coordinating agency only'],
      recorded: /^Recorded/,
      history: 'History',
      read: /^Read the sealed text/,
      purpose: 'For what',
      contact: 'Contact',
      show: 'Read it',
      hide: 'Hide it again',
    },
  } as const;

  test('writes a note and reads it again in the history, which records what for', async () => {
    const { add, text, who, recorded, history, read, purpose, contact, show, hide } = say[language];
    const note = 'Đã hẹn gặp lại vào thứ Ba.';
    const { caseId } = await before.until('initial-verification');
    const page = await world.signedIn('coordinator', language);
    const screen = onScreen(page, language);
    await page.goto(`${world.address}/cases/${caseId}`);
    await page.getByText(add, { exact: true }).first().click();
    await page.getByRole('textbox', { name: text }).fill(note);
    await screen.choose(who);
    await page.getByRole('button', { name: add }).click();
    await screen.reads(recorded);
    await page.getByRole('main').getByRole('link', { name: history }).first().click();
    await page.getByRole('button', { name: read }).first().click();
    await page.setViewportSize({ width: 360, height: 800 });
    const { judge, complaints } = judgeOf(page);
    const look = (name: string) => judge({ view: { name, path: page.url() }, language, width: 360 });
    await page.getByLabel(purpose).selectOption({ label: contact });
    await look('asked');
    await page.getByRole('button', { name: show, exact: true }).click();
    await screen.reads(note);
    expect(await page.locator(':focus').innerText()).toBe(note);
    await look('opened');
    expect(complaints).toEqual([]);
    await page.getByRole('button', { name: hide }).click();
    await page.getByText(note).waitFor({ state: 'detached' });
    const { body } = await (
      await world.api.as('coordinator')
    ).get(`/api/v1/cases/${caseId}/accesses?kind=reads`);
    expect(body).toMatchObject({ items: [{ action: 'read-text', purpose: 'contact' }] });
  });
});

describe.each(['vi', 'en'] as const)('of a task that has ended a case coordinator, in %s', (language) => {
  const say = {
    vi: {
      result: 'Kết quả đã ghi',
      outcome: 'Đã gửi đề nghị',
      residence: 'Nơi cư trú',
      correct: 'Sửa kết quả đã ghi',
      folded: 'Nội dung đã trả lời',
    },
    en: {
      result: 'Recorded result',
      outcome: 'Request sent',
      residence: 'Place of residence',
      correct: 'Correct the recorded result',
      folded: 'What was answered',
    },
  } as const;

  test('reads what was answered, there and in the history, and finds it in the form of a correction', async () => {
    const { result, outcome, residence, correct, folded } = say[language];
    const { caseId } = await before.until('police-verification');
    const { body } = await (await world.api.as('coordinator')).get(`/api/v1/cases/${caseId}`);
    const { tasks } = body as CaseView;
    const asked = tasks.find(({ stepId }) => stepId === 'request-verification');
    const page = await world.signedIn('coordinator', language);
    await page.goto(`${world.address}/tasks/${asked?.id ?? ''}`);
    const card = page.getByRole('region', { name: result, exact: true });
    await card.getByText(outcome).waitFor();
    const answer = (text: string) => new RegExp(`${residence}\\s*${text}`);
    expect(await card.innerText()).toMatch(answer('Phường Hoàn Kiếm'));
    await page.getByText(correct, { exact: true }).click();
    await page.locator('.picked').filter({ hasText: 'Phường Hoàn Kiếm' }).waitFor();

    await page.goto(`${world.address}/cases/${caseId}/history?kind=task`);
    const event = page.getByRole('listitem').filter({ hasText: outcome });
    await event.getByText(folded).click();
    expect(await event.innerText()).toMatch(answer('Phường Hoàn Kiếm'));
  });
});

test('a history without an event of the kind that is looked for says so, and offers nothing more to fetch', async () => {
  const { caseId } = await before.until('police-verification');
  const page = await world.signedIn('coordinator');
  await page.goto(`${world.address}/cases/${caseId}/history?kind=escalation`);
  const timeline = page.getByRole('region', { name: 'Diễn biến' });
  await timeline.getByText('Không có sự kiện nào thuộc loại này mà bạn được xem.').waitFor();
  expect(await timeline.getByRole('button', { name: 'Xem thêm' }).count()).toBe(0);
  await timeline.getByRole('button', { name: 'Nhiệm vụ', exact: true }).click();
  await timeline.getByText(/^Mở nhiệm vụ: Xác minh, xác định nạn nhân/).waitFor();
});
