import type { Page } from 'playwright-core';
import { goInside, press, say, sendEmpty, tryFolded, unfold } from './hands.js';
import type { Sight, View } from './view.js';

const boxes = ['mine', 'unassigned', 'overdue', 'soon', 'others', 'done'] as const;

export const coordinatorViews = (sight: Sight): readonly View[] => [
  { name: 'work', path: '/work' },
  ...boxes.map((box) => ({ name: `work-${box}`, path: `/work?box=${box}` })),
  { name: 'work-others-chosen', path: '/work?box=others', reach: chooseThree },
  { name: 'session-ended', path: '/work', reach: endSession },
  ...caseLists,
  ...caseViews(sight),
  ...taskViews(sight),
  ...historyViews(sight),
  ...registerViews,
  ...procedureViews(sight),
  ...rehearsalViews(sight),
  ...lostViews,
];

const chooseThree = (page: Page): Promise<void> => press(page, /^Chọn \d+ nhiệm vụ/);

async function endSession(page: Page): Promise<void> {
  await page.route('**/api/v1/tasks?*', (route) => route.fulfill({ status: 401 }));
  await page.getByRole('link', { name: say['box.unassigned'] }).click();
  await page.getByRole('dialog').waitFor();
}

const caseLists: readonly View[] = [
  { name: 'cases', path: '/cases' },
  { name: 'cases-filtered', path: '/cases?phase=verification&status=open&sort=due', reach: unfold },
  { name: 'cases-none', path: '/cases?q=HN-1999' },
];

const caseViews = ({ ids, stage }: Sight): readonly View[] => [
  { name: 'case', path: `/cases/${ids.caseId}`, readme: true },
  { name: 'case-unfolded', path: `/cases/${ids.caseId}`, reach: unfold },
  { name: 'case-paper', path: `/cases/${ids.caseId}`, printed: true },
  { name: 'case-closed', path: `/cases/${ids.closedCaseId}`, reach: unfold },
  { name: 'case-escalated', path: `/cases/${ids.escalatedCaseId}`, reach: unfold },
  {
    name: 'case-problems',
    path: `/cases/${stage.caseId}`,
    reach: async (page) => {
      await tryFolded(page, say['consent.record']);
      await tryFolded(page, say['act.record-fact']);
      await tryFolded(page, say['act.exclude']);
    },
  },
  { name: 'case-consents', path: `/cases/${stage.caseId}`, reach: unfold },
  {
    name: 'case-person',
    path: `/cases/${stage.caseId}`,
    reach: async (page) => {
      await press(page, say['person.show']);
      await page.getByRole('button', { name: say['person.hide'] }).waitFor();
    },
  },
  {
    name: 'case-person-form',
    reach: async (page) => {
      await press(page, say['person.correct']);
      await page.getByRole('button', { name: say['person.save'] }).waitFor();
    },
  },
];

const taskViews = ({ ids, stage }: Sight): readonly View[] => [
  { name: 'task', path: `/tasks/${ids.taskId}` },
  { name: 'task-unfolded', path: `/tasks/${ids.taskId}`, reach: unfold },
  {
    name: 'task-problems',
    path: `/tasks/${stage.taskId}`,
    reach: (page) => sendEmpty(page, say['act.complete-submit']),
  },
  { name: 'task-done', path: `/tasks/${ids.doneTaskId}`, reach: unfold },
  { name: 'task-on-behalf', path: `/tasks/${stage.taskId}`, reach: unfold },
  {
    name: 'task-link',
    path: `/tasks/${stage.taskId}`,
    reach: async (page) => {
      await press(page, say['links.issue']);
      await page.getByText(say['links.once']).waitFor();
    },
  },
  { name: 'task-paper', printed: true },
  {
    name: 'task-recorded',
    path: `/tasks/${stage.taskId}`,
    reach: async (page) => {
      await tryFolded(page, say['act.nudge']);
      await page.getByRole('heading', { name: say['done.title'] }).waitFor();
    },
  },
];

const historyViews = ({ ids }: Sight): readonly View[] => [
  { name: 'history', path: `/cases/${ids.caseId}/history` },
  { name: 'history-unfolded', path: `/cases/${ids.escalatedCaseId}/history`, reach: unfold },
  { name: 'history-deadlines', path: `/cases/${ids.escalatedCaseId}/history?kind=deadline` },
  { name: 'history-closed', path: `/cases/${ids.closedCaseId}/history` },
  { name: 'history-paper', path: `/cases/${ids.closedCaseId}/history`, printed: true },
];

/** The consent of a registration, after its purpose. */
async function fillConsent(page: Page): Promise<void> {
  await page.getByLabel(say['consent.agency']).fill('nha nuoc thanh pho ha noi');
  await press(page, /Trung tâm trợ giúp pháp lý/);
  await page.getByLabel(say['consent-scope.identity']).check();
  await page.getByLabel(say['consent-giver.person']).check();
  await page.getByLabel(say['consent-proof.signed']).check();
  await page.getByLabel(say['consent.evidence']).fill('Phiếu mẫu số 1');
}

const next = (page: Page): Promise<void> => press(page, say['register.next']);

const registerViews: readonly View[] = [
  { name: 'register', path: '/cases/register' },
  {
    name: 'register-problems',
    path: '/cases/register',
    reach: (page) => sendEmpty(page, say['register.next']),
  },
  {
    name: 'register-duplicates',
    path: '/cases/register',
    reach: async (page) => {
      await page.getByLabel(say['duplicates.name']).fill('Người Mẫu');
      await press(page, say['duplicates.search']);
      await page.getByRole('status').filter({ hasText: /\S/ }).first().waitFor();
    },
  },
  {
    name: 'register-person',
    reach: async (page) => {
      await page.getByLabel(say['register.place']).fill('hoan kiem');
      await press(page, /Phường Hoàn Kiếm/);
      await page.getByRole('group', { name: say['register.rehearsal'] }).getByLabel(say['yes']).check();
      await next(page);
    },
  },
  { name: 'register-events', reach: next },
  {
    name: 'register-needs',
    reach: async (page) => {
      await next(page);
      await page.getByLabel(say['register.consent-given']).check();
      await page.getByLabel(say['consent.purpose']).selectOption({ label: say['consent-purpose.legal-aid'] });
    },
  },
  {
    name: 'register-check',
    reach: async (page) => {
      await fillConsent(page);
      await next(page);
    },
  },
  {
    name: 'register-done',
    reach: async (page) => {
      await press(page, say['register.submit']);
      await page.getByRole('heading', { name: say['registered.title'] }).waitFor();
    },
  },
];

const procedureViews = ({ ids }: Sight): readonly View[] => [
  { name: 'overdue', path: '/overdue' },
  { name: 'procedures', path: '/procedures' },
  { name: 'procedure', path: '/procedures/vn-2025@1' },
  { name: 'procedure-load', path: '/procedures/vn-2025@1?look=load' },
  { name: 'procedure-case', path: `/procedures/vn-2025@1?case=${ids.caseId}`, reach: unfold },
];

const rehearsalViews = ({ stage }: Sight): readonly View[] => [
  { name: 'rehearsal', path: '/rehearsal' },
  {
    name: 'rehearsal-moved',
    path: '/rehearsal',
    reach: async (page) => {
      const ours = page.getByRole('listitem').filter({ hasText: stage.code });
      await ours.getByLabel(say['rehearsal.days']).fill('12');
      await ours.getByRole('button', { name: say['rehearsal.forward'] }).click();
      await ours.getByRole('heading', { level: 3 }).waitFor();
    },
  },
  { name: 'case-consent-expired', path: `/cases/${stage.caseId}` },
];

/** Where there is nothing, and where something did not arrive. */
const lostViews: readonly View[] = [
  { name: 'not-found', path: '/nowhere' },
  { name: 'case-not-found', path: '/cases/00000000-0000-4000-8000-000000000000', broken: true },
  {
    name: 'page-failed',
    path: '/work',
    broken: true,
    reach: async (page) => {
      await page.route('**/assets/calendar-page*', (route) => route.abort());
      await goInside(page, '/admin/calendar');
      await page.getByRole('heading', { name: say['failed.title'] }).waitFor();
    },
  },
  {
    name: 'system-away',
    path: '/work',
    broken: true,
    reach: async (page) => {
      await page.route('**/api/v1/me', (route) => route.abort());
      await page.reload();
      await page.getByRole('heading', { name: say['away.title'] }).waitFor();
    },
  },
];
