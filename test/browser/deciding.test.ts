import type { Locator, Page } from 'playwright-core';
import type { CaseView } from '../../api/contract/case.js';
import type { TaskView } from '../../api/contract/task.js';
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

const adult = { sex: 'female', isMinor: false, nationalityClaimed: 'vietnamese' } as const;

/** Opens what is folded under this name, and gives its form. */
async function unfolded(page: Page, name: string): Promise<Locator> {
  const folded = page.locator('details').filter({ has: page.locator('summary', { hasText: name }) });
  await folded.locator('summary').click();
  return folded;
}

async function taskAs(username: string, id: string): Promise<TaskView> {
  return (await (await world.api.as(username)).get(`/api/v1/tasks/${id}`)).body as TaskView;
}

test('a coordinator recalls a task that is not needed any more: its agency reads so and has nothing to do', async () => {
  const { task } = await before.until('pass-crime-report', { facts: { ...adult, reportsCrime: true } });
  const page = await world.signedIn('coordinator');
  const screen = onScreen(page);
  await page.goto(`${world.address}/tasks/${task.id}`);
  const recall = await unfolded(page, 'Thu hồi nhiệm vụ');
  await recall.getByLabel('Không còn cần thiết').check();
  await recall.getByRole('button', { name: 'Thu hồi nhiệm vụ' }).click();
  await screen.heading('Đã ghi nhận').waitFor();
  await screen.reads(/^Thu hồi: Chuyển tố giác/);

  const commune = await world.signedIn('commune');
  await commune.goto(`${world.address}/tasks/${task.id}`);
  await onScreen(commune).reads('Đã thu hồi');
  await onScreen(commune).reads('Hiện bạn không phải làm gì với nhiệm vụ này.');
});

test('the police extend the verification: beyond the limit they read until when it may last, and both days stand in the history', async () => {
  const { task, caseId } = await before.until('police-verification');
  const first = (await taskAs('police', task.id)).due?.date ?? '';
  const page = await world.signedIn('police');
  const screen = onScreen(page);
  await page.goto(`${world.address}/tasks/${task.id}`);
  const extend = await unfolded(page, 'Gia hạn');
  const submit = extend.getByRole('button', { name: 'Gia hạn' });
  await extend.getByLabel('Vụ việc phức tạp', { exact: true }).check();
  await extend.getByLabel(/^Đến ngày/).fill('31/12/2049');
  await submit.click();
  const refused = extend.getByRole('alert').filter({ hasText: 'Đã hết mức gia hạn' });
  const allowed = /\d{2}\/\d{2}\/\d{4}/.exec(await refused.innerText())?.[0] ?? '';
  await extend.getByLabel(/^Đến ngày/).fill(allowed);
  await submit.click();
  await screen.heading('Đã ghi nhận').waitFor();

  await page.goto(`${world.address}/tasks/${task.id}`);
  await page
    .getByRole('region', { name: 'Hạn', exact: true })
    .getByText(`hết ngày ${allowed}`)
    .first()
    .waitFor();
  await page.goto(`${world.address}/cases/${caseId}/history`);
  await screen.reads(`Gia hạn · Hạn: hết ngày ${allowed} (mốc nội bộ) · Căn cứ: Vụ việc phức tạp`);
  await screen.reads(new RegExp(`Hạn: hết ngày ${first.split('-').reverse().join('/')} \\(mốc nội bộ\\)$`));
});

/** Received while Law 66/2011 was in force. */
const former = {
  receivedAt: '2025-06-09T02:00:00Z',
  place: 'oc:00037',
  registeredBy: 'coordinator.2014',
} as const;

test('where law and circular both limit an extension, both are shown and the stricter counts', async () => {
  const { task } = await before.until('police-verification', former);
  const page = await world.signedIn('coordinator');
  await page.goto(`${world.address}/tasks/${task.id}`);
  const extend = await unfolded(page, 'Gia hạn');
  await extend.getByLabel('Vụ việc phức tạp, báo cáo Công an cấp tỉnh').check();
  await extend.getByLabel('Công văn').check();
  await extend.getByLabel('Ngày', { exact: true }).fill('20/6/2025');
  await extend.getByLabel('Giờ', { exact: true }).fill('9h');
  await extend.getByRole('button', { name: 'Gia hạn' }).click();
  await onScreen(page).heading('Đã ghi nhận').waitFor();

  await page.goto(`${world.address}/tasks/${task.id}`);
  const due = page.getByRole('region', { name: 'Hạn', exact: true });
  await due.getByText('Còn 1 thời hạn khác, ít chặt hơn').click();
  const told = await due.innerText();
  const [counting = '', other = ''] = [...told.matchAll(/hết ngày (\d\d)\/(\d\d)\/(\d{4})/g)].map(
    ([, day, month, year]) => `${String(year)}-${String(month)}-${String(day)}`,
  );
  expect(counting < other).toBe(true);
  expect(told).toContain('Luật 66/2011 Điều 24(4)');
  expect(told).toContain('TTLT 01/2014 Điều 6(3)(c)');
});

test('legal aid records that the person declines: it is an outcome of its own, and what was explained is sealed', async () => {
  const { task, caseId } = await before.until('legal-aid', { facts: { ...adult, wantsLegalAid: true } });
  const page = await world.signedIn('legal-aid');
  const screen = onScreen(page);
  await page.goto(`${world.address}/tasks/${task.id}`);
  const declines = await unfolded(page, 'Người được hỗ trợ từ chối');
  await declines.getByRole('button', { name: 'Ghi nhận từ chối' }).click();
  await declines
    .getByRole('alert')
    .getByRole('link', { name: /^Đã giải thích cho họ những gì/ })
    .waitFor();
  await declines
    .getByRole('textbox', { name: 'Đã giải thích cho họ những gì?' })
    .fill('Quyền được trợ giúp miễn phí');
  await declines.getByRole('button', { name: 'Ghi nhận từ chối' }).click();
  await screen.heading('Đã ghi nhận').waitFor();
  expect(await taskAs('coordinator', task.id)).toMatchObject({
    status: 'completed',
    outcome: 'declined-by-person',
  });
  const timeline = await (
    await world.api.as('coordinator')
  ).get(`/api/v1/cases/${caseId}/timeline?limit=100`);
  expect(timeline.text).not.toContain('trợ giúp miễn phí');
});

test('a case is closed, found among the closed ones, and reopened when the person comes back', async () => {
  const { task, caseId, code } = await before.until('close-case', {
    answers: { 'register-report': 'not-proceeding' },
  });
  const page = await world.signedIn('coordinator');
  const screen = onScreen(page);
  await page.goto(`${world.address}/tasks/${task.id}`);
  await page.getByLabel('Theo đề nghị của người được tiếp nhận').check();
  await page.getByRole('button', { name: 'Kết thúc trường hợp' }).click();
  await screen.heading('Đã ghi nhận').waitFor();
  await page.goto(`${world.address}/cases?status=closed`);
  await page.getByRole('row').filter({ hasText: code }).getByRole('link', { name: code }).click();
  await screen.reads('Đã kết thúc');
  const reopen = await unfolded(page, 'Mở lại trường hợp');
  await reopen.getByLabel('Người được tiếp nhận trở lại').check();
  await reopen.getByRole('button', { name: 'Mở lại trường hợp' }).click();
  await page.getByRole('status').filter({ hasText: 'Đã ghi nhận: Mở lại trường hợp' }).waitFor();
  const { body } = await (await world.api.as('coordinator')).get(`/api/v1/cases/${caseId}`);
  expect((body as CaseView).status).toBe('open');
});

test('a coordinator corrects an outcome: what the old one opened is recalled, what the new one opens is there', async () => {
  const { caseId } = await before.until('request-verification');
  const coordinator = await world.api.as('coordinator');
  const seen = async (): Promise<CaseView> =>
    (await coordinator.get(`/api/v1/cases/${caseId}`)).body as CaseView;
  const taskOf = (view: CaseView, stepId: string): TaskView | undefined =>
    view.tasks.find((each) => each.stepId === stepId);
  const initial = taskOf(await seen(), 'initial-verification');
  const page = await world.signedIn('coordinator');
  const screen = onScreen(page);
  await page.goto(`${world.address}/tasks/${initial?.id ?? ''}`);
  await screen.heading('Sửa kết quả đã ghi').waitFor();
  await screen.choose(['Kết quả', 'Có giấy tờ chứng minh là nạn nhân']);
  await page.getByLabel('Giấy xác nhận của Công an').check();
  await page.getByLabel('Ngày xác định là nạn nhân').fill('hôm nay');
  await screen.choose(['Căn cứ', 'Có chứng cứ, thông tin mới']);
  await page.getByRole('button', { name: 'Sửa kết quả' }).click();
  await screen.heading('Đã ghi nhận').waitFor();
  await screen.reads('Sửa kết quả: Xác minh thông tin ban đầu, nay là: Có giấy tờ chứng minh là nạn nhân');
  const after = await seen();
  expect(taskOf(after, 'initial-verification')?.outcome).toBe('has-paper');
  expect(taskOf(after, 'request-verification')?.status).toBe('recalled');
});
