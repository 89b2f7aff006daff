import type { Page } from 'playwright-core';
import { z } from 'zod';
import { adminViews } from './admin-views.js';
import { coordinatorViews } from './coordinator-views.js';
import { press, say, sendEmpty, tryFolded, unfold } from './hands.js';
import { linkViews } from './link-views.js';
import type { Sight, View, Viewer } from './view.js';

/** Everything that can be seen, by whose eyes. A new screen is one line in one of these lists. */
export const viewers: readonly Viewer[] = [
  { name: 'stranger', views: () => strangerViews },
  { name: 'commune', username: 'commune', views: (sight) => communeViews(sight) },
  { name: 'coordinator', username: 'coordinator', views: coordinatorViews },
  { name: 'supervisor', username: 'supervisor', views: (sight) => supervisorViews(sight) },
  { name: 'police', username: 'police', views: (sight) => agencyViews('police', sight) },
  { name: 'shelter', username: 'shelter', views: (sight) => agencyViews('shelter', sight) },
  { name: 'auditor', username: 'auditor', views: (sight) => auditorViews(sight) },
  { name: 'admin', username: 'admin', views: adminViews },
  { name: 'agency by link', views: linkViews },
];

const strangerViews: readonly View[] = [
  { name: 'sign-in', path: '/' },
  {
    name: 'sign-in-refused',
    path: '/',
    reach: async (page) => {
      await page.getByLabel(say['sign-in.username']).fill('khongco');
      await page.getByLabel(say['sign-in.password'], { exact: true }).fill('sai mat khau nay');
      await page.getByRole('button', { name: say['sign-in.submit'], exact: true }).click();
      await page.getByRole('alert').waitFor();
    },
  },
];

const communeViews = ({ ids }: Sight): readonly View[] => [
  { name: 'commune-work', path: '/work', readme: true },
  { name: 'commune-task', path: `/tasks/${ids.taskId}`, readme: true },
  { name: 'commune-task-unfolded', path: `/tasks/${ids.taskId}`, reach: unfold },
  {
    name: 'commune-task-problems',
    path: `/tasks/${ids.taskId}`,
    reach: (page) => sendEmpty(page, say['act.complete-submit']),
  },
  { name: 'commune-cases', path: '/cases' },
  { name: 'commune-case', path: `/cases/${ids.caseId}`, reach: unfold },
  { name: 'commune-history', path: `/cases/${ids.caseId}/history`, reach: unfold },
  { name: 'commune-register', path: '/cases/register' },
  { name: 'choose-passphrase', path: '/work', reach: makePassphraseTemporary },
  {
    name: 'choose-passphrase-differ',
    reach: async (page) => {
      const fields = [say['passphrase.current'], say['passphrase.next'], say['passphrase.again']];
      for (const [index, label] of fields.entries())
        await page.getByLabel(label, { exact: true }).fill(`mat khau thu ${String(index)}`);
      await press(page, say['passphrase.submit']);
      await page.getByRole('alert').waitFor();
    },
  },
];

/** As after an administrator has set it, so that a look changes no account. */
async function makePassphraseTemporary(page: Page): Promise<void> {
  await page.route('**/api/v1/me', async (route) => {
    const answer = await route.fetch();
    const me = z.looseObject({}).parse(await answer.json());
    await route.fulfill({ json: { ...me, passphraseTemporary: true } });
  });
  await page.reload();
  await page.getByRole('heading', { name: say['passphrase.title'] }).waitFor();
}

const supervisorViews = ({ ids }: Sight): readonly View[] => [
  { name: 'supervisor-work', path: '/work' },
  { name: 'supervisor-overdue', path: '/overdue', readme: true },
  { name: 'supervisor-overdue-level', path: '/overdue?level=1' },
  {
    name: 'supervisor-overdue-chosen',
    path: '/overdue',
    reach: async (page) => {
      await press(page, /^Chọn \d+ nhiệm vụ/);
      await unfold(page);
    },
  },
  {
    name: 'supervisor-overdue-problems',
    path: '/overdue',
    reach: (page) => tryFolded(page, say['overdue.answer']),
  },
  { name: 'supervisor-case', path: `/cases/${ids.escalatedCaseId}`, reach: unfold },
  { name: 'supervisor-history', path: `/cases/${ids.escalatedCaseId}/history`, reach: unfold },
  { name: 'supervisor-resets', path: '/admin/resets' },
];

const agencyViews = (name: string, { ids }: Sight): readonly View[] => [
  { name: `${name}-work`, path: '/work' },
  { name: `${name}-task`, path: `/tasks/${ids.taskId}`, reach: unfold },
  { name: `${name}-case`, path: `/cases/${ids.caseId}`, reach: unfold },
];

const auditorViews = ({ ids }: Sight): readonly View[] => [
  { name: 'auditor-cases', path: '/cases' },
  { name: 'auditor-case', path: `/cases/${ids.caseId}`, reach: unfold },
  { name: 'auditor-history', path: `/cases/${ids.caseId}/history` },
  {
    name: 'auditor-accesses',
    path: `/cases/${ids.caseId}/history`,
    reach: (page) => press(page, say['accesses.all']),
  },
];
