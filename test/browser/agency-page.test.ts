import type { Locator, Page } from 'playwright-core';
import type { CaseView } from '../../api/contract/case.js';
import type { IssuedLink } from '../../api/contract/task-link.js';
import { walk } from '../../scripts/screenshots/walk.js';
import { aReport, base, change } from '../api/api-world.js';
import { browserWorld, type BrowserWorld } from './browser.js';
import { everyAgencyPage } from './every-agency-page.js';
import { others } from './prepared-case.js';
import { judgeOf } from './screen-judge.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await browserWorld();
}, 300_000);
afterAll(() => world.stop());

interface Linked {
  readonly view: CaseView;
  readonly taskId: string;
  readonly link: IssuedLink;
}

async function linked(stepId: string, view?: CaseView): Promise<Linked> {
  const coordinator = await world.api.as('coordinator');
  const reported =
    view ??
    ((await change(await world.api.as('commune'), '/cases', aReport({ person: { fullName: 'Người Mẫu' } })))
      .body as CaseView);
  const whole = (await coordinator.get(`${base}/cases/${reported.id}`)).body as CaseView;
  const taskId = whole.tasks.findLast((task) => task.stepId === stepId)?.id ?? '';
  const issued = await change(coordinator, `/tasks/${taskId}/links`, {});
  expect([stepId, issued.status]).toEqual([stepId, 201]);
  return { view: whole, taskId, link: issued.body as IssuedLink };
}

async function linkTo(taskId: string): Promise<IssuedLink> {
  return (await change(await world.api.as('coordinator'), `/tasks/${taskId}/links`, {})).body as IssuedLink;
}

async function expire({ id }: IssuedLink): Promise<void> {
  const data = { expiresAt: new Date(Date.now() - 1_000) };
  await world.api.database.taskLink.update({ where: { id }, data });
}

const words = {
  vi: {
    language: undefined,
    code: 'Mã 8 chữ số',
    open: 'Mở trang',
    accept: 'Nhận nhiệm vụ',
    accepted: 'Đã ghi nhận: cơ quan bạn nhận nhiệm vụ',
    outcome: 'Đã tiếp nhận, lập tờ khai',
    check: 'Xem lại trước khi gửi',
    minor: 'Người trình báo dưới 18 tuổi?',
    no: 'Không',
    note: 'Ghi chú (nếu có)',
    checked: 'Xem lại câu trả lời',
    send: 'Gửi trả lời',
    receipt: 'Đã trả lời',
    byLink: 'Qua đường dẫn này',
    decline: 'Từ chối đề nghị',
    reason: 'Lý do',
    noCapacity: 'Không đủ năng lực, nhân lực',
    declined: 'Từ chối: Không đủ năng lực, nhân lực',
    expired: 'Đường dẫn đã hết hạn',
    again: 'Đề nghị gửi đường dẫn mới',
    told: 'Đã báo cơ quan điều phối',
  },
  en: {
    language: 'English',
    code: 'Code of 8 digits',
    open: 'Open the page',
    accept: 'Accept the task',
    accepted: 'Recorded: your agency accepted the task',
    outcome: 'Received, declaration filled in',
    check: 'Check before sending',
    minor: 'Is the person under 18?',
    no: 'No',
    note: 'Note (optional)',
    checked: 'Check your answer',
    send: 'Send the answer',
    receipt: 'Answered',
    byLink: 'By this link',
    decline: 'Decline the request',
    reason: 'Reason',
    noCapacity: 'No capacity or staff',
    declined: 'Declined: No capacity or staff',
    expired: 'This link has expired',
    again: 'Ask for a new link',
    told: 'The coordinating agency was told',
  },
} as const;

describe.each([
  [360, 'vi'],
  [1280, 'en'],
] as const)('an agency without an account and without scripts at %d px, in %s', (width, language) => {
  const say = words[language];
  let taps = 0;
  const tap = async (page: Page, name: string): Promise<void> => {
    taps++;
    await page.getByRole('button', { name }).first().click();
  };
  /** What is tapped is counted from where the page is in the agency's language. */
  const enter = async (page: Page, { url, code }: IssuedLink): Promise<void> => {
    await page.goto(world.address + url);
    if (say.language !== undefined) await page.getByRole('link', { name: say.language }).click();
    taps = 1; // into the field
    await page.getByLabel(say.code).fill(code ?? '');
    await tap(page, say.open);
  };
  const heading = (page: Page, name: string): Promise<void> =>
    page.getByRole('heading', { name, level: 1 }).waitFor();
  const checks = (form: Locator): Promise<void> =>
    form.getByRole('button', { name: say.check }).last().click();

  test('accepts from a link in at most three taps, completes with the form, and finds its receipt', async () => {
    const { view, link } = await linked('register-report');
    const page = await world.withoutScripts(width);
    await enter(page, link);
    await tap(page, say.accept);
    await page.getByText(say.accepted).waitFor();
    expect(taps).toBeLessThanOrEqual(3);
    const registered = page.locator('#complete-task-registered');
    await page.getByText(say.outcome).first().click();
    await checks(registered);
    await page.getByRole('link', { name: say.minor.replace('?', '') }).waitFor();
    await page.getByRole('group', { name: say.minor }).getByLabel(say.no, { exact: true }).check();
    await registered.getByLabel(say.note).fill('Đã gặp ở phòng riêng');
    await checks(registered);
    await heading(page, say.checked);
    const second = await page.context().newPage();
    await second.goto(page.url());
    await page.getByRole('button', { name: say.send }).click();
    await heading(page, say.receipt);
    await page.getByText(say.byLink).waitFor();
    await second.getByText(say.outcome).first().click();
    await checks(second.locator('#complete-task-registered'));
    await heading(second, say.receipt);
    const coordinator = await world.api.as('coordinator');
    const timeline = await coordinator.get(`${base}/cases/${view.id}/timeline?limit=100`);
    const { items } = timeline.body as { items: readonly { type: string }[] };
    expect(items.filter(({ type }) => type === 'task-completed')).toHaveLength(1);
  });

  test('declines a request with a reason; the receipt says so whenever the link is opened, until it expires', async () => {
    const { task } = await others(world.address).until('legal-aid', {
      facts: { sex: 'female', isMinor: false, nationalityClaimed: 'vietnamese', wantsLegalAid: true },
    });
    const link = await linkTo(task.id);
    const page = await world.withoutScripts(width);
    await enter(page, link);
    const declining = page.locator('details', { hasText: say.decline }).last();
    await declining.locator('summary').click();
    await checks(declining);
    await page.getByRole('link', { name: new RegExp(`^${say.reason}`) }).waitFor();
    await declining.getByLabel(say.noCapacity).check();
    await checks(declining);
    await page.getByRole('button', { name: say.send }).click();
    await heading(page, say.receipt);
    await page.goto(`${world.address}${link.url}?lang=${language}`);
    await heading(page, say.receipt);
    await page.getByText(say.declined).waitFor();
    await expire(link);
    await page.reload();
    await heading(page, say.expired);
    expect(await page.getByRole('button', { name: say.again }).count()).toBe(0); // nothing is to be done any more
  });

  test('asks for a new link when this one has expired, and the coordinator sees it', async () => {
    const { link, taskId } = await linked('register-report');
    await expire(link);
    const page = await world.withoutScripts(width);
    await page.goto(`${world.address}${link.url}?lang=${language}`);
    await heading(page, say.expired);
    await page.getByRole('button', { name: say.again }).click();
    await page.getByText(say.told).waitFor();
    const coordinator = await world.signedIn('coordinator');
    await coordinator.goto(`${world.address}/tasks/${taskId}`);
    await coordinator.getByText(/Xin đường dẫn mới \d\d\/\d\d\/\d{4}/).waitFor();
  });
});

/** All other states of the page are judged with the screens. */
test('the page of an expired link has no finding of axe and does not scroll sideways, in both languages and widths', async () => {
  const { link } = await linked('register-report');
  await expire(link);
  const page = await world.browser();
  const { judge, complain, complaints } = judgeOf(page);
  const asks = (): Promise<void> => page.getByRole('button', { name: words.vi.again }).click();
  await walk({
    page,
    origin: world.address,
    views: [
      { name: 'link-expired', path: link.url },
      { name: 'link-expired-asked', reach: asks },
    ],
    look: judge,
    onLost: ({ name }, error) => {
      complain(`${name} was not reached: ${error.message}`);
    },
  });
  expect(complaints).toEqual([]);
});

describe('the page of every step of both procedures', () => {
  test('weighs at most 25 KiB as it is sent, holds no script, and prints to one A4', async () => {
    const pages = await everyAgencyPage(world.api, await linked('register-report'));
    expect(pages.length).toBeGreaterThan(100);
    expect(pages.filter(({ html }) => /<script|\son[a-z]+="|javascript:/i.test(html))).toEqual([]);
    const heavy = pages.filter(({ html }) => Buffer.byteLength(html) > 25 * 1024);
    expect(heavy.map(({ step, html }) => [step, Buffer.byteLength(html)])).toEqual([]);
    const longest = [...pages].sort((one, other) => other.html.length - one.html.length).slice(0, 8);
    const browser = await world.browser();
    for (const { step, html } of longest) {
      await browser.setContent(html);
      const pdf = (await browser.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect([step, [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length]).toEqual([step, 1]);
    }
  }, 120_000);
});

test('a coordinator issues a link on the page of the task, and sees it withdrawn', async () => {
  const { taskId } = await linked('register-report');
  const page = await world.signedIn('coordinator');
  await page.goto(`${world.address}/tasks/${taskId}`);
  await page.getByRole('button', { name: 'Tạo đường dẫn' }).click();
  await page.getByText(`${world.address}/a/`).first().waitFor();
  await page.getByText(/^\d{4} \d{4}$/).waitFor();
  const withdraw = page.getByRole('button', { name: 'Thu hồi', exact: true });
  await withdraw.first().click();
  await page.getByText('Đã thu hồi').waitFor();
});
