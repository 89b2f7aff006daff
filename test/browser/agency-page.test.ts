import AxeBuilder from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { actForms } from '../../api/agency-page/act-form.js';
import { taskPage } from '../../api/agency-page/task-page.js';
import type { CaseView } from '../../api/contract/case.js';
import type { IssuedLink } from '../../api/contract/task-link.js';
import { partsOn } from '../../api/parts-on-database.js';
import { linkReads, type LinkSight } from '../../api/read/link-reads.js';
import { readTask } from '../../api/read/task-rows.js';
import { taskView } from '../../api/read/task-view.js';
import { createVault } from '../../api/records/vault.js';
import { procedures } from '../../domain/procedure/catalogue.js';
import { refOf } from '../../domain/procedure/procedure.js';
import { instant } from '../../domain/time/instant.js';
import { aReport, base, change, testKey } from '../api/api-world.js';
import { browserWorld, type BrowserWorld } from './browser.js';
import { others } from './prepared-case.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await browserWorld();
}, 300_000);
afterAll(() => world.stop());

const pictures = process.env['LOIVE_PICTURES'];

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

let taps = 0;
const tap = async (page: Page, name: string | RegExp): Promise<void> => {
  taps++;
  await page.getByRole('button', { name }).first().click();
};

async function enter(page: Page, { link }: Linked): Promise<void> {
  await page.goto(world.address + link.url);
  taps++; // into the field
  await page.getByLabel('Mã 8 chữ số').fill(link.code ?? '');
  await tap(page, 'Mở trang');
}

async function looked(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  const width = page.viewportSize()?.width ?? 0;
  await page.screenshot({ path: join(pictures, `agency-${name}-${String(width)}.png`), fullPage: true });
}

describe.each([360, 1280])('an agency without an account and without scripts at %d px', (width) => {
  test('accepts from a link in at most three taps, completes with the form, and finds its receipt', async () => {
    const one = await linked('register-report');
    const page = await world.withoutScripts(width);
    taps = 0;
    await page.goto(world.address + one.link.url);
    await looked(page, 'code');
    await enter(page, one);
    await looked(page, 'task');
    await tap(page, 'Nhận nhiệm vụ');
    await page.getByText('Đã ghi nhận: cơ quan bạn nhận nhiệm vụ').waitFor();
    expect(taps).toBeLessThanOrEqual(3);
    await page.getByText('Đã tiếp nhận, lập tờ khai').first().click();
    await tap(page, 'Xem lại trước khi gửi');
    await page.getByRole('link', { name: /Người trình báo dưới 18 tuổi/ }).waitFor();
    await looked(page, 'problems');
    await page.getByRole('group', { name: 'Người trình báo dưới 18 tuổi?' }).getByLabel('Không').check();
    await page.getByLabel('Ghi chú (nếu có)').first().fill('Đã gặp ở phòng riêng');
    await page.getByRole('button', { name: 'Xem lại trước khi gửi' }).first().click();
    await page.getByRole('heading', { name: 'Xem lại câu trả lời' }).waitFor();
    await looked(page, 'check');
    const second = await page.context().newPage();
    await second.goto(world.address + one.link.url);
    await page.getByRole('button', { name: 'Gửi trả lời' }).click();
    await page.getByRole('heading', { name: 'Đã trả lời' }).waitFor();
    await looked(page, 'receipt');
    await second.getByText('Đã tiếp nhận, lập tờ khai').first().click();
    await second.getByRole('button', { name: 'Xem lại trước khi gửi' }).first().click();
    await second.getByRole('heading', { name: 'Đã trả lời' }).waitFor();
    const timeline = await (
      await world.api.as('coordinator')
    ).get(`${base}/cases/${one.view.id}/timeline?limit=100`);
    const { items } = timeline.body as { items: readonly { type: string }[] };
    expect(items.filter(({ type }) => type === 'task-completed')).toHaveLength(1);
  });

  test('declines a request with a reason, and the receipt says so', async () => {
    const asked = await others(world.address).until('legal-aid', {
      facts: { sex: 'female', isMinor: false, nationalityClaimed: 'vietnamese', wantsLegalAid: true },
    });
    const issued = await change(await world.api.as('coordinator'), `/tasks/${asked.task.id}/links`, {});
    const link = issued.body as IssuedLink;
    const page = await world.withoutScripts(width);
    await page.goto(world.address + link.url);
    await page.getByLabel('Mã 8 chữ số').fill(link.code ?? '');
    await page.getByRole('button', { name: 'Mở trang' }).click();
    const declining = page.locator('details', { hasText: 'Từ chối đề nghị' }).last();
    await declining.locator('summary').click();
    await declining.getByRole('button', { name: 'Xem lại trước khi gửi' }).last().click();
    await page.getByRole('link', { name: /Lý do/ }).waitFor();
    await declining.getByLabel('Không đủ năng lực, nhân lực').check();
    await declining.getByRole('button', { name: 'Xem lại trước khi gửi' }).last().click();
    await page.getByRole('button', { name: 'Gửi trả lời' }).click();
    await page.getByRole('heading', { name: 'Đã trả lời' }).waitFor();
    await page.getByText('Từ chối: Không đủ năng lực, nhân lực').waitFor();
    await looked(page, 'declined');
  });

  test('asks for a new link when this one has expired', async () => {
    const one = await linked('register-report');
    const data = { expiresAt: new Date(Date.now() - 1_000) };
    await world.api.database.taskLink.update({ where: { id: one.link.id }, data });
    const page = await world.withoutScripts(width);
    await page.goto(world.address + one.link.url);
    await looked(page, 'expired');
    await page.getByRole('button', { name: 'Đề nghị gửi đường dẫn mới' }).click();
    await page.getByText('Đã báo cơ quan điều phối').waitFor();
    const coordinator = await world.signedIn('coordinator');
    await coordinator.goto(`${world.address}/tasks/${one.taskId}`);
    await coordinator.getByText(/Xin đường dẫn mới \d\d\/\d\d\/\d{4}/).waitFor();
  });

  test('has no finding of axe, no sideways scroll and no script on any of its pages, in both languages', async () => {
    const one = await linked('register-report');
    const page = await world.browser(width);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
    });
    for (const language of ['vi', 'en']) {
      const address = `${world.address}${one.link.url}?lang=${language}`;
      await page.context().clearCookies();
      await page.goto(address);
      complaints.push(...(await findings(page, `${language} code`)));
      await page.locator('#code').fill(one.link.code ?? '');
      await page.locator('main button').click();
      await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
      complaints.push(...(await findings(page, `${language} task`)));
      await page.locator('#complete-task-registered button').last().click();
      complaints.push(...(await findings(page, `${language} problems`)));
    }
    expect(complaints).toEqual([]);
  }, 120_000);
});

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function findings(page: Page, where: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const sideways = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  const scripts = await page.evaluate<number>('document.scripts.length');
  return [
    ...violations.map(({ id, nodes }) => `${where}: ${id} at ${String(nodes[0]?.html)}`),
    ...(sideways > 0 ? [`${where}: ${String(sideways)} px scroll sideways`] : []),
    ...(scripts > 0 ? [`${where}: ${String(scripts)} scripts`] : []),
  ];
}

/** The page of every step of both procedures, as it is when its task has just been handed over. */
async function everyPage(): Promise<readonly { readonly step: string; readonly html: string }[]> {
  const { database, world: cases } = world.api;
  const one = await linked('register-report');
  const reads = linkReads(database);
  const link = await reads.one(one.link.id);
  const row = await readTask(database, one.taskId);
  if (link === undefined || row === undefined) throw new Error('the link was issued');
  const parts = partsOn({ database, vault: createVault([testKey]), gateway: cases.gateway });
  const now = instant(new Date().toISOString());
  const seen = await parts.read.links.sight(link, { language: 'vi', now });
  const held = seen?.kind === 'here' ? seen.sight.state.tasks[one.taskId] : undefined;
  if (seen?.kind !== 'here' || held === undefined) throw new Error('the link shows its task');
  const moment = { now, calendar: await parts.calendar() };
  const address = {
    token: 'x'.repeat(40),
    pass: '',
    language: 'vi' as const,
    now,
    origin: 'https://loive.example',
  };
  const visit = { parts, link, ...address };
  const authority = { nameVi: 'Sở Y tế thành phố Hà Nội', nameEn: '', masked: false };
  const place = { level: 'province', sector: 'health', superiorId: null };
  const names = {
    agency: () => ({ ...authority, ...place, id: link.agencyId }),
    account: () => undefined,
    place: () => undefined,
  };
  return procedures.flatMap((procedure) =>
    Object.values(procedure.steps).map((step) => {
      const facts = Object.fromEntries(step.needs.facts.map((fact) => [fact, { value: true, at: now }]));
      const task = taskView(
        { ...row, procedure: refOf(procedure), step_id: step.id, kind: step.kind },
        { ...seen.sight, names, facts },
      );
      const tasks = { [task.id]: { ...held, stepId: step.id, kind: step.kind } };
      const state = { ...seen.sight.state, procedure: refOf(procedure), tasks };
      const at: LinkSight = { ...seen, task, sight: { ...seen.sight, state } };
      const html = taskPage({
        visit,
        seen: at,
        moment,
        forms: actForms(at, moment),
        keyOf: () => one.taskId,
      });
      return { step: step.id, html };
    }),
  );
}

describe('the page of every step of both procedures', () => {
  test('weighs at most 25 KiB as it is sent, and prints to one A4', async () => {
    const pages = await everyPage();
    expect(pages.length).toBeGreaterThan(100);
    const heavy = pages.filter(({ html }) => Buffer.byteLength(html) > 25 * 1024);
    expect(heavy.map(({ step, html }) => [step, Buffer.byteLength(html)])).toEqual([]);
    const longest = [...pages].sort((one, other) => other.html.length - one.html.length).slice(0, 8);
    const browser = await world.browser();
    for (const { step, html } of longest) {
      await browser.setContent(html);
      const pdf = (await browser.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect([step, [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length]).toEqual([step, 1]);
    }
    if (pictures !== undefined) {
      await browser.emulateMedia({ media: 'print' });
      await looked(browser, 'paper');
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
  await looked(page, 'issue');
  const withdraw = page.getByRole('button', { name: 'Thu hồi', exact: true });
  await withdraw.first().click();
  await page.getByText('Đã thu hồi').waitFor();
});
