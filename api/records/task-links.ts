import type { Viewer } from '../../domain/access/viewer.js';
import type { Instant } from '../../domain/time/instant.js';
import { changeChannel } from '../../prisma/change-channel.js';
import type { Database, Transaction } from '../../prisma/client.js';
import { mostFailedCodes } from '../contract/task-link.js';
import { isSame, linkKeys } from './link-keys.js';
import type { Vault } from './vault.js';

export interface LinkToIssue {
  readonly id: string;
  readonly taskId: string;
  readonly caseId: string;
  readonly agencyId: string;
  readonly issuedBy: string;
  readonly issuerAgencyId: string | null;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly withCode: boolean;
}

/** A link that was found by its token: what its uses are written down under. */
export interface LinkInUse {
  readonly id: string;
  readonly caseId: string;
  readonly agencyId: string;
}

/** What is done by a link itself. Each use leaves a row, with ids only. */
export type LinkUse = 'link-opened' | 'link-unlocked' | 'link-code-failed' | 'link-asked-again';

/** Links of agencies without an account: issued, withdrawn, used. */
export const taskLinks = (database: Database, vault: Vault) => {
  const keys = linkKeys(vault);
  return {
    keys,

    /** May run twice: a link that is there stays as it is. */
    issue: (link: LinkToIssue): Promise<void> =>
      database.$transaction(async (transaction) => {
        const { withCode, issuerAgencyId, ...row } = link;
        const codeHash = withCode ? keys.codeHash(link.id, keys.codeOf(link.id)) : null;
        const { count } = await transaction.taskLink.createMany({
          data: [{ ...row, codeHash }],
          skipDuplicates: true,
        });
        if (count === 1)
          await write(transaction, {
            action: 'issue-link',
            link,
            by: { kind: 'user', userId: link.issuedBy, agencyId: issuerAgencyId },
            now: link.issuedAt,
          });
      }),

    withdraw: (link: LinkInUse, { userId, agencyId }: Viewer, now: Instant): Promise<void> =>
      database.$transaction(async (transaction) => {
        const { count } = await transaction.taskLink.updateMany({
          where: { id: link.id, withdrawnAt: null },
          data: { withdrawnAt: now },
        });
        if (count === 1) {
          const by = { kind: 'user', userId, agencyId } as const;
          await write(transaction, { action: 'withdraw-link', link, by, now });
        }
      }),

    /**
     * Is this the link's code? The attempt is taken before it is looked at and given back when it was right, so that
     * however many come at once, no more than the few are compared.
     */
    tryCode: async (link: LinkInUse, code: string, now: Instant): Promise<'right' | 'wrong' | 'locked'> => {
      const [row] = await database.$queryRaw<{ code_hash: string | null }[]>`
        update task_link set failed_codes = failed_codes + 1
        where id = ${link.id}::uuid and failed_codes < ${mostFailedCodes} returning code_hash`;
      if (row === undefined) return 'locked';
      const isRight = isSame(keys.codeHash(link.id, code), row.code_hash ?? '');
      if (isRight)
        await database.$executeRaw`update task_link set failed_codes = failed_codes - 1 where id = ${link.id}::uuid`;
      const action = isRight ? 'link-unlocked' : 'link-code-failed';
      await write(database, { action, link, by: itself(link), now });
      return isRight ? 'right' : 'wrong';
    },

    /** Somebody holds a link that is good no more and needs another; asked once. */
    askAgain: (link: LinkInUse, now: Instant): Promise<void> =>
      database.$transaction(async (transaction) => {
        const { count } = await transaction.taskLink.updateMany({
          where: { id: link.id, askedAgainAt: null },
          data: { askedAgainAt: now },
        });
        if (count === 0) return;
        await write(transaction, { action: 'link-asked-again', link, by: itself(link), now });
        await transaction.$executeRaw`select pg_notify(${changeChannel}, ${`case ${link.caseId}`})`;
      }),

    noteOpened: (link: LinkInUse, now: Instant): Promise<void> =>
      write(database, { action: 'link-opened', link, by: itself(link), now }),
  };
};
export type TaskLinks = ReturnType<typeof taskLinks>;

interface Writer {
  readonly kind: 'user' | 'link';
  readonly userId: string;
  readonly agencyId: string | null;
}

const itself = (link: LinkInUse): Writer => ({
  kind: 'link',
  userId: link.id,
  agencyId: link.agencyId,
});

interface Use {
  readonly action: LinkUse | 'issue-link' | 'withdraw-link';
  readonly link: LinkInUse;
  readonly by: Writer;
  readonly now: Instant;
}

async function write(
  transaction: Transaction | Database,
  { action, link, by: { kind, ...who }, now }: Use,
): Promise<void> {
  const data = { at: now, actorKind: kind, ...who, action, caseId: link.caseId, subjectId: link.id };
  await transaction.audit.create({ data: { ...data, fields: [] } });
}
