import type { AgencySaved } from '../../api/contract/admin-agency.js';
import type { CaseView } from '../../api/contract/case.js';
import type { Language } from '../../messages/message.js';
import { aReport, change } from '../api/api-world.js';
import { parkedCase } from '../api/parked-case.js';
import { browserWorld, type BrowserWorld } from './browser.js';
import { onScreen } from './on-screen.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await browserWorld();
}, 300_000);
afterAll(() => world.stop());

const languages = ['vi', 'en'] as const satisfies readonly Language[];

describe.each(languages)('an administrator, in %s', (language) => {
  const say = {
    vi: {
      place: 'Quản trị',
      users: 'Tài khoản',
      create: 'Tạo tài khoản',
      username: 'Tên đăng nhập',
      post: 'Chức danh',
      role: ['Vai trò', 'Kiểm tra, bảo vệ dữ liệu'],
      once: /^Mật khẩu tạm của kiemtra/,
      edit: 'Sửa kiemtra.vi',
      save: 'Lưu tài khoản',
      saved: /^Đã lưu tài khoản kiemtra.vi: chức danh\.$/,
      disable: 'Khóa tài khoản',
      disabled: 'Đã khóa',
      told: /^Đã khóa tài khoản kiemtra.vi\./,
    },
    en: {
      place: 'Administration',
      users: 'Accounts',
      create: 'Create an account',
      username: 'User name',
      post: 'Post',
      role: ['Roles', 'Auditor, data protection'],
      once: /^Temporary passphrase of kiemtra/,
      edit: 'Edit kiemtra.en',
      save: 'Save the account',
      saved: /^Account kiemtra.en was saved: post\.$/,
      disable: 'Disable the account',
      disabled: 'Disabled',
      told: /^Account kiemtra.en is disabled\./,
    },
  } as const;

  test('creates an account, hands over its passphrase once, and disables it while it is signed in', async () => {
    const { place, users, create, username, post, role, once, ...change } = say[language];
    const { edit, save, saved, disable, disabled, told } = change;
    const page = await world.signedIn('admin', language);
    const screen = onScreen(page, language);
    await screen.goTo(place);
    await screen.heading(users).waitFor();
    await page.getByText(create).first().click();
    await page.getByLabel(username, { exact: true }).fill(`kiemtra.${language}`);
    await page.getByLabel(post, { exact: true }).fill('Cán bộ kiểm tra, Sở Y tế Hà Nội');
    await screen.choose(role);
    await page.getByRole('button', { name: create }).click();
    await screen.heading(once).waitFor();
    const passphrase = await page
      .getByRole('status')
      .filter({ hasText: once })
      .locator('p')
      .first()
      .innerText();
    const their = await world.browser();
    const session = { username: `kiemtra.${language}`, password: passphrase };
    const me = (): Promise<number> =>
      their.request.get(`${world.address}/api/v1/me`).then((answer) => answer.status());
    await their.request.post(`${world.address}/api/v1/session`, { data: session });
    expect(await me()).toBe(403); // signed in; nothing more before they have a passphrase of their own
    const saidAloud = (words: RegExp): Promise<void> =>
      page.locator('[role=status]:focus').filter({ hasText: words }).waitFor();
    await page.getByRole('button', { name: edit }).click();
    await page.getByLabel(post, { exact: true }).fill('Trưởng phòng kiểm tra, Sở Y tế Hà Nội');
    await page.getByRole('button', { name: save }).click();
    await saidAloud(saved);
    await page.getByRole('button', { name: edit }).click();
    await page.getByRole('button', { name: disable }).click();
    await saidAloud(told);
    await page
      .getByRole('row')
      .filter({ hasText: `kiemtra.${language}` })
      .getByText(disabled)
      .waitFor();
    expect(await me()).toBe(401);
  });

  const dir = {
    vi: {
      agencies: 'Cơ quan',
      create: 'Thêm cơ quan',
      code: 'Mã cơ quan',
      nameVi: 'Tên tiếng Việt',
      nameEn: 'Tên tiếng Anh',
      level: ['Cấp', 'Cấp xã'],
      sector: 'Ngành',
      area: 'Thêm địa bàn: tỉnh, xã, phường',
      roles: 'Vai trò trong quy trình (nếu có)',
      search: 'Tên hoặc mã cơ quan',
      find: 'Tìm',
      end: 'Kết thúc hoạt động, chuyển cho cơ quan kế thừa',
      last: 'Ngày hoạt động cuối cùng',
      successor: 'Cơ quan kế thừa (nếu có)',
      save: 'Ghi ngày cuối cùng',
      ended: /^Đã kết thúc ngày/,
      saved: /^Đã lưu: ngày hoạt động cuối cùng, cơ quan kế thừa\.$/,
      lacks: /chưa có vai trò/,
      ward: { code: 'c:00004', name: 'Phường Ba Đình' },
    },
    en: {
      agencies: 'Agencies',
      create: 'Add an agency',
      code: 'Code',
      nameVi: 'Name in Vietnamese',
      nameEn: 'Name in English',
      level: ['Level', 'Commune'],
      sector: 'Sector',
      area: 'Add an area: a province or commune',
      roles: 'Roles in the procedures (optional)',
      search: 'Name or code',
      find: 'Search',
      end: 'End it and name its successor',
      last: 'Last day',
      successor: 'Successor (optional)',
      save: 'Record the last day',
      ended: /^Ended on/,
      saved: /^Saved: last day, successor\.$/,
      lacks: /does not have the role/,
      ward: { code: 'c:00073', name: 'Phường Cửa Nam' },
    },
  } as const;

  test('adds an agency with an area and ends another in its favour: the next task there is its own', async () => {
    const say = dir[language];
    const { code: place, name: ward } = say.ward;
    const old = await world.api.database.agency.findFirstOrThrow({
      where: { areas: { some: { placeCode: place } }, roles: { some: { role: 'commune-committee' } } },
    });
    const page = await world.signedIn('admin', language);
    const screen = onScreen(page, language);
    await page.goto(`${world.address}/admin/agencies`);
    await screen.heading(say.agencies).waitFor();
    await page.getByText(say.create).first().click();
    await page.getByLabel(say.code, { exact: true }).fill('HN-KETHUA-' + language.toUpperCase());
    const named = { vi: `Ủy ban kế thừa ${language}`, en: `Succeeding committee ${language}` };
    await page.getByLabel(say.nameVi, { exact: true }).fill(named.vi);
    await page.getByLabel(say.nameEn, { exact: true }).fill(named.en);
    await screen.choose(say.level);
    await page.getByLabel(say.sector, { exact: true }).selectOption('people-committee');
    await page.getByLabel(say.area, { exact: true }).fill(ward.toLowerCase());
    await page.getByRole('button', { name: ward }).first().click();
    await page.getByRole('group', { name: say.roles }).locator('[value=commune-committee]').check();
    await page.getByRole('button', { name: say.create }).click();
    await page.waitForURL(/agencies\/[0-9a-f-]{36}$/);
    const successor = page.url().slice(-36);

    await page.goto(`${world.address}/admin/agencies`);
    await page.getByLabel(say.search).fill(old.code);
    await page.getByRole('button', { name: say.find }).click();
    await page.getByRole('row').filter({ hasText: old.code }).getByRole('link').first().click();
    await page.getByText(say.end).click();
    const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel(say.last, { exact: true }).fill(yesterday.split('-').reverse().join('/'));
    await page.getByLabel(say.successor, { exact: true }).fill('HN-KETHUA-' + language.toUpperCase());
    await page.locator('.picker-item').first().click();
    await page.getByRole('button', { name: say.save }).click();
    await screen.reads(say.ended);
    await page.locator('[role=status]:focus').filter({ hasText: say.saved }).waitFor();
    await screen.reads(say.lacks); // it was given one role of several: told, not forbidden
    await page.getByRole('link', { name: named[language], exact: true }).waitFor();

    const coordinator = await world.api.as('coordinator');
    const report = aReport({ receivedPlace: place });
    const { tasks } = (await change(coordinator, '/cases', report)).body as CaseView;
    expect(tasks.map(({ agency }) => agency?.id)).toContain(successor);
    expect(tasks.map(({ agency }) => agency?.id)).not.toContain(old.id);
  });

  test('is told which area an agency cannot have had, where its last day lies before that area existed', async () => {
    const { end, last, save, ward } = dir[language];
    const body = {
      code: `HN-CU-${language.toUpperCase()}`,
      nameVi: 'Ủy ban cũ',
      nameEn: 'Former committee',
      level: 'commune',
      sector: 'people-committee',
      areas: ['vn', ward.code],
      roles: [],
      masked: false,
    };
    const admin = await world.api.as('admin');
    const { agency } = (await change(admin, '/admin/agencies', body)).body as AgencySaved;
    const page = await world.signedIn('admin', language);
    await page.goto(`${world.address}/admin/agencies/${agency.id}`);
    await page.getByText(end).click();
    await page.getByLabel(last, { exact: true }).fill('01/01/2020');
    await page.getByRole('button', { name: save }).click();
    await page.getByRole('alert').getByRole('listitem').filter({ hasText: ward.name }).waitFor();
    expect(await page.getByRole('alert').getByRole('listitem').count()).toBe(1); // the country was there
  });

  const stopped = {
    vi: {
      parked: 'Trường hợp tạm dừng do lỗi',
      why: /^Lỗi khi tính thời hạn/,
      unpark: 'Cho trường hợp chạy tiếp',
      ground: ['Căn cứ', 'Đã khắc phục lỗi'],
      gone: ' đã chạy tiếp.',
    },
    en: {
      parked: 'Cases stopped by a fault',
      why: /^A fault while deadlines were counted/,
      unpark: 'Let the case go on',
      ground: ['Ground', 'The fault was repaired'],
      gone: ' goes on.',
    },
  } as const;

  test('reads why a case stands still and lets it go on', async () => {
    const say = stopped[language];
    const { id, code } = await parkedCase(world.api);
    const page = await world.signedIn('admin', language);
    const screen = onScreen(page, language);
    await page.goto(`${world.address}/admin/parked-cases`);
    await screen.heading(say.parked).waitFor();
    await screen.heading(code).waitFor();
    await screen.reads(say.why);
    await page.getByText(say.unpark).first().click();
    await screen.choose(say.ground);
    await page.getByRole('button', { name: say.unpark }).click();
    await screen.reads(code + say.gone);
    await screen.heading(code).waitFor({ state: 'detached' });
    const { status } = await world.api.database.caseRow.findUniqueOrThrow({ where: { id } });
    expect(status).toBe('open');
  });
});
