import { z } from 'zod';
import { AccessView } from './access.js';
import { pageOf, pageQuery } from './page.js';
import { code, dayText, uuid } from './text.js';

/** A case that the machine could not go on with. The command `unpark-case` lets it go on. */
export const ParkedCase = z
  .strictObject({
    caseId: uuid,
    code: z.string(),
    version: z.number().int(),
    since: z.string(),
    /** A code, for whoever looks for the fault. */
    why: z.string(),
    rehearsal: z.boolean(),
  })
  .meta({ id: 'ParkedCase' });
export type ParkedCase = z.output<typeof ParkedCase>;
export const ParkedCasePage = pageOf(ParkedCase);

export const AuditQuery = z.strictObject({
  user: uuid.optional(),
  case: uuid.optional(),
  action: code.optional(),
  /** First and last day, in the zone of the procedures. */
  from: dayText.optional(),
  to: dayText.optional(),
  ...pageQuery,
});
export type AuditQuery = z.output<typeof AuditQuery>;

export const AuditEntry = z
  .strictObject({
    ...AccessView.shape,
    userId: uuid.optional(),
    caseId: uuid.optional(),
    /** The task, text, account or agency that it was about. */
    subjectId: uuid.optional(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.output<typeof AuditEntry>;
export const AuditPage = pageOf(AuditEntry);
