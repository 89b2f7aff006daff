import { browserWorld, type BrowserWorld } from './browser.js';
import { onScreen, type OnScreen } from './on-screen.js';
import { others } from './prepared-case.js';

let world: BrowserWorld;
let screen: OnScreen;
beforeAll(async () => {
  world = await browserWorld();
  const { task } = await others(world.address).until('police-verification');
  const page = await world.signedIn('police');
  screen = onScreen(page);
  await page.goto(`${world.address}/tasks/${task.id}`);
  await screen.choose(['Kết quả', 'Đủ căn cứ xác định là nạn nhân']);
}, 300_000);
afterAll(() => world.stop());

const complete = (): Promise<void> =>
  screen.page.getByRole('button', { name: 'Hoàn thành nhiệm vụ' }).click();

describe('a day typed wrongly', () => {
  test.each(['30/02/2026', '31/04', '13/13/2026', 'mai mốt', '2026'])(
    '%s is told with what would be right, beside the field and on top',
    async (typed) => {
      const day = screen.page.getByLabel('Ngày xác định là nạn nhân');
      await day.fill(typed);
      await complete();
      const words = /không phải ngày có thật; hãy ghi ngày\/tháng\/năm/;
      await screen.page.getByRole('alert').getByRole('link', { name: words }).click();
      expect(await day.getAttribute('id')).toBe(await screen.page.evaluate('document.activeElement.id'));
      expect(await day.inputValue()).toBe(typed);
      expect(await day.getAttribute('aria-invalid')).toBe('true');
    },
  );
});

test('a letter of more than 20,000 characters is refused in a sentence with nothing lost, one of 10,000 is taken', async () => {
  const letter = screen.page.getByLabel('Số, ngày văn bản (nếu có)');
  const ofLength = (count: number): string => 'Đã xác minh. '.repeat(2_000).slice(0, count);
  await screen.page.getByLabel('Ngày xác định là nạn nhân').fill('hôm nay');
  await letter.fill(ofLength(20_003));
  await complete();
  await screen.page
    .getByRole('alert')
    .getByRole('link', { name: /^Số, ngày văn bản/ })
    .waitFor();
  expect(await letter.inputValue()).toBe(ofLength(20_003));
  await letter.fill(ofLength(10_000));
  await screen.complete();
});

test('who goes back after registering finds an empty form, and nothing of what was registered among the drafts', async () => {
  const page = await world.signedIn('commune');
  await page.goto(`${world.address}/cases/register`);
  await page.getByLabel('Nơi tiếp nhận').fill('hoan kiem');
  await page.getByRole('button', { name: /Phường Hoàn Kiếm/ }).click();
  await page.getByRole('button', { name: 'Đến phần kiểm tra' }).click();
  await page.getByRole('button', { name: 'Đăng ký và chuyển nhiệm vụ đầu tiên' }).click();
  await page.getByRole('link', { name: 'Tiếp nhận trình báo, giúp lập tờ khai' }).click();
  await onScreen(page).heading('Tiếp nhận trình báo, giúp lập tờ khai').waitFor();
  await page.goBack();
  await page.getByLabel('Nơi tiếp nhận').waitFor();
  expect(await page.getByRole('main').getByText('Phường Hoàn Kiếm').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Đăng ký và chuyển nhiệm vụ đầu tiên' }).count()).toBe(0);
  const drafts = await page.request.get(`${world.address}/api/v1/drafts`);
  expect(((await drafts.json()) as { items: unknown[] }).items).toEqual([]);
});
