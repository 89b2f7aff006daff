import type { Viewer } from '../../domain/access/viewer.js';
import type { Database } from '../../prisma/client.js';
import type { SealedValue } from '../contract/text.js';
import type { Vault } from './vault.js';

/** A text that a command brings: where it stood in the request, and the id under which it is kept. */
export interface TextToKeep {
  readonly id: string;
  readonly kind: string;
  readonly value: SealedValue;
}

const at = (id: string) => ({ table: 'sealed_text', row: id, column: 'ciphertext' });

/** A text as it goes into its row; the bytes in base64. */
export function sealedColumns({ id, kind, value }: TextToKeep, vault: Vault) {
  const { keyId, nonce, ciphertext } = vault.seal(value.reveal(), at(id));
  return { id, kind, key_id: keyId, nonce: base64(nonce), ciphertext: base64(ciphertext) };
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Free text in sealed rows, kept with the request that brings it. Commands and events carry ids only. */
export const sealedTexts = (database: Database, vault: Vault) => ({
  /** Takes back what came with a command that was refused, unless that command was accepted at another time. */
  drop: async (texts: readonly TextToKeep[], commandId: string): Promise<void> => {
    if (texts.length === 0) return;
    await database.$executeRaw`
      delete from sealed_text where id = any(${texts.map(({ id }) => id)}::uuid[])
        and not exists (select from command where command.id = ${commandId}::uuid)`;
  },

  /** Opens one text of a case. The audit row is written first, in the same transaction: no trace, no text. */
  open: (id: string, reading: TextReading): Promise<OpenedText | undefined> =>
    database.$transaction(async (transaction) => {
      const row = await transaction.sealedText.findFirst({ where: { id, caseId: reading.caseId } });
      if (row === null) return undefined;
      await transaction.audit.create({
        data: {
          at: reading.now,
          actorKind: 'user',
          userId: reading.viewer.userId,
          agencyId: reading.viewer.agencyId,
          action: 'read-text',
          caseId: reading.caseId,
          subjectId: id,
          purpose: reading.purpose,
          fields: [row.kind],
        },
      });
      return { kind: row.kind, text: vault.open(row, at(id)), recordedAt: row.createdAt.toISOString() };
    }),
});
export type SealedTexts = ReturnType<typeof sealedTexts>;

export interface TextReading {
  readonly caseId: string;
  readonly viewer: Viewer;
  readonly purpose: string;
  readonly now: string;
}

export interface OpenedText {
  readonly kind: string;
  readonly text: string;
  readonly recordedAt: string;
}
