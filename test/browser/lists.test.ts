import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { said } from '../api/api-world.js';
import { browserWorld, type BrowserWorld } from './browser.js';
import { onScreen } from './on-screen.js';
import { others, type Prepared } from './prepared-case.js';

let world: BrowserWorld;
let received: Prepared;
let verified: Prepared;
const name = 'Trần Thị Mẫu';
beforeAll(async () => {
  world = await browserWorld();
  const before = others(world.address);
  received = await before.until('register-report', { name });
  verified = await before.until('initial-verification', { name });
}, 300_000);
afterAll(() => world.stop());

const rowOf = (page: Page, { code }: Prepared): Locator => page.getByRole('row').filter({ hasText: code });

/** The list that is filtered by the phase of one of the two cases. */
async function showsVerification(page: Page): Promise<void> {
  await rowOf(page, verified).first().waitFor();
  await rowOf(page, received).first().waitFor({ state: 'hidden' });
  expect(await page.getByLabel('Giai đoạn').inputValue()).toBe('verification');
}

async function filteredByHand(): Promise<Page> {
  const page = await world.signedIn('coordinator');
  await page.goto(`${world.address}/cases`);
  await rowOf(page, received).first().waitFor();
  await page.getByLabel('Giai đoạn').selectOption({ label: 'Xác minh' });
  await showsVerification(page);
  return page;
}

test('filters stand in the address: a reload, a colleague with the copied address and the way back from a case show the same list', async () => {
  const page = await filteredByHand();
  const address = page.url();
  expect(address).toBe(`${world.address}/cases?phase=verification`);
  await page.reload();
  await showsVerification(page);

  await rowOf(page, verified).getByRole('link', { name: verified.code }).click();
  await onScreen(page)
    .heading(/^Trường hợp /)
    .waitFor();
  await page.goBack();
  await showsVerification(page);
  expect(page.url()).toBe(address);

  const colleague = await world.signedIn('supervisor');
  await colleague.goto(address);
  await showsVerification(colleague);
});

test('in my work the way back leads from one queue to the one before, each with its filter', async () => {
  const page = await world.signedIn('coordinator');
  const screen = onScreen(page);
  await rowOf(page, verified).first().waitFor();
  await page.getByLabel('Giai đoạn').selectOption('follow-up');
  await screen.reads('Cơ quan bạn không có nhiệm vụ nào đang mở.');
  await page.getByRole('link', { name: /^Chờ cơ quan khác/ }).click();
  await screen.reads(/^Không có cơ quan nào khác đang giữ nhiệm vụ/);
  expect(page.url()).toBe(`${world.address}/work?box=others&phase=follow-up`);
  await page.goBack();
  await screen.reads('Cơ quan bạn không có nhiệm vụ nào đang mở.');
  expect(await page.getByLabel('Giai đoạn').inputValue()).toBe('follow-up');
});

test('filters that are saved are there in another browser, are used, deleted, and are nobody else’s', async () => {
  const first = await filteredByHand();
  const saved = { name: 'Đang xác minh', exact: true } as const;
  await first.getByText('Lưu bộ lọc, sửa danh sách đã lưu').click();
  await first.getByLabel('Tên bộ lọc').fill(saved.name);
  await first.getByRole('button', { name: 'Lưu bộ lọc này' }).click();
  await first.getByRole('link', saved).waitFor();
  expect(await first.getByRole('link', saved).getAttribute('aria-current')).not.toBeNull();

  const second = await world.signedIn('coordinator');
  await second.goto(`${world.address}/cases`);
  await rowOf(second, received).first().waitFor();
  await second.getByRole('link', saved).click();
  await showsVerification(second);
  const colleague = await world.signedIn('supervisor');
  await colleague.goto(`${world.address}/cases`);
  await rowOf(colleague, received).first().waitFor();
  expect(await colleague.getByRole('link', saved).count()).toBe(0);

  await second.getByText('Lưu bộ lọc, sửa danh sách đã lưu').click();
  await second.getByRole('button', { name: `Xóa “${saved.name}”` }).click();
  await second.getByRole('link', saved).waitFor({ state: 'detached' });
  await first.reload();
  await showsVerification(first);
  expect(await first.getByRole('link', saved).count()).toBe(0);
});

test('the list is exported as it is filtered: a named file for a spreadsheet, a row for each case, nothing about the person', async () => {
  const page = await filteredByHand();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Xuất danh sách (CSV)' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^loi-ve-\d{4}-\d{2}-\d{2}\.csv$/);
  const file = await readFile(await download.path());
  expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]); // else Excel takes it for another encoding
  const [heads, ...rows] = file
    .toString('utf8')
    .slice(1)
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => line.split(';'));
  expect(heads).toEqual([
    'Mã trường hợp',
    'Tình trạng',
    'Giai đoạn',
    'Hạn gần nhất',
    'Nhiệm vụ đang mở',
    'Kênh tiếp nhận',
    'Cơ quan điều phối',
    'Tiếp nhận',
    'Khẩn',
  ]);
  const coordinator = await world.api.as('coordinator');
  const { items } = said(await coordinator.get('/api/v1/cases?phase=verification&limit=100'));
  expect(rows.map(([code]) => code)).toEqual(items.map((item) => item['code']));
  expect(rows.find(([code]) => code === verified.code)?.slice(1, 3)).toEqual(['Đang mở', 'Xác minh']);
  expect(file.toString('utf8')).not.toContain(name);
  await page
    .getByRole('status')
    .filter({ hasText: `Đã xuất ${String(items.length)} trường hợp` })
    .waitFor();
});
