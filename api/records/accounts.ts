import { AdminUser, needsAgency, type ChangeUser, type CreateUser } from '../contract/admin-user.js';
import { fieldProblem, Problem, type Finding } from '../problem.js';
import type { Database, Transaction } from '../../prisma/client.js';
import {
  announceAccount,
  endSessionsOf,
  noteAct,
  type Acting,
  type Administering,
} from './administration-audit.js';
import { isUniqueViolation } from './unique-violation.js';

/** Accounts as administrators make and change them. Every change leaves its audit row in the same transaction. */
export const accounts = (database: Database) => ({
  /** `false`: this id was used already, by the same request sent before. */
  create: async (
    id: string,
    user: CreateUser & { readonly passwordHash: string },
    by: Acting,
  ): Promise<boolean> => {
    await checkAgency(database, user);
    try {
      await database.$transaction(async (transaction) => {
        await transaction.account.create({
          data: { ...user, id, passphraseTemporary: true, createdAt: by.now },
        });
        const fields = ['username', 'title', 'roles', 'agencyId', 'language'];
        await noteAct(transaction, { action: 'create-user', subjectId: id, fields }, by);
      });
      return true;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      if ((await database.account.count({ where: { id } })) > 0) return false;
      throw fieldProblem({ pointer: '/username', code: 'username-taken' });
    }
  },

  /** Throws `not-found`, and whatever the rules for administrators say. */
  change: (id: string, change: ChangeUser, by: Administering): Promise<void> =>
    database.$transaction(async (transaction) => {
      const administrators = await lockAdministrators(transaction);
      const account = await transaction.account.findUnique({ where: { id } });
      if (account === null) throw new Problem('not-found');
      const { disabled, ...fields } = withoutUndefined(change);
      const roles = fields.roles ?? AdminUser.shape.roles.parse(account.roles);
      const disabledAt =
        disabled === undefined ? account.disabledAt : disabled ? (account.disabledAt ?? by.now) : null;
      checkAdministrators(id, {
        remains: disabledAt === null && roles.includes('administrator'),
        administrators,
        by,
      });
      const agencyId = fields.agencyId === undefined ? account.agencyId : fields.agencyId;
      if (fields.roles !== undefined || fields.agencyId !== undefined)
        await checkAgency(transaction, { roles, agencyId });
      await transaction.account.update({ where: { id }, data: { ...fields, disabledAt } });
      if (Object.keys(fields).length > 0)
        await noteAct(transaction, { action: 'change-user', subjectId: id, fields: Object.keys(fields) }, by);
      if (disabled !== undefined && disabled !== (account.disabledAt !== null)) {
        const action = disabled ? 'disable-user' : 'enable-user';
        await noteAct(transaction, { action, subjectId: id, fields: ['disabled'] }, by);
      }
      if (disabledAt !== null) await endSessionsOf(transaction, id);
      await announceAccount(transaction, id);
    }),

  /** Their own choice: the temporary one is gone, and so is every session of the account. */
  choosePassphrase: (id: string, passwordHash: string, by: Administering): Promise<void> =>
    database.$transaction(async (transaction) => {
      await transaction.account.update({ where: { id }, data: { passwordHash, passphraseTemporary: false } });
      await noteAct(transaction, { action: 'change-passphrase', subjectId: id, fields: ['passphrase'] }, by);
      await endSessionsOf(transaction, id);
      await announceAccount(transaction, id);
    }),
});
export type Accounts = ReturnType<typeof accounts>;

/** Two administrators who take each other's role at the same moment must not both succeed. */
async function lockAdministrators(transaction: Transaction): Promise<readonly string[]> {
  const rows = await transaction.$queryRaw<{ id: string }[]>`
    select id from account where 'administrator' = any(roles) and disabled_at is null order by id for update`;
  return rows.map(({ id }) => id);
}

interface AdministratorsAfter {
  /** Is the changed account an administrator in use afterwards? */
  readonly remains: boolean;
  readonly administrators: readonly string[];
  readonly by: Administering;
}

function checkAdministrators(id: string, { remains, administrators, by }: AdministratorsAfter): void {
  if (remains || !administrators.includes(id)) return;
  if (administrators.length === 1) throw new Problem('last-administrator');
  if (id === by.viewer.userId) throw new Problem('own-account');
}

async function checkAgency(
  database: Pick<Database, 'agency'>,
  { roles, agencyId }: Pick<CreateUser, 'roles' | 'agencyId'>,
): Promise<void> {
  const finding = (code: Finding['code']) => fieldProblem({ pointer: '/agencyId', code });
  if (agencyId === null) {
    if (needsAgency(roles)) throw finding('agency-needed');
    return;
  }
  if ((await database.agency.count({ where: { id: agencyId } })) === 0) throw finding('agency-unknown');
}

const withoutUndefined = ({ title, roles, agencyId, disabled }: ChangeUser) => ({
  ...(title === undefined ? {} : { title }),
  ...(roles === undefined ? {} : { roles }),
  ...(agencyId === undefined ? {} : { agencyId }),
  ...(disabled === undefined ? {} : { disabled }),
});
