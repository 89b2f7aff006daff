import type { APIRequestContext } from 'playwright-core';
import { z } from 'zod';
import type { DemoUsername } from '../../prisma/seed/demo-accounts.js';

/** One screen as somebody sees it. */
export interface Screen {
  readonly name: string;
  readonly path: string;
  /** Everything that is folded away is opened before the picture is taken. */
  readonly unfolded?: true;
  /** Shown in the README under `docs/screens`. */
  readonly readme?: true;
}

export interface Viewer {
  readonly username: DemoUsername;
  /** The screens, on cases that are there for this viewer. */
  readonly screens: (ids: Ids) => readonly Screen[];
}

/** A case and a task of the viewer's agency; empty where it has none. */
export interface Ids {
  readonly caseId: string;
  readonly taskId: string;
}

/** Everything that is pictured, by whose eyes. A new screen is one line here. */
export const viewers: readonly Viewer[] = [
  {
    username: 'commune',
    screens: ({ taskId }) => [
      { name: 'commune-work', path: '/work', readme: true },
      { name: 'commune-task', path: `/tasks/${taskId}`, readme: true },
      { name: 'commune-register', path: '/cases/register' },
    ],
  },
  {
    username: 'coordinator',
    screens: ({ caseId, taskId }) => [
      { name: 'work', path: '/work' },
      { name: 'work-overdue', path: '/work?box=overdue' },
      { name: 'cases', path: '/cases' },
      { name: 'cases-none', path: '/cases?q=HN-1999' },
      { name: 'case', path: `/cases/${caseId}`, readme: true },
      { name: 'case-unfolded', path: `/cases/${caseId}`, unfolded: true },
      { name: 'history', path: `/cases/${caseId}/history` },
      { name: 'task', path: `/tasks/${taskId}` },
      { name: 'task-unfolded', path: `/tasks/${taskId}`, unfolded: true },
      { name: 'overdue', path: '/overdue' },
      { name: 'procedures', path: '/procedures' },
      { name: 'procedure', path: '/procedures/vn-2025@1' },
      { name: 'rehearsal', path: '/rehearsal' },
      { name: 'not-found', path: '/nowhere' },
    ],
  },
  {
    username: 'supervisor',
    screens: ({ caseId }) => [
      { name: 'supervisor-work', path: '/work' },
      { name: 'supervisor-overdue', path: '/overdue', readme: true },
      { name: 'supervisor-case', path: `/cases/${caseId}` },
    ],
  },
  { username: 'police', screens: ({ taskId }) => [{ name: 'police-task', path: `/tasks/${taskId}` }] },
  { username: 'shelter', screens: ({ taskId }) => [{ name: 'shelter-task', path: `/tasks/${taskId}` }] },
  {
    username: 'auditor',
    screens: ({ caseId }) => [{ name: 'auditor-history', path: `/cases/${caseId}/history` }],
  },
  {
    username: 'admin',
    screens: () => [
      { name: 'admin-users', path: '/admin/users' },
      { name: 'admin-resets', path: '/admin/resets' },
      { name: 'admin-calendar', path: '/admin/calendar' },
    ],
  },
];

const Tasks = z.object({
  items: z.array(z.object({ id: z.string(), subject: z.object({ kind: z.string(), id: z.string() }) })),
});
const Cases = z.object({ items: z.array(z.object({ id: z.string() })) });

/** What there is to be seen: the first task of the agency and its case, else the first case. */
export async function idsFor(request: APIRequestContext, url: string): Promise<Ids> {
  const tasks = await request.get(`${url}/api/v1/tasks?box=agency&limit=25`);
  const { items = [] } = tasks.ok() ? Tasks.parse(await tasks.json()) : {};
  const task = items.find(({ subject }) => subject.kind === 'case');
  if (task !== undefined) return { taskId: task.id, caseId: task.subject.id };
  const cases = await request.get(`${url}/api/v1/cases?limit=1`);
  const first = cases.ok() ? Cases.parse(await cases.json()).items[0] : undefined;
  return { taskId: '', caseId: first?.id ?? '' };
}
