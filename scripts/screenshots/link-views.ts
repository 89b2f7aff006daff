import type { Page } from 'playwright-core';
import { press, unfold } from './hands.js';
import type { Sight, View } from './view.js';

const review = 'Xem lại trước khi gửi';

/** The page of an agency without an account, from the code to the receipt. */
export const linkViews = ({ stage }: Sight): readonly View[] => [
  { name: 'link-code', path: stage.link.url },
  { name: 'link-code-wrong', path: stage.link.url, reach: (page) => enter(page, '00000000') },
  { name: 'link-task', path: stage.link.url, reach: (page) => enter(page, stage.link.code) },
  { name: 'link-task-unfolded', again: unfold },
  { name: 'link-paper', path: stage.link.url, printed: true },
  { name: 'link-person', path: stage.link.url, again: showPerson },
  { name: 'link-problems', path: stage.link.url, reach: tryAnswer },
  { name: 'link-check', path: stage.link.url, reach: fillAnswer },
  {
    name: 'link-receipt',
    reach: async (page) => {
      await press(page, 'Gửi trả lời');
      await page.getByRole('heading', { name: 'Đã trả lời' }).waitFor();
    },
  },
  { name: 'link-gone', path: stage.gone.url, broken: true },
  { name: 'link-unknown', path: '/a/unknown', broken: true },
];

async function enter(page: Page, code: string): Promise<void> {
  await page.getByLabel('Mã 8 chữ số').fill(code);
  await press(page, 'Mở trang');
  await page.waitForLoadState();
}

/** As somebody does who reads any language. */
async function showPerson(page: Page): Promise<void> {
  const show = page.locator('button[name=person]');
  if ((await show.count()) === 0) return;
  await show.click();
  await page.waitForLoadState();
}

const registered = 'Đã tiếp nhận, lập tờ khai';

async function tryAnswer(page: Page): Promise<void> {
  await page.getByText(registered).first().click();
  await press(page, review);
  await page.getByRole('link', { name: /Người trình báo dưới 18 tuổi/ }).waitFor();
}

async function fillAnswer(page: Page): Promise<void> {
  await tryAnswer(page);
  await page.getByRole('group', { name: 'Người trình báo dưới 18 tuổi?' }).getByLabel('Không').check();
  await page.getByLabel('Ghi chú (nếu có)').first().fill('Đã gặp ở phòng riêng');
  await press(page, review);
  await page.getByRole('heading', { name: 'Xem lại câu trả lời' }).waitFor();
}
