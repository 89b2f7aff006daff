import type { DemoUsername } from '../../prisma/seed/demo-accounts.js';
import type { Prepared } from './prepared-case.js';

/** Every screen by its path, and whose eyes see it. A new screen is one line here. */
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
  admin: () => [
    '/admin/users',
    '/admin/agencies?q=HN-SYT',
    '/admin/resets',
    '/admin/parked-cases',
    '/admin/calendar',
  ],
};
