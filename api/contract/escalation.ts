import { z } from 'zod';
import { uuid } from './text.js';
import { flag, pageOf, pageQuery } from './page.js';
import { subjectKinds } from './task.js';

export const escalationActions = ['nudged', 'reassigned', 'extended', 'wait-until'] as const;

export const EscalationView = z
  .strictObject({
    id: uuid,
    subject: z.strictObject({ kind: z.enum(subjectKinds), id: uuid, code: z.string() }),
    caseVersion: z.number().int(),
    taskId: uuid,
    taskTitle: z.string(),
    level: z.number().int().min(1).max(3),
    raisedAt: z.string(),
    /** What raised it, where it was not time. */
    cause: z.enum(['returned-twice']).optional(),
    to: z.strictObject({ agencyId: uuid.optional(), name: z.string().optional(), role: z.string() }),
    holder: z.string().nullable(),
    dueAt: z.string().optional(),
    /** That deadline was our own target, not law. */
    serviceLevel: z.boolean().optional(),
    acknowledgedAt: z.string().optional(),
    acknowledgedBy: z.string().optional(),
    action: z.enum(escalationActions).optional(),
    until: z.string().optional(),
    /** The task ended without it: nothing is left to act on. */
    taskEndedAt: z.string().optional(),
    rehearsal: z.boolean(),
  })
  .meta({ id: 'Escalation' });
export type EscalationView = z.output<typeof EscalationView>;

export const EscalationsQuery = z.strictObject({
  level: z.coerce.number().int().min(1).max(3).optional(),
  acknowledged: flag.default(false),
  /** Those about tasks of this agency. */
  agency: uuid.optional(),
  rehearsal: flag.default(false),
  ...pageQuery,
});
export type EscalationsQuery = z.output<typeof EscalationsQuery>;
export const EscalationPage = pageOf(EscalationView);
