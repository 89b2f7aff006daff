import type { Language } from '../../messages/message.js';
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
      disable: 'Khóa tài khoản',
      disabled: 'Đã khóa',
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
      disable: 'Disable the account',
      disabled: 'Disabled',
    },
  } as const;

  test('creates an account, hands over its passphrase once, and disables it while it is signed in', async () => {
    const { place, users, create, username, post, role, once, edit, disable, disabled } = say[language];
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
    await page.getByRole('button', { name: edit }).click();
    await page.getByRole('button', { name: disable }).click();
    await page
      .getByRole('row')
      .filter({ hasText: `kiemtra.${language}` })
      .getByText(disabled)
      .waitFor();
    expect(await me()).toBe(401);
  });
});
