import type { Database } from '../../prisma/client.js';

export interface SessionEvent {
  readonly action: 'sign-in' | 'sign-out' | 'sign-in-failed';
  readonly userId: string | null;
  readonly agencyId: string | null;
  readonly now: string;
}

/** Who came and went. A failed attempt names the account only where there is one. */
export const sessionAudit = (database: Database) => ({
  note: async ({ action, userId, agencyId, now }: SessionEvent): Promise<void> => {
    await database.audit.create({
      data: { at: now, actorKind: 'user', userId, agencyId, action, fields: [] },
    });
  },
});
export type SessionAudit = ReturnType<typeof sessionAudit>;
