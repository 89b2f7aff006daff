import type { Viewer } from '../../domain/access/viewer.js';
import { changeChannel } from '../../prisma/change-channel.js';
import type { Transaction } from '../../prisma/client.js';

/** Who acts, and when. Without a viewer: whoever operates the server, at its command line. */
export interface Acting {
  readonly viewer: Viewer | undefined;
  readonly now: string;
}

/** Who administers, and when. */
export interface Administering extends Acting {
  readonly viewer: Viewer;
}

export interface AdministrativeAct {
  readonly action:
    | 'create-user'
    | 'change-user'
    | 'disable-user'
    | 'enable-user'
    | 'ask-reset'
    | 'confirm-reset'
    | 'change-passphrase'
    | 'create-agency'
    | 'change-agency';
  /** The account or agency that was changed. */
  readonly subjectId: string;
  /** Names of fields, never their values. */
  readonly fields: readonly string[];
}

/** In the transaction of the change itself: no change without its trace. */
export async function noteAct(
  transaction: Transaction,
  { action, subjectId, fields }: AdministrativeAct,
  { viewer, now }: Acting,
): Promise<void> {
  const who =
    viewer === undefined
      ? { actorKind: 'system' }
      : { actorKind: 'user', userId: viewer.userId, agencyId: viewer.agencyId };
  await transaction.audit.create({ data: { at: now, ...who, action, subjectId, fields: [...fields] } });
}

/** Live streams of this account ask at once whether it may still listen. */
export async function announceAccount(transaction: Transaction, userId: string): Promise<void> {
  await transaction.$executeRaw`select pg_notify(${changeChannel}, ${`account ${userId}`})`;
}

export async function endSessionsOf(transaction: Transaction, userId: string): Promise<void> {
  await transaction.$executeRaw`delete from session where sess ->> 'userId' = ${userId}`;
}
