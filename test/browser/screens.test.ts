import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { CaseView } from '../../api/contract/case.js';
import { aReport, change, command } from '../api/api-world.js';
import { browserWorld, enterPassphrase, signIn, type BrowserWorld } from './browser.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await browserWorld();
}, 300_000);
afterAll(() => world.stop());

/** A case that the commune has just received, as it sees it. */
async function aCase(): Promise<CaseView> {
  return (await change(await world.api.as('commune'), '/cases', aReport())).body as CaseView;
}

const taskOf = (view: CaseView, stepId: string): string => {
  const task = view.tasks.find((each) => each.stepId === stepId);
  if (task === undefined) throw new Error(`the case has no task ${stepId}`);
  return task.id;
};

/** Opens the commune's first task of a new case and answers its questions, but does not send. */
async function anAnswerUnsent(page: Page): Promise<CaseView> {
  const view = await aCase();
  await page.goto(`${world.address}/tasks/${taskOf(view, 'register-report')}`);
  await page.getByLabel('Đã tiếp nhận, lập tờ khai').check();
  await page.getByRole('group', { name: 'Người trình báo dưới 18 tuổi?' }).getByLabel('Không').check();
  await page.getByLabel('Ghi chú (nếu có)').fill('Đã gặp ở phòng riêng');
  await page.getByText('Việc sẽ tiếp theo ngay').waitFor();
  await page.waitForLoadState('networkidle');
  return view;
}

const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Hoàn thành nhiệm vụ' }).click();
const isRecorded = (page: Page): Promise<void> =>
  page.getByRole('heading', { name: 'Đã ghi nhận' }).waitFor();

async function completions(view: CaseView): Promise<number> {
  const timeline = await (
    await world.api.as('coordinator')
  ).get(`/api/v1/cases/${view.id}/timeline?limit=100`);
  const { items } = timeline.body as { items: readonly { type: string }[] };
  return items.filter(({ type }) => type === 'task-completed').length;
}

describe('an officer of the commune', () => {
  test('registers a case and answers its first task, all by what the screens say', async () => {
    const page = await world.browser();
    await signIn(page, world.address, 'commune');
    await page
      .getByRole('navigation', { name: 'Các mục chính' })
      .getByRole('link', { name: 'Trường hợp', exact: true })
      .click();
    await page.getByRole('link', { name: 'Đăng ký trường hợp' }).click();
    await page.getByLabel('Nơi tiếp nhận').fill('hoan kiem');
    await page.getByRole('button', { name: /Phường Hoàn Kiếm/ }).click();
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByLabel('Họ và tên (nếu có)').fill('Sen');
    for (let section = 2; section <= 4; section++)
      await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByText('Mở nhiệm vụ “Tiếp nhận trình báo, giúp lập tờ khai”').waitFor();
    await page.getByRole('button', { name: 'Đăng ký và chuyển nhiệm vụ đầu tiên' }).click();
    await page.getByRole('heading', { name: 'Đã đăng ký' }).waitFor();
    await page.getByRole('link', { name: 'Tiếp nhận trình báo, giúp lập tờ khai' }).click();
    await send(page);
    await page.getByRole('link', { name: 'Kết quả: chưa có nội dung' }).waitFor();
    await page.getByLabel('Đã tiếp nhận, lập tờ khai').check();
    await page.getByRole('group', { name: 'Người trình báo dưới 18 tuổi?' }).getByLabel('Không').check();
    await page.getByText('Mở nhiệm vụ “Thông báo cho cơ quan chủ trì hỗ trợ”').waitFor();
    await send(page);
    await isRecorded(page);
    await page.getByRole('link', { name: /Nhiệm vụ tiếp theo/ }).waitFor();
  });

  test('loses nothing when the session ends in the middle of a form', async () => {
    const page = await world.browser();
    await signIn(page, world.address, 'commune');
    const view = await anAnswerUnsent(page);
    await page.context().clearCookies();
    await send(page);
    await page.getByRole('heading', { name: 'Phiên làm việc đã hết' }).waitFor();
    await enterPassphrase(page);
    await isRecorded(page);
    expect(await completions(view)).toBe(1);
  });

  test('sees what somebody else did meanwhile, and sends all the same', async () => {
    const page = await world.browser();
    await signIn(page, world.address, 'commune');
    const view = await anAnswerUnsent(page);
    const accept = { type: 'accept-task', taskId: taskOf(view, 'register-report') };
    expect((await command(await world.api.as('commune'), view, accept)).status).toBe(200);
    await send(page);
    await page.getByText('Có người vừa làm trước bạn').waitFor();
    await page.getByText(/Nhận nhiệm vụ: Tiếp nhận trình báo/).waitFor();
    expect(await page.getByLabel('Ghi chú (nếu có)').inputValue()).toBe('Đã gặp ở phòng riêng');
    await page.getByRole('button', { name: 'Đã xem, vẫn gửi' }).click();
    await isRecorded(page);
  });

  test('acts once when the connection is cut after the request went out', async () => {
    const page = await world.browser();
    await signIn(page, world.address, 'commune');
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

  test('leaves nothing on the device after signing out', async () => {
    const page = await world.browser();
    await signIn(page, world.address, 'commune');
    await anAnswerUnsent(page);
    page.on('dialog', (dialog) => void dialog.accept()); // something typed was not sent
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    const kept = await page.evaluate(
      'JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage)])',
    );
    expect(kept).toBe('[[],[]]');
    expect(await page.evaluate(`fetch('/api/v1/me').then((answer) => answer.status)`)).toBe(401);
  });
});

describe.each([360, 1280])('every screen at %d px', (width) => {
  test('has no finding of axe, no sideways scroll and breaks no content policy, in both languages', async () => {
    const view = await aCase();
    const page = await world.browser(width);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(world.address);
    complaints.push(...(await findings(page, 'sign-in')));
    await signIn(page, world.address, 'coordinator');
    const screens = [
      '/work',
      '/cases',
      '/cases/register',
      `/cases/${view.id}`,
      `/cases/${view.id}/history`,
      `/tasks/${taskOf(view, 'register-report')}`,
      '/overdue',
      '/procedures',
      '/rehearsal',
    ];
    for (const language of ['vi', 'en']) {
      await page.evaluate(`localStorage.setItem('loive.language', '${language}')`);
      for (const screen of screens) {
        await page.goto(world.address + screen);
        await page.waitForLoadState('networkidle');
        await page.evaluate('for (const each of document.querySelectorAll("main details")) each.open = true');
        await page.waitForLoadState('networkidle');
        complaints.push(...(await findings(page, `${language} ${screen}`)));
      }
    }
    expect(complaints).toEqual([]);
  }, 180_000);
});

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function findings(page: Page, where: string): Promise<readonly string[]> {
  // The document is there before the screen is drawn in it: axe would judge an empty page.
  await page.locator('main h1').first().waitFor();
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const sideways = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  return [
    ...violations.map(({ id, nodes }) => `${where}: ${id} at ${String(nodes[0]?.html)}`),
    ...(sideways > 0 ? [`${where}: ${String(sideways)} px scroll sideways`] : []),
  ];
}
