import type { IssuedLink } from '../../api/contract/task-link.js';
import { change } from '../api/api-world.js';
import { browserWorld, type BrowserWorld } from './browser.js';
import { onScreen } from './on-screen.js';
import { others } from './prepared-case.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await browserWorld();
}, 300_000);
afterAll(() => world.stop());

const name = 'Trần Thị Mẫu';

test('a coordinator nudges from the list of what other agencies hold', async () => {
  const { code, caseId } = await others(world.address).until('register-report');
  const page = await world.signedIn('coordinator');
  await page.getByRole('link', { name: /^Chờ cơ quan khác/ }).click();
  const row = page.getByRole('row').filter({ hasText: code });
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Đôn đốc (1)' }).click();
  await onScreen(page).reads(/đã đôn đốc Ủy ban nhân dân phường Hoàn Kiếm/);
  await page.goto(`${world.address}/cases/${caseId}/history`);
  await onScreen(page).reads('Đôn đốc: Tiếp nhận trình báo, giúp lập tờ khai');
});

test('an agency that asks for another link is seen at once in the list of what others hold, and on the case', async () => {
  const { code, caseId, task } = await others(world.address).until('register-report');
  const coordinator = await world.api.as('coordinator');
  const link = (await change(coordinator, `/tasks/${task.id}/links`, {})).body as IssuedLink;
  await coordinator.delete(`/api/v1/links/${link.id}`);
  const page = await world.signedIn('coordinator');
  await page.getByRole('link', { name: /^Chờ cơ quan khác/ }).click();
  const row = page.getByRole('row').filter({ hasText: code });
  await row.first().waitFor();
  const asked = /^Xin đường dẫn mới/;
  expect(await row.getByText(asked).count()).toBe(0);

  const { request } = await world.browser();
  const address = `${world.address}${link.url}`;
  const gone = await (await request.get(address)).text();
  const seal = /name="seal" value="([^"]*)"/.exec(gone)?.[1] ?? '';
  await request.post(address, { form: { seal, step: 'again' } });
  await row.getByText(asked).waitFor({ timeout: 5_000 }); // without a look at the page anew
  await page.goto(`${world.address}/cases/${caseId}`);
  await page.getByRole('region', { name: 'Đang chờ' }).getByText(asked).waitFor();
});

test('cases are filtered by an agency, which the address holds and a reload shows by its name', async () => {
  const { code } = await others(world.address).until('register-report');
  const page = await world.signedIn('coordinator');
  const rows = page.getByRole('row').filter({ hasText: code });
  await page.goto(`${world.address}/cases`);
  await rows.first().waitFor();
  const filter = page.getByLabel('Cơ quan điều phối hoặc được giao nhiệm vụ');
  await filter.fill('dong da');
  await page.getByRole('button', { name: 'Ủy ban nhân dân phường Đống Đa' }).click();
  await rows.first().waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByText('Ủy ban nhân dân phường Đống Đa').waitFor();
  await page.getByRole('button', { name: 'Chọn lại' }).click();
  await rows.first().waitFor();
  await filter.fill('hoan kiem');
  await page.getByRole('button', { name: 'Ủy ban nhân dân phường Hoàn Kiếm' }).click();
  await page.getByRole('button', { name: 'Chọn lại' }).waitFor();
  await rows.first().waitFor();
  expect(page.url()).toMatch(/agency=[0-9a-f-]{36}/);
});

test('a correction of a record that was begun is there again after a look elsewhere', async () => {
  const { caseId } = await others(world.address).until('register-report', { name });
  const page = await world.signedIn('coordinator');
  const screen = onScreen(page);
  const correcting = page.getByRole('region', { name: 'Thông tin cá nhân' });
  const opens = async (): Promise<void> => {
    await correcting.getByRole('button', { name: 'Xem thông tin' }).click();
  };
  await page.goto(`${world.address}/cases/${caseId}`);
  await opens();
  await correcting.getByRole('button', { name: 'Bổ sung, sửa thông tin' }).click();
  await correcting.getByLabel('Điện thoại').fill('0912 345 678');
  await screen.goTo('Quy trình');
  await screen.heading('Quy trình').waitFor();
  await page.goBack();
  await screen.reads('Bạn đang sửa dở');
  expect(await page.content()).not.toContain(name);
  await opens();
  await correcting.getByLabel('Họ và tên').waitFor();
  expect(await correcting.getByLabel('Điện thoại').inputValue()).toBe('0912 345 678');
  expect(await correcting.getByLabel('Họ và tên').inputValue()).toBe(name);
});

test('what was recorded stays in sight when the language is changed', async () => {
  const { task } = await others(world.address).until('register-report');
  const page = await world.signedIn('commune');
  const screen = onScreen(page);
  await page.goto(`${world.address}/tasks/${task.id}`);
  await screen.choose(['Kết quả', 'Đã tiếp nhận, lập tờ khai']);
  await screen.choose(['Người trình báo dưới 18 tuổi?', false]);
  await screen.complete();
  await page.getByRole('button', { name: 'English' }).click();
  await screen.heading('Recorded').waitFor();
  await page.getByRole('heading', { name: /^Next task: / }).waitFor();
});

test('what the list calls read and accept is accepted with one press from its page, beside the form of its result', async () => {
  const { code, task } = await others(world.address).until('register-report');
  const page = await world.signedIn('commune');
  const screen = onScreen(page);
  await page.goto(`${world.address}/work`);
  await page
    .getByRole('row')
    .filter({ hasText: code })
    .getByRole('link', { name: /^Xem và nhận/ })
    .click();
  const result = page.getByRole('region', { name: 'Ghi kết quả' });
  await result.getByText('không cần nhận trước').waitFor();
  await page
    .getByRole('region', { name: 'Nhận nhiệm vụ' })
    .getByRole('button', { name: 'Nhận nhiệm vụ' })
    .click();
  await screen.heading('Đã ghi nhận').waitFor();
  await page.goto(`${world.address}/tasks/${task.id}`);
  await result.getByRole('button', { name: 'Hoàn thành nhiệm vụ' }).waitFor();
  expect(await page.getByRole('region', { name: 'Nhận nhiệm vụ' }).count()).toBe(0);
  await screen.reads('Đang thực hiện');
});
