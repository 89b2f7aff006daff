import { addHours, type Instant } from '../../domain/time/instant.js';
import { resetHours, type ResetView } from '../contract/admin-user.js';
import { Problem } from '../problem.js';
import type { Database } from '../../prisma/client.js';
import { readNames } from '../read/names.js';
import { announceAccount, endSessionsOf, noteAct } from './administration-audit.js';
import type { Viewer } from '../../domain/access/viewer.js';

interface By {
  readonly viewer: Viewer;
  readonly now: Instant;
}

/** States: asked → confirmed by another person, or expired. One open request for each account. */
export const passphraseResets = (database: Database) => ({
  /** Throws `not-found` and `reset-open`. May run twice with the same id. */
  ask: (id: string, accountId: string, by: By): Promise<void> =>
    database.$transaction(async (transaction) => {
      const found = await transaction.$queryRaw<unknown[]>`
        select id from account where id = ${accountId}::uuid for update`;
      if (found.length === 0) throw new Problem('not-found');
      const open = await transaction.passphraseReset.findFirst({
        where: { accountId, ...stillOpen(by.now) },
      });
      if (open?.id === id) return;
      if (open !== null) throw new Problem('reset-open');
      await transaction.passphraseReset.create({
        data: { id, accountId, askedBy: by.viewer.userId, askedAt: by.now },
      });
      await noteAct(transaction, { action: 'ask-reset', subjectId: accountId, fields: [] }, by);
    }),

  /** By a second person. Sets the passphrase, ends every session. Throws `not-found`, `second-person-needed`, `reset-ended`. */
  confirm: (id: string, passwordHash: string, by: By): Promise<void> =>
    database.$transaction(async (transaction) => {
      const reset = await transaction.passphraseReset.findUnique({ where: { id } });
      if (reset === null) throw new Problem('not-found');
      const { accountId } = reset;
      if ([reset.askedBy, accountId].includes(by.viewer.userId)) throw new Problem('second-person-needed');
      const { count } = await transaction.passphraseReset.updateMany({
        where: { id, ...stillOpen(by.now) },
        data: { confirmedBy: by.viewer.userId, endedAt: by.now },
      });
      if (count === 0) throw new Problem('reset-ended');
      await transaction.account.update({
        where: { id: accountId },
        data: { passwordHash, passphraseTemporary: true },
      });
      await noteAct(
        transaction,
        { action: 'confirm-reset', subjectId: accountId, fields: ['passphrase'] },
        by,
      );
      await endSessionsOf(transaction, accountId);
      await announceAccount(transaction, accountId);
    }),

  /** Newest first: those that are open, and the last that ended. */
  list: (by: By): Promise<ResetView[]> => views(database, {}, by),
  one: async (id: string, by: By): Promise<ResetView | undefined> => (await views(database, { id }, by))[0],
});
export type PassphraseResets = ReturnType<typeof passphraseResets>;

const stillOpen = (now: Instant) => ({ endedAt: null, askedAt: { gt: addHours(now, -resetHours) } });

async function views(database: Database, where: { id?: string }, { viewer, now }: By): Promise<ResetView[]> {
  const rows = await database.passphraseReset.findMany({ where, orderBy: { askedAt: 'desc' }, take: 100 });
  const users = await database.account.findMany({
    where: { id: { in: rows.map(({ accountId }) => accountId) } },
    select: { id: true, username: true, title: true },
  });
  const names = await readNames(database, {
    agencies: [],
    accounts: rows.flatMap(({ askedBy, confirmedBy }) => [askedBy, confirmedBy]),
  });
  const post = (id: string) => ({ id, title: names.account(id)?.title ?? '' });
  return rows.flatMap(({ id, accountId, askedBy, askedAt, confirmedBy }) => {
    const user = users.find((each) => each.id === accountId);
    if (user === undefined) return [];
    const isOpen = confirmedBy === null && askedAt.toISOString() > addHours(now, -resetHours);
    return {
      id,
      user,
      askedBy: post(askedBy),
      askedAt: askedAt.toISOString(),
      state: confirmedBy !== null ? 'confirmed' : isOpen ? 'asked' : 'expired',
      ...(confirmedBy === null ? {} : { confirmedBy: post(confirmedBy) }),
      mayConfirm: isOpen && askedBy !== viewer.userId && accountId !== viewer.userId,
    };
  });
}
