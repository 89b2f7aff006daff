import { z } from 'zod';
import { addHours, type Instant } from '../../domain/time/instant.js';
import type { Database } from '../../prisma/client.js';
import { draftDays, DraftSummary, type DraftView, type SaveDraft } from '../contract/draft.js';
import type { Vault } from './vault.js';

/** Whose draft, and when it is asked for. */
export interface Author {
  readonly userId: string;
  readonly now: Instant;
}

const at = (id: string, userId: string) => ({ table: 'draft', row: id, column: `content of ${userId}` });

const Content = z.record(z.string(), z.unknown());
const { kind: Kind } = DraftSummary.shape;

/** What somebody has begun to type: sealed as a whole, read and written by its author alone. */
export const drafts = (database: Database, vault: Vault) => ({
  list: async (kind: DraftSummary['kind'] | undefined, { userId, now }: Author): Promise<DraftSummary[]> => {
    await removeForgotten(database, now);
    const rows = await database.draft.findMany({
      where: { accountId: userId, ...(kind === undefined ? {} : { kind }) },
      select: { id: true, kind: true, savedAt: true },
      orderBy: [{ savedAt: 'desc' }, { id: 'asc' }],
      take: 100,
    });
    return rows.map(summary);
  },

  open: async (id: string, { userId, now }: Author): Promise<DraftView | undefined> => {
    const row = await database.draft.findFirst({
      where: { id, accountId: userId, savedAt: { gte: oldest(now) } },
    });
    if (row === null) return undefined;
    return { ...summary(row), content: Content.parse(JSON.parse(vault.open(row, at(id, userId)))) };
  },

  /** Undefined where the id is another person's draft. */
  save: async (
    id: string,
    { kind, content }: SaveDraft,
    { userId, now }: Author,
  ): Promise<DraftSummary | undefined> => {
    await removeForgotten(database, now);
    const { keyId, nonce, ciphertext } = vault.seal(content.reveal(), at(id, userId));
    const saved = await database.$executeRaw`
      insert into draft (id, account_id, kind, key_id, nonce, ciphertext, saved_at)
      values (${id}::uuid, ${userId}::uuid, ${kind}, ${keyId}, ${nonce}, ${ciphertext}, ${now}::timestamptz)
      on conflict (id) do update set kind = excluded.kind, key_id = excluded.key_id, nonce = excluded.nonce,
        ciphertext = excluded.ciphertext, saved_at = excluded.saved_at
      where draft.account_id = excluded.account_id`;
    return saved === 0 ? undefined : { id, kind, savedAt: now };
  },

  /** Is it gone now? `false`: there was none of this author. */
  remove: async (id: string, userId: string): Promise<boolean> =>
    (await database.draft.deleteMany({ where: { id, accountId: userId } })).count > 0,
});
export type Drafts = ReturnType<typeof drafts>;

const oldest = (now: Instant): Instant => addHours(now, -24 * draftDays);

/** Nobody's drafts stay for ever; one walk along an index, on the way of whoever lists or saves. */
const removeForgotten = (database: Database, now: Instant) =>
  database.draft.deleteMany({ where: { savedAt: { lt: oldest(now) } } });

const summary = (row: {
  readonly id: string;
  readonly kind: string;
  readonly savedAt: Date;
}): DraftSummary => ({
  id: row.id,
  kind: Kind.parse(row.kind),
  savedAt: row.savedAt.toISOString(),
});
