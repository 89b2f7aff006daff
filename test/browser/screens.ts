import type { DemoUsername } from '../../prisma/seed/demo-accounts.js';
import type { Prepared } from './prepared-case.js';

/**
 * The screens by their paths, and whose eyes see them, for what is told of a screen whatever state it is in. Every state
 * of each stands in scripts/screenshots/viewers.ts.
 */
export const screens: Readonly<Partial<Record<DemoUsername, (seen: Prepared) => readonly string[]>>> = {
  coordinator: ({ caseId, task }) => [
    '/work',
    '/cases',
    '/cases/register',
    `/cases/${caseId}`,
    `/cases/${caseId}/history`,
    `/tasks/${task.id}`,
    '/overdue',
    '/procedures',
    '/procedures/vn-2025@1',
    '/rehearsal',
  ],
  supervisor: () => ['/overdue', '/admin/resets'],
  admin: ({ task }) => [
    '/admin/users',
    '/admin/agencies?q=HN-SYT',
    `/admin/agencies/${task.agency?.id ?? ''}`,
    '/admin/resets',
    '/admin/parked-cases',
    '/admin/calendar',
  ],
};
