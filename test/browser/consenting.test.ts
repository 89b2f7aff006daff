import type { Page } from 'playwright-core';
import type { CaseView } from '../../api/contract/case.js';
import { browserWorld, type BrowserWorld } from './browser.js';
import { onScreen } from './on-screen.js';
import { others } from './prepared-case.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await browserWorld();
}, 300_000);
afterAll(() => world.stop());

const lawyers = 'Trung tâm trợ giúp pháp lý nhà nước thành phố Hà Nội';
const evidence = 'Phiếu số 12, lưu tủ hồ sơ của phường';

/** To what an adult agrees: legal aid, and what the lawyers may be told. */
async function agrees(page: Page): Promise<void> {
  await page.getByLabel('Đồng ý để làm gì?').selectOption('Trợ giúp pháp lý');
  await page.getByLabel('Cơ quan nào được biết?', { exact: true }).fill('nha nuoc thanh pho ha noi');
  await page.getByRole('button', { name: lawyers }).click();
  await page.getByLabel('Họ tên, ngày sinh, giấy tờ tùy thân').check();
  await page.getByLabel('Chính người đó').check();
  await page.getByLabel('Phiếu có chữ ký hoặc điểm chỉ').check();
  await page.getByLabel('Lưu ở đâu, ai chứng kiến?').fill(evidence);
}

test('consent is asked at registration, shown on the check page, recorded with the case and withdrawn in three acts', async () => {
  const page = await world.signedIn('coordinator');
  const screen = onScreen(page);
  await page.goto(`${world.address}/cases/register`);
  await page.getByLabel('Nơi tiếp nhận').fill('hoan kiem');
  await page.getByRole('button', { name: /Phường Hoàn Kiếm/ }).click();
  for (let section = 1; section < 4; section++) await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByLabel('Đã đồng ý, ghi ngay').check();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await screen.reads('Đồng ý để làm gì: chưa chọn'); // a yes to nothing is none
  await agrees(page);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  const checked = page.getByRole('region', { name: 'Nhu cầu, an toàn và sự đồng ý' });
  for (const words of ['Trợ giúp pháp lý', lawyers, 'Họ tên, ngày sinh, giấy tờ tùy thân', evidence])
    await checked.getByText(words, { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Đăng ký và chuyển nhiệm vụ đầu tiên' }).click();
  await page.getByRole('link', { name: 'Mở trường hợp' }).click();

  const card = page.getByRole('region', { name: 'Sự đồng ý của người được hỗ trợ' });
  await card.getByText('Còn hiệu lực', { exact: true }).waitFor();
  expect(await card.getByText(evidence).count()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  const printed = page.getByRole('table', { name: 'Sự đồng ý của người được hỗ trợ' });
  for (const words of ['Trợ giúp pháp lý', lawyers])
    await printed.getByText(words, { exact: true }).waitFor();
  await printed.getByText('Còn hiệu lực').waitFor();
  expect(await printed.getByText(evidence).count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
  await card.getByText('Ghi nhận rút sự đồng ý', { exact: true }).click();
  await card.getByRole('button', { name: 'Ghi nhận rút sự đồng ý' }).click();
  await card.getByText('Đã rút', { exact: true }).waitFor();
  await card.getByText('Đã ghi nhận: Rút sự đồng ý').waitFor();
  expect(await card.getByText('Ghi nhận rút sự đồng ý', { exact: true }).count()).toBe(0);
});

test('to each purpose they agree by itself, and all of them are recorded with the case', async () => {
  const page = await world.signedIn('coordinator');
  await page.goto(`${world.address}/cases/register`);
  await page.getByLabel('Nơi tiếp nhận').fill('hoan kiem');
  await page.getByRole('button', { name: /Phường Hoàn Kiếm/ }).click();
  for (let section = 1; section < 4; section++) await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByLabel('Đã đồng ý, ghi ngay').check();
  await agrees(page);
  const more = page.getByRole('group', { name: 'Người đó còn đồng ý cho mục đích nào khác không?' });
  await more.getByLabel('Có', { exact: true }).check();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await onScreen(page).reads('Mục đích 2: Đồng ý để làm gì: chưa chọn');
  await page.getByLabel('Mục đích 2: Đồng ý để làm gì?').selectOption('Báo tin, liên lạc với gia đình');
  const second = (question: string) => page.getByRole('group', { name: `Mục đích 2: ${question}` });
  await second('Người thân nào được báo?').getByLabel('Anh, chị, em').check();
  await second('Được biết những gì?').getByLabel('Tình trạng sức khỏe').check();
  await second('Ai đồng ý?').getByLabel('Chính người đó').check();
  await second('Thể hiện bằng cách nào?').getByLabel('Đồng ý bằng lời, có người làm chứng').check();
  await page.getByLabel('Mục đích 2: Lưu ở đâu, ai chứng kiến?').fill(evidence);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  const checked = page.getByRole('region', { name: 'Nhu cầu, an toàn và sự đồng ý' });
  await checked.getByText('Báo tin, liên lạc với gia đình', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Đăng ký và chuyển nhiệm vụ đầu tiên' }).click();
  await page.getByRole('link', { name: 'Mở trường hợp' }).click();
  await page.getByRole('region', { name: 'Sự đồng ý của người được hỗ trợ' }).waitFor();
  const answer = await page.request.get(`${world.address}/api/v1${new URL(page.url()).pathname}`);
  const { consents } = (await answer.json()) as CaseView;
  expect(consents).toHaveLength(2);
  expect(consents.find(({ purpose }) => purpose === 'legal-aid')).toMatchObject({
    recipients: [{ agency: { name: lawyers } }],
    proof: 'signed',
  });
  expect(consents.find(({ purpose }) => purpose === 'family-contact')).toMatchObject({
    recipients: [{ relative: 'sibling' }],
    proof: 'oral-witnessed',
  });
});

test('a registration without consent says so before it is sent', async () => {
  const page = await world.signedIn('coordinator');
  await page.goto(`${world.address}/cases/register`);
  await page.getByLabel('Nơi tiếp nhận').fill('hoan kiem');
  await page.getByRole('button', { name: /Phường Hoàn Kiếm/ }).click();
  await page.getByRole('button', { name: 'Đến phần kiểm tra' }).click();
  const checked = page.getByRole('region', { name: 'Nhu cầu, an toàn và sự đồng ý' });
  expect(await checked.getByRole('definition').allTextContents()).toContain('Chưa');
});

test('for a child a parent or guardian is asked, and what the child says', async () => {
  const girl = { sex: 'female', isMinor: true, nationalityClaimed: 'vietnamese' } as const;
  const { caseId } = await others(world.address).until('initial-verification', { facts: girl });
  const page = await world.signedIn('coordinator');
  await page.goto(`${world.address}/cases/${caseId}`);
  const card = page.getByRole('region', { name: 'Sự đồng ý của người được hỗ trợ' });
  await card.getByText('Chưa ghi nhận sự đồng ý nào.').waitFor();
  await card.getByText('Ghi nhận sự đồng ý', { exact: true }).click();
  expect(await card.getByLabel('Chính người đó').count()).toBe(0);
  await card.getByLabel('Đồng ý để làm gì?').selectOption('Báo tin, liên lạc với gia đình');
  await card.getByLabel('Anh, chị, em').check();
  await card.getByLabel('Hoàn cảnh gia đình').check();
  await card.getByLabel('Người giám hộ', { exact: true }).last().check();
  await card.getByLabel('Đồng ý bằng lời, có người làm chứng').check();
  await card.getByLabel('Lưu ở đâu, ai chứng kiến?').fill(evidence);
  await card.getByRole('button', { name: 'Ghi nhận sự đồng ý' }).click();
  await onScreen(page).reads(/Ý kiến của trẻ/);
  await card.getByLabel('Đã hỏi, trẻ đồng ý').check();
  await card.getByRole('button', { name: 'Ghi nhận sự đồng ý' }).click();
  await card.getByText('Còn hiệu lực', { exact: true }).waitFor();
  const answer = await page.request.get(`${world.address}/api/v1/cases/${caseId}`);
  expect(((await answer.json()) as CaseView).consents).toMatchObject([
    {
      purpose: 'family-contact',
      recipients: [{ relative: 'sibling' }],
      scope: ['family'],
      givenBy: 'guardian',
      childView: 'agrees',
      proof: 'oral-witnessed',
    },
  ]);
});
