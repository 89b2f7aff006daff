import { randomUUID } from 'node:crypto';
import request, { type Agent, type Response } from 'supertest';
import type { CaseView } from '../../api/contract/case.js';
import type { EventView } from '../../api/contract/event.js';
import type { TaskView } from '../../api/contract/task.js';
import type { IssuedLink } from '../../api/contract/task-link.js';
import type { DemoUsername } from '../../prisma/seed/demo-accounts.js';
import { agencyIdOf } from '../../prisma/seed/reference.js';
import { aReport, apiWorld, base, change, command, said, type ApiWorld } from './api-world.js';
import { parkedCase } from './parked-case.js';

let api: ApiWorld;
beforeAll(async () => {
  api = await apiWorld();
});
afterAll(() => api.stop());

interface Linked {
  readonly view: CaseView;
  readonly taskId: string;
  readonly link: IssuedLink;
  /** A browser that has just opened the link. */
  readonly agent: Agent;
}

async function linked(stepId = 'register-report'): Promise<Linked> {
  const person = { fullName: 'Người Mẫu', story: 'chuyện mẫu' };
  const view = (await change(await api.as('commune'), '/cases', aReport({ person }))).body as CaseView;
  return linkTo(view, stepId);
}

async function linkTo(view: CaseView, stepId: string): Promise<Linked> {
  const coordinator = await api.as('coordinator');
  const whole = (await coordinator.get(`${base}/cases/${view.id}`)).body as CaseView;
  const taskId = whole.tasks.find((task) => task.stepId === stepId)?.id ?? '';
  const link = (await change(coordinator, `/tasks/${taskId}/links`, {})).body as IssuedLink;
  return { view: whole, taskId, link, agent: request.agent(api.app) };
}

type Typed = Readonly<Record<string, string | readonly string[]>>;

const entities: Readonly<Record<string, string>> = { quot: '"', amp: '&', '#x27': "'", lt: '<', gt: '>' };
const decoded = (html: string): string =>
  html.replaceAll(/&(quot|amp|#x27|lt|gt);/g, (_all, name: string) => entities[name] ?? '');

/** The hidden fields of the form with this id; of the only form, where none is named. */
function hidden(answer: Response, id?: string): Record<string, string> {
  const forms = [...answer.text.matchAll(/<form[^>]*>.*?<\/form>/gs)].map(([form]) => form);
  const form = forms.find((each) => id === undefined || each.includes(`id="${id}"`)) ?? '';
  const inputs = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [decoded(name), decoded(value)]));
}

const post = (agent: Agent, { url }: IssuedLink, typed: Typed): request.Test =>
  agent
    .post(url)
    .type('form')
    .send(new URLSearchParams(pairs(typed)).toString());

const pairs = (typed: Typed): [string, string][] =>
  Object.entries(typed).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((each): [string, string] => [name, each]),
  );

async function unlocked(linkedTo: Linked): Promise<Response> {
  const { agent, link } = linkedTo;
  const door = await agent.get(link.url);
  const opened = await post(agent, link, { ...hidden(door), step: 'unlock', code: link.code ?? '' });
  expect([opened.status, opened.headers['location']]).toEqual([303, `${link.url}?lang=vi`]);
  return agent.get(link.url);
}

const registered = { 'field:isMinor': 'false', 'field:note': 'Đã gặp ở phòng riêng' };

async function completions({ view }: Linked): Promise<readonly EventView[]> {
  const timeline = await (await api.as('coordinator')).get(`${base}/cases/${view.id}/timeline?limit=100`);
  return (said(timeline).items as unknown as EventView[]).filter(({ type }) => type === 'task-completed');
}

const uses = async ({ link }: Linked): Promise<readonly string[]> =>
  (await api.database.audit.findMany({ where: { userId: link.id }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  );

describe('the door', () => {
  test('tells nothing to whoever has no link, or changed one', async () => {
    const { link } = await linked();
    const changed = link.url.slice(0, -1) + (link.url.endsWith('A') ? 'B' : 'A');
    const fromNobody = await request(api.app).get('/a/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    for (const url of [changed, '/a/x', '/a/', '/a/%E0%A4', `${link.url}/more`]) {
      const answer = await request(api.app).get(url);
      expect([url, answer.status, answer.text]).toEqual([url, 404, fromNobody.text]);
    }
    expect((await post(request.agent(api.app), { ...link, url: changed }, { step: 'send' })).status).toBe(
      404,
    );
  });

  test('says before the code only of which case, and nothing that a script, a cache or a referrer could take', async () => {
    const { link, view, agent } = await linked();
    const door = await agent.get(link.url);
    expect(door.status).toBe(200);
    expect(door.text).toContain(view.code);
    expect(door.text).not.toMatch(/Tiếp nhận trình báo|UBND|Người Mẫu|<script|\son[a-z]+="/);
    expect(door.headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/script-src 'none'.*form-action 'self'/),
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
    });
  });

  test('opens by the code for this browser and this link alone', async () => {
    const one = await linked();
    const page = await unlocked(one);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Tiếp nhận trình báo, giúp lập tờ khai');
    expect((await request(api.app).get(one.link.url)).text).toContain('Nhập mã để mở trang');
    const other = await linkTo(one.view, 'essential-needs').catch(() => undefined);
    expect(other?.link.url).not.toBe(one.link.url);
    expect(await uses(one)).toEqual(['link-unlocked', 'link-opened']);
  });

  test('still says that a code was wrong when the page is read in the other language', async () => {
    const { agent, link } = await linked();
    const door = await agent.get(link.url);
    expect(door.text).not.toContain('Còn 5 lần thử');
    const wrong = link.code === '00000000' ? '11111111' : '00000000';
    await post(agent, link, { ...hidden(door), step: 'unlock', code: wrong });
    const english = await agent.get(`${link.url}?lang=en`);
    expect(english.status).toBe(200);
    expect(english.text).toContain('A wrong code was entered. Tries left: 4');
    const opened = await post(agent, link, { ...hidden(english), step: 'unlock', code: link.code ?? '' });
    expect(opened.status).toBe(303);
  });

  test('locks after five wrong codes, however many come at once, and then refuses the right one', async () => {
    const one = await linked();
    const { agent, link } = one;
    const door = hidden(await agent.get(link.url));
    const wrong = link.code === '00000000' ? '11111111' : '00000000';
    const first = await post(agent, link, { ...door, step: 'unlock', code: wrong });
    expect([first.status, first.text.includes('Còn 4 lần thử')]).toEqual([422, true]);
    await Promise.all(
      Array.from({ length: 12 }, () => post(agent, link, { ...door, step: 'unlock', code: wrong })),
    );
    const row = await api.database.taskLink.findUniqueOrThrow({ where: { id: link.id } });
    expect(row.failedCodes).toBe(5);
    expect((await uses(one)).filter((use) => use === 'link-code-failed')).toHaveLength(5);
    await post(agent, link, { ...door, step: 'unlock', code: link.code ?? '' });
    const locked = await agent.get(link.url);
    expect([locked.status, locked.text.includes('Đường dẫn đã bị khóa')]).toEqual([410, true]);
  });

  test('is closed to another site, and to a form that this page did not write', async () => {
    const one = await linked();
    const page = await unlocked(one);
    const form = hidden(page, 'accept-task');
    const crossSite = await post(one.agent, one.link, { ...form, step: 'send' }).set(
      'Sec-Fetch-Site',
      'cross-site',
    );
    const foreign = await post(one.agent, one.link, { ...form, step: 'send' }).set(
      'Origin',
      'https://evil.example',
    );
    expect([crossSite.status, foreign.status]).toEqual([404, 404]);
    const forged = await post(one.agent, one.link, { ...form, seal: 'x', step: 'send' });
    expect(forged.status).toBe(422);
    expect(await uses(one)).not.toContain('accept-task');
    const own = await post(one.agent, one.link, { ...form, step: 'send' }).set('Origin', 'null');
    expect(own.status).toBe(303);
  });
});

test('a page without an answer to give says why: the case was stopped by a fault', async () => {
  const page = await unlocked(await linkTo(await parkedCase(api), 'register-report'));
  expect(page.text).toContain('Trường hợp tạm dừng do lỗi hệ thống');
  expect(page.text).not.toContain('<form method="post"');
});

describe('an answer by link', () => {
  test('is recorded as given by the link, for its agency, once, whatever is pressed twice or gone back to', async () => {
    const one = await linked();
    const { agent, link } = one;
    const page = await unlocked(one);
    const checked = await post(agent, link, {
      ...hidden(page, 'complete-task-registered'),
      ...registered,
      step: 'check',
    });
    expect(checked.status).toBe(200);
    expect(checked.text).toContain('Xem lại câu trả lời');
    expect(checked.text).toContain('Đã gặp ở phòng riêng');
    expect(await completions(one)).toEqual([]);
    const form = { ...hidden(checked), step: 'send' };
    const sent = await Promise.all([post(agent, link, form), post(agent, link, form)]);
    for (const answer of sent)
      expect([answer.status, answer.headers['location']]).toEqual([303, expect.stringContaining(link.url)]);
    const later = await post(agent, link, form);
    expect(later.status).toBe(303);
    const changed = await post(agent, link, { ...form, 'field:note': 'khác' });
    expect(changed.status).toBe(303);
    const [done, ...more] = await completions(one);
    expect(more).toEqual([]);
    expect(done).toMatchObject({
      actor: { kind: 'user', name: 'Trả lời qua đường dẫn', agency: one.view.tasks[0]?.agency?.name },
    });
    const receipt = await agent.get(link.url);
    expect(receipt.text).toContain('Đã tiếp nhận, lập tờ khai');
    expect(receipt.text).toContain('Qua đường dẫn này');
    expect(receipt.text).toContain(one.view.code);
    expect(receipt.text).not.toContain('phòng riêng');
    const list = await (await api.as('coordinator')).get(`${base}/tasks/${one.taskId}/links`);
    expect(said(list).items).toMatchObject([
      { openedAt: expect.any(String), answeredAt: expect.any(String) },
    ]);
  });

  test('keeps everything that was typed when something is wrong, and says what beside each field and on top', async () => {
    const one = await linked();
    const form = hidden(await unlocked(one), 'complete-task-registered');
    const long = `${'Một dòng ghi chú dài. '.repeat(455)}hết\r\nDòng hai`;
    const wrong = await post(one.agent, one.link, {
      ...form,
      'field:note': long,
      occurredAt: '30/02/2026',
      step: 'check',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Có 2 chỗ cần xem lại');
    expect(wrong.text).toContain('href="#complete-task-registered.field:isMinor"');
    expect(wrong.text).toContain('id="complete-task-registered.field:isMinor"');
    expect(wrong.text).toContain('30/02/2026');
    expect(wrong.text).toContain(long.replaceAll('\r\n', '\n'));
    const right = await post(one.agent, one.link, {
      ...form,
      ...registered,
      'field:note': long,
      step: 'check',
    });
    expect(right.status).toBe(200);
    expect((await post(one.agent, one.link, { ...hidden(right), step: 'send' })).status).toBe(303);
    expect(await completions(one)).toHaveLength(1);
  });

  test('refuses control characters with a sentence, and gives the text back without them', async () => {
    const one = await linked();
    const form = hidden(await unlocked(one), 'complete-task-registered');
    const wrong = await post(one.agent, one.link, {
      ...form,
      ...registered,
      'field:note': 'Gặp\u0007 lúc\u202E tám giờ',
      step: 'check',
    });
    expect([wrong.status, wrong.text.includes('Có ký tự điều khiển')]).toEqual([422, true]);
    expect(wrong.text).toContain('>Gặp lúc tám giờ</textarea>');
    const tooLong = await post(one.agent, one.link, {
      ...form,
      ...registered,
      'field:note': 'x'.repeat(20_001),
      step: 'check',
    });
    expect([tooLong.status, tooLong.text.includes('Quá dài; tối đa 20000')]).toEqual([422, true]);
    const tooMuch = await post(one.agent, one.link, { ...form, note: 'x'.repeat(700_000), step: 'check' });
    expect([tooMuch.status, tooMuch.text.includes('quá dài')]).toEqual([413, true]);
  });

  test('takes no act that the rules do not offer, and no outcome that the step does not know', async () => {
    const one = await linked();
    const page = await unlocked(one);
    expect(page.text).not.toContain('id="decline-task"');
    const form = hidden(page, 'accept-task');
    for (const change of [
      { act: 'decline-task', reason: 'no-capacity' },
      { act: 'nudge' },
      { act: 'complete-task', outcome: 'constructor' },
      { act: '' },
    ] as Typed[]) {
      const answer = await post(one.agent, one.link, { ...form, ...change, step: 'send' });
      expect([change['act'], answer.status]).toEqual([change['act'], 422]);
    }
    expect((await uses(one)).filter((use) => !use.startsWith('link-'))).toEqual([]);
  });

  test('shows that a colleague acted meanwhile, keeps what was typed, and is then taken', async () => {
    const one = await linked();
    const form = hidden(await unlocked(one), 'complete-task-registered');
    const accept = { type: 'accept-task', taskId: one.taskId };
    expect((await command(await api.as('commune'), one.view, accept)).status).toBe(200);
    const stale = await post(one.agent, one.link, { ...form, ...registered, step: 'send' });
    expect([stale.status, stale.text.includes('Nhiệm vụ đã thay đổi')]).toEqual([422, true]);
    expect(stale.text).toContain('Đã gặp ở phòng riêng');
    const fresh = { ...hidden(stale, 'complete-task-registered'), ...registered, step: 'send' };
    expect((await post(one.agent, one.link, fresh)).status).toBe(303);
    expect(await completions(one)).toHaveLength(1);
  });

  test('goes on where it was when the code was forgotten in the middle of a form', async () => {
    const one = await linked();
    const form = { ...hidden(await unlocked(one), 'complete-task-registered'), ...registered };
    const fresh = request.agent(api.app); // the same person, whose browser no longer holds the code
    const asked = await post(fresh, one.link, { ...form, step: 'send' });
    expect([asked.status, asked.text.includes('Nội dung bạn đã nhập vẫn còn')]).toEqual([200, true]);
    const back = await post(fresh, one.link, { ...hidden(asked), step: 'unlock', code: one.link.code ?? '' });
    expect(back.status).toBe(200);
    expect(back.text).toContain('>Đã gặp ở phòng riêng</textarea>');
    const again = { ...hidden(back, 'complete-task-registered'), ...registered, step: 'send' };
    expect((await post(fresh, one.link, again)).status).toBe(303);
    expect(await completions(one)).toHaveLength(1);
  });

  test('returns a misdirected task to the agency that is looked up by a part of its name', async () => {
    const one = await linked();
    const form = hidden(await unlocked(one), 'return-misdirected');
    const search = await post(one.agent, one.link, {
      ...form,
      'suggestedAgencyId~search': 'cong an thanh pho ha noi',
      note: 'Thuộc công an',
      step: 'find',
    });
    const [, value = ''] = /value="([0-9a-f-]{36} [^"]*Công an[^"]*)"/.exec(search.text) ?? [];
    expect(value).not.toBe('');
    expect(search.text).toContain('Thuộc công an');
    const unchosen = await post(one.agent, one.link, {
      ...form,
      'suggestedAgencyId~search': 'cong an',
      step: 'check',
    });
    expect([unchosen.status, unchosen.text.includes('hãy chọn một kết quả tìm thấy')]).toEqual([422, true]);
    const checked = await post(one.agent, one.link, {
      ...form,
      suggestedAgencyId: decoded(value),
      step: 'check',
    });
    expect(checked.status).toBe(200);
    const sent = await post(one.agent, one.link, { ...hidden(checked), step: 'send' });
    expect(sent.status).toBe(303);
    const page = await one.agent.get(String(sent.headers['location']));
    expect(page.text).toContain('Đã ghi nhận: trả lại vì chuyển nhầm');
  });
});

describe('what the page shows', () => {
  test('is what this one task needs: its facts at once, its part of the person record on request, each look recorded', async () => {
    const one = await linked('register-report');
    const page = await unlocked(one);
    expect(page.text).not.toContain('Người Mẫu');
    const shown = await one.agent.get(`${one.link.url}?person=show`);
    expect(shown.text).toContain('Người Mẫu');
    expect(await uses(one)).toEqual(['link-unlocked', 'link-opened', 'link-opened', 'read-person']);
  });

  test('says what is wrong in the other language too, and not what was mended meanwhile', async () => {
    const one = await linked();
    const form = hidden(await unlocked(one), 'complete-task-registered');
    const wrong = await post(one.agent, one.link, { ...form, step: 'check' });
    const kept = hidden(wrong, 'complete-task-registered');
    const inEnglish = await post(one.agent, one.link, { ...kept, lang: 'en' });
    expect([inEnglish.status, inEnglish.text]).toEqual([422, expect.stringContaining('nothing chosen')]);
    expect(inEnglish.text).toContain('<html lang="en">');
    const mended = await post(one.agent, one.link, {
      ...hidden(inEnglish, 'complete-task-registered'),
      ...registered,
      lang: 'vi',
    });
    expect([mended.status, mended.text]).toEqual([200, expect.not.stringContaining('class="problems"')]);
    expect(mended.text).toContain('Đã gặp ở phòng riêng');
  });

  test('is in the language that was chosen, in forms and redirects too', async () => {
    const one = await linked();
    await unlocked(one);
    const page = await one.agent.get(`${one.link.url}?lang=en`);
    expect(page.text).toContain('<html lang="en">');
    expect(page.text).toContain('Receive the report, help with the declaration');
    const form = { ...hidden(page, 'complete-task-registered'), ...registered };
    const other = await post(one.agent, one.link, { ...form, lang: 'vi' });
    expect(other.text).toContain('<html lang="vi">');
    expect(other.text).toContain('>Đã gặp ở phòng riêng</textarea>');
  });

  test('stays within 25 KiB with all that it needs, and holds no script', async () => {
    const one = await linked();
    for (const url of [one.link.url, `${one.link.url}?person=show`, `${one.link.url}?lang=en`]) {
      const page = url === one.link.url ? await unlocked(one) : await one.agent.get(url);
      expect(Buffer.byteLength(page.text)).toBeLessThanOrEqual(25 * 1024);
      expect(page.text).not.toMatch(/<script|<link|<img|src=|url\(|javascript:|\son[a-z]+=/);
    }
  });
});

describe('a link that is over', () => {
  test('asks for a new one, which the coordinator sees; withdrawn ones too', async () => {
    for (const way of ['expired', 'withdrawn'] as const) {
      const one = await linked();
      if (way === 'expired') {
        const data = { expiresAt: new Date(Date.now() - 1_000) };
        await api.database.taskLink.update({ where: { id: one.link.id }, data });
      } else await (await api.as('coordinator')).delete(`${base}/links/${one.link.id}`);
      const gone = await one.agent.get(one.link.url);
      expect([gone.status, gone.text.includes('Đề nghị gửi đường dẫn mới')]).toEqual([410, true]);
      expect(gone.text).not.toContain('Tiếp nhận trình báo');
      expect((await post(one.agent, one.link, { ...hidden(gone), step: 'again' })).status).toBe(303);
      await post(one.agent, one.link, { ...hidden(gone), step: 'again' });
      expect((await one.agent.get(one.link.url)).text).toContain('Đã báo cơ quan điều phối');
      const list = await (await api.as('coordinator')).get(`${base}/tasks/${one.taskId}/links`);
      expect(said(list).items).toMatchObject([{ state: way, askedAgainAt: expect.any(String) }]);
      expect(await uses(one)).toEqual(['link-asked-again']);
      const refused = await post(one.agent, one.link, { ...hidden(gone), step: 'send', act: 'accept-task' });
      expect(refused.status).toBe(410);
    }
  });

  test('asks for a new one, which the coordinator reads in the list and on the case until one is issued', async () => {
    const one = await linked();
    const coordinator = await api.as('coordinator');
    const told = async (username: DemoUsername): Promise<readonly unknown[]> => {
      const agent = await api.as(username);
      const box = username === 'coordinator' ? 'others' : 'agency';
      const listed = said(await agent.get(`${base}/tasks?box=${box}&limit=100`)).items;
      const { tasks } = (await agent.get(`${base}/cases/${one.view.id}`)).body as CaseView;
      const task = (await agent.get(`${base}/tasks/${one.taskId}`)).body as TaskView;
      return [
        listed.find(({ id }) => id === one.taskId)?.['linkAskedAt'],
        tasks.find(({ id }) => id === one.taskId)?.linkAskedAt,
        task.linkAskedAt,
      ];
    };
    const nothing = [undefined, undefined, undefined];
    expect(await told('coordinator')).toEqual(nothing);
    await coordinator.delete(`${base}/links/${one.link.id}`);
    const gone = await one.agent.get(one.link.url);
    await post(one.agent, one.link, { ...hidden(gone), step: 'again' });
    const { askedAgainAt } = await api.database.taskLink.findUniqueOrThrow({ where: { id: one.link.id } });
    const at = askedAgainAt?.toISOString();
    expect(await told('coordinator')).toEqual([at, at, at]);
    expect((await told('supervisor')).slice(1)).toEqual([at, at]);
    expect(await told('commune')).toEqual(nothing); // who holds the task issues no links
    expect((await change(coordinator, `/tasks/${one.taskId}/links`, {})).status).toBe(201);
    expect(await told('coordinator')).toEqual(nothing);
  });

  test('does not exist for an agency that was excluded, nor shows a task that moved on', async () => {
    const one = await linked();
    await unlocked(one);
    const coordinator = await api.as('coordinator');
    const holder = one.view.tasks.find(({ id }) => id === one.taskId)?.agency?.id;
    const place = { type: 'record-place', kind: 'reception', place: 'c:00004' };
    const seen = said(await command(coordinator, one.view, place)).case as CaseView;
    const reassign = {
      type: 'reassign-task',
      taskId: one.taskId,
      agencyId: agencyIdOf('HN-UBND-00004'),
      ground: { code: 'misdirected' },
    };
    const moved = await command(coordinator, seen, reassign);
    expect([moved.status, said(moved).code]).toEqual([200, undefined]);
    const page = await one.agent.get(one.link.url);
    expect([page.status, page.text.includes('không còn ở cơ quan bạn')]).toEqual([410, true]);
    const view = said(moved).case as CaseView;
    const exclude = { type: 'exclude', agencyId: holder, ground: { code: 'suspected-involvement' } };
    expect((await command(coordinator, view, exclude)).status).toBe(200);
    expect((await one.agent.get(one.link.url)).status).toBe(404);
  });
});

test('no log line holds a token, a code or what was typed', async () => {
  const one = await linked();
  const form = hidden(await unlocked(one), 'complete-task-registered');
  await post(one.agent, one.link, { ...form, 'field:note': `canary ${randomUUID()}`, step: 'check' });
  await request(api.app).get(`${one.link.url}x`);
  const logged = api.logged();
  expect(logged).toContain('/a/{token}');
  for (const secret of [one.link.url.slice(3), one.link.code ?? '', 'canary'])
    expect(logged).not.toContain(secret);
});
