import type { Page } from 'playwright-core';
import { say, tryFolded, unfold } from './hands.js';
import type { Sight, View } from './view.js';

export const adminViews = ({ ids }: Sight): readonly View[] => [
  { name: 'admin-users', path: '/admin/users' },
  { name: 'admin-users-none', path: '/admin/users?q=khongco' },
  {
    name: 'admin-user-problems',
    path: '/admin/users',
    reach: (page) => tryFolded(page, say['users.create']),
  },
  { name: 'admin-user-edit', path: '/admin/users?q=commune', reach: editUser },
  { name: 'admin-user-once', path: '/admin/users', reach: createUser },
  { name: 'admin-agencies', path: '/admin/agencies?q=HN-SYT' },
  { name: 'admin-agencies-none', path: '/admin/agencies?q=khongco' },
  {
    name: 'admin-agency-problems',
    path: '/admin/agencies?q=HN-SYT',
    reach: (page) => tryFolded(page, say['agencies.create']),
  },
  { name: 'admin-agency', path: `/admin/agencies/${ids.agencyId}` },
  { name: 'admin-agency-unfolded', path: `/admin/agencies/${ids.agencyId}`, reach: unfold },
  {
    name: 'admin-agency-not-found',
    path: '/admin/agencies/00000000-0000-4000-8000-000000000000',
    broken: true,
  },
  { name: 'admin-resets', path: '/admin/resets' },
  { name: 'admin-parked', path: '/admin/parked-cases' },
  { name: 'admin-parked-unfolded', path: '/admin/parked-cases', reach: unfold },
  { name: 'admin-calendar', path: '/admin/calendar' },
];

const editUser = (page: Page): Promise<void> =>
  page.getByRole('button', { name: `${say['users.edit']} commune`, exact: true }).click();

/** The answer is ours, so that a look creates no account. */
async function createUser(page: Page): Promise<void> {
  const created = {
    user: { id: 'new', username: 'kiemtra.hanoi' },
    passphrase: 'soi-vang-mua-thu-ban-lang-dem-nay',
  };
  await page.route('**/api/v1/admin/users', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 201, json: created }) : route.fallback(),
  );
  await page.locator('summary', { hasText: say['users.create'] }).click();
  await page.getByLabel(say['sign-in.username'], { exact: true }).fill(created.user.username);
  await page.getByLabel(say['users.post'], { exact: true }).fill('Cán bộ kiểm tra, Sở Y tế Hà Nội');
  await page.getByLabel(say['role.auditor'], { exact: true }).check();
  await page.locator('form').getByRole('button', { name: say['users.create'] }).click();
  await page.getByText(created.passphrase).waitFor();
}
