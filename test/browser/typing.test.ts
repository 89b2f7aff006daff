import type { Page } from 'playwright-core';
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

/** How an input method composes a syllable: what stands there after each key, and what stays. */
const methods = {
  Telex: ['N', 'Ng', 'Ngu', 'Nguy', 'Nguye', 'Nguyê', 'Nguyên', 'Nguyễn'],
  VNI: ['H', 'Ho', 'Hoa', 'Hoà', 'Hòa'],
} as const;

async function compose(page: Page, stages: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const text of stages)
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await session.send('Input.insertText', { text: stages.at(-1) ?? '' });
  await session.detach();
}

async function person(caseId: string): Promise<Record<string, string>> {
  const answer = await (
    await world.api.as('coordinator')
  ).get(`/api/v1/cases/${caseId}/person?purpose=audit`);
  return (answer.body as { person: Record<string, string> }).person;
}

/** The form of a new registration, at the person's name. */
async function atTheName(page: Page): Promise<void> {
  await page.goto(`${world.address}/cases/register`);
  await page.getByLabel('Nơi tiếp nhận').fill('hoan kiem');
  await page.getByRole('button', { name: /Phường Hoàn Kiếm/ }).click();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByLabel('Họ và tên (nếu có)').focus();
}

async function register(page: Page): Promise<string> {
  const sent = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/v1/cases') && answer.request().method() === 'POST',
  );
  await page.getByRole('button', { name: 'Đến phần kiểm tra' }).click();
  await page.getByRole('button', { name: 'Đăng ký và chuyển nhiệm vụ đầu tiên' }).click();
  const { id } = (await (await sent).json()) as { id: string };
  await onScreen(page).heading('Đã đăng ký').waitFor();
  return id;
}

describe.each(Object.entries(methods))('what is composed by %s', (_method, stages) => {
  test('stands in the field as it was composed, at every key, and moves the page nowhere', async () => {
    const page = await world.signedIn('commune');
    await atTheName(page);
    const place = page.url();
    await compose(page, stages);
    expect(await page.getByLabel('Họ và tên (nếu có)').inputValue()).toBe(stages.at(-1));
    expect(page.url()).toBe(place);
  });
});

test('a name that was pasted decomposed, with odd spaces, is kept as it is meant and found in a place search', async () => {
  const page = await world.signedIn('commune');
  await atTheName(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Input.insertText', {
    text: `${'Nguyễn'.normalize('NFD')}\u00a0 ${'Thị Hòa'.normalize('NFD')} `,
  });
  const shown = await page.getByLabel('Họ và tên (nếu có)').inputValue();
  expect(shown).toContain('Nguyễn'.normalize('NFD'));
  const id = await register(page);
  expect((await person(id))['fullName']).toBe('Nguyễn Thị Hòa'.normalize('NFC'));
});

test('a place is found by its name pasted decomposed', async () => {
  const page = await world.signedIn('commune');
  await page.goto(`${world.address}/cases/register`);
  await page.getByLabel('Nơi tiếp nhận').fill('Hoàn Kiếm'.normalize('NFD'));
  await page.getByRole('button', { name: /Phường Hoàn Kiếm/ }).waitFor();
});

test('control characters in a note are refused in a sentence that says which field, and nothing typed is lost', async () => {
  const { task } = await before.until('register-report');
  const page = await world.signedIn('commune');
  const screen = onScreen(page);
  await page.goto(`${world.address}/tasks/${task.id}`);
  await screen.choose(['Kết quả', 'Đã tiếp nhận, lập tờ khai']);
  await screen.choose(['Người trình báo dưới 18 tuổi?', false]);
  await page.getByLabel('Ghi chú (nếu có)').fill('Đã gặp\u0007 ở phòng riêng');
  await page.getByRole('button', { name: 'Hoàn thành nhiệm vụ' }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /^Ghi chú/ })
    .waitFor();
  expect(await page.getByLabel('Ghi chú (nếu có)').inputValue()).toBe('Đã gặp\u0007 ở phòng riêng');
});
