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

/** A case and a task of the viewer's agency, and rarer ones that it may see; empty where it has none. */
export interface Ids {
  readonly caseId: string;
  readonly taskId: string;
  readonly doneTaskId: string;
  readonly closedCaseId: string;
  readonly escalatedCaseId: string;
}

/** Everything that is pictured, by whose eyes. A new screen is one line here. */
export const viewers: readonly Viewer[] = [
  {
    username: 'commune',
    screens: ({ taskId, caseId }) => [
      { name: 'commune-work', path: '/work', readme: true },
      { name: 'commune-task', path: `/tasks/${taskId}`, readme: true },
      { name: 'commune-case', path: `/cases/${caseId}` },
      { name: 'commune-register', path: '/cases/register' },
    ],
  },
  {
    username: 'coordinator',
    screens: ({ caseId, taskId, doneTaskId, closedCaseId, escalatedCaseId }) => [
      { name: 'work', path: '/work' },
      { name: 'work-overdue', path: '/work?box=overdue' },
      { name: 'work-others', path: '/work?box=others' },
      { name: 'work-none', path: '/work?box=mine' },
      { name: 'work-done', path: '/work?box=done' },
      { name: 'cases', path: '/cases' },
      { name: 'cases-none', path: '/cases?q=HN-1999' },
      { name: 'case', path: `/cases/${caseId}`, readme: true },
      { name: 'case-unfolded', path: `/cases/${caseId}`, unfolded: true },
      { name: 'case-closed', path: `/cases/${closedCaseId}` },
      { name: 'case-escalated', path: `/cases/${escalatedCaseId}` },
      { name: 'history', path: `/cases/${caseId}/history` },
      { name: 'history-unfolded', path: `/cases/${escalatedCaseId}/history`, unfolded: true },
      { name: 'task', path: `/tasks/${taskId}` },
      { name: 'task-unfolded', path: `/tasks/${taskId}`, unfolded: true },
      { name: 'task-done', path: `/tasks/${doneTaskId}` },
      { name: 'overdue', path: '/overdue' },
      { name: 'procedures', path: '/procedures' },
      { name: 'procedure', path: '/procedures/vn-2025@1' },
      { name: 'procedure-load', path: '/procedures/vn-2025@1?look=load' },
      { name: 'procedure-case', path: `/procedures/vn-2025@1?case=${caseId}` },
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
const Escalations = z.object({ items: z.array(z.object({ subject: z.object({ id: z.string() }) })) });

/** What there is to be seen: the first task of the agency and its case, else the first case. */
export async function idsFor(request: APIRequestContext, url: string): Promise<Ids> {
  const rows = async <Row>(path: string, shape: z.ZodType<{ items: Row[] }>): Promise<Row[]> => {
    const answer = await request.get(`${url}/api/v1${path}`);
    return answer.ok() ? shape.parse(await answer.json()).items : [];
  };
  const ofCase = (tasks: z.infer<typeof Tasks>['items']) =>
    tasks.find(({ subject }) => subject.kind === 'case');
  const task = ofCase(await rows('/tasks?box=agency&limit=25', Tasks));
  const done = ofCase(await rows('/tasks?box=done&limit=25', Tasks));
  const [first] = await rows('/cases?limit=1', Cases);
  const [closed] = await rows('/cases?status=closed&limit=1', Cases);
  const [escalation] = await rows('/escalations?limit=1', Escalations);
  const caseId = task?.subject.id ?? first?.id ?? '';
  return {
    taskId: task?.id ?? '',
    caseId,
    doneTaskId: done?.id ?? '',
    closedCaseId: closed?.id ?? caseId,
    escalatedCaseId: escalation?.subject.id ?? caseId,
  };
}
