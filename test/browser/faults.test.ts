import type { Page } from 'playwright-core';
import type { CaseView } from '../../api/contract/case.js';
import { aReport, change, command } from '../api/api-world.js';
import { browserWorld, enterPassphrase, type BrowserWorld } from './browser.js';
import { onScreen } from './on-screen.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await browserWorld();
}, 300_000);
afterAll(() => world.stop());

/** A case that the commune has just received, as it sees it. */
async function aCase(): Promise<CaseView> {
  return (await change(await world.api.as('commune'), '/cases', aReport())).body as CaseView;
}

const firstTask = (view: CaseView): string => {
  const task = view.tasks.find((each) => each.stepId === 'register-report');
  if (task === undefined) throw new Error('the case has no first task');
  return task.id;
};

/** Opens the commune's first task of a new case and answers its questions, but does not send. */
async function anAnswerUnsent(page: Page): Promise<CaseView> {
  const view = await aCase();
  await fillAnswer(page, view);
  return view;
}

async function fillAnswer(page: Page, view: CaseView): Promise<void> {
  const screen = onScreen(page);
  await page.goto(`${world.address}/tasks/${firstTask(view)}`);
  await screen.choose(['Kết quả', 'Đã tiếp nhận, lập tờ khai']);
  await screen.choose(['Người trình báo dưới 18 tuổi?', false]);
  await page.getByLabel('Ghi chú (nếu có)').fill('Đã gặp ở phòng riêng');
  await screen.reads('Việc sẽ tiếp theo ngay');
  await page.waitForLoadState('networkidle');
}

const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Hoàn thành nhiệm vụ' }).click();
const isRecorded = (page: Page): Promise<void> => onScreen(page).heading('Đã ghi nhận').waitFor();

async function completions(view: CaseView): Promise<number> {
  const coordinator = await world.api.as('coordinator');
  const timeline = await coordinator.get(`/api/v1/cases/${view.id}/timeline?limit=100`);
  const { items } = timeline.body as { items: readonly { type: string }[] };
  return items.filter(({ type }) => type === 'task-completed').length;
}

describe('an officer of the commune', () => {
  test('loses nothing when the session ends in the middle of a form', async () => {
    const page = await world.signedIn('commune');
    const view = await anAnswerUnsent(page);
    await page.context().clearCookies();
    await send(page);
    await onScreen(page).heading('Phiên làm việc đã hết').waitFor();
    await enterPassphrase(page);
    await isRecorded(page);
    expect(await completions(view)).toBe(1);
  });

  test('sees what somebody else did meanwhile, and sends all the same', async () => {
    const page = await world.signedIn('commune');
    const view = await anAnswerUnsent(page);
    const accept = { type: 'accept-task', taskId: firstTask(view) };
    expect((await command(await world.api.as('commune'), view, accept)).status).toBe(200);
    await send(page);
    await page.getByText('Có người vừa làm trước bạn').waitFor();
    await page.getByText(/Nhận nhiệm vụ: Tiếp nhận trình báo/).waitFor();
    expect(await page.getByLabel('Ghi chú (nếu có)').inputValue()).toBe('Đã gặp ở phòng riêng');
    await page.getByRole('button', { name: 'Đã xem, vẫn gửi' }).click();
    await isRecorded(page);
  });

  test('acts once when the connection is cut after the request went out', async () => {
    const page = await world.signedIn('commune');
    const view = await anAnswerUnsent(page);
    let sent = 0;
    await page.route('**/commands', async (route) => {
      sent++;
      if (sent > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await send(page);
    await isRecorded(page);
    expect(sent).toBe(2);
    expect(await completions(view)).toBe(1);
  });

  test('acts once when she goes back after sending and opens the task again', async () => {
    const page = await world.signedIn('commune');
    await page.getByRole('link', { name: 'Quy trình' }).click();
    const view = await anAnswerUnsent(page);
    await send(page);
    await isRecorded(page);
    await page.goBack();
    await page.goForward();
    await onScreen(page).heading('Sửa kết quả đã ghi').waitFor();
    await onScreen(page).reads('Đã hoàn thành');
    expect(await page.getByRole('button', { name: 'Hoàn thành nhiệm vụ' }).count()).toBe(0);
    expect(await completions(view)).toBe(1);
  });

  test('acts once with the same task open in two tabs: the second one learns that it is done', async () => {
    const first = await world.signedIn('commune');
    const view = await anAnswerUnsent(first);
    const second = await first.context().newPage();
    await fillAnswer(second, view);
    await send(first);
    await isRecorded(first);
    await send(second);
    await second.getByRole('alert').waitFor();
    expect(await second.getByLabel('Ghi chú (nếu có)').inputValue()).toBe('Đã gặp ở phòng riêng');
    expect(await completions(view)).toBe(1);
  });
});
