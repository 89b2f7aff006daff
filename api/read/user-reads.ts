import { foldedName } from '../../prisma/seed/folded-name.js';
import type { Database } from '../../prisma/client.js';
import { AdminUser, type UsersQuery } from '../contract/admin-user.js';
import type { Page } from '../contract/page.js';
import type { Language } from '../../messages/message.js';
import { fieldProblem } from '../problem.js';

/** Accounts as an administrator sees them. */
export const userReads = (database: Database) => ({
  page: (query: UsersQuery, language: Language): Promise<Page<AdminUser>> =>
    userPage(database, query, language),
  one: async (id: string, language: Language): Promise<AdminUser | undefined> =>
    (await usersOf(database, [id], language))[0],
});
export type UserReads = ReturnType<typeof userReads>;

/** By username; the cursor is the last one shown. */
async function userPage(database: Database, query: UsersQuery, language: Language): Promise<Page<AdminUser>> {
  const after = query.cursor === undefined ? '' : usernameIn(query.cursor);
  const rows = await database.account.findMany({
    where: { username: { gt: after }, ...(query.agency === undefined ? {} : { agencyId: query.agency }) },
    select: { id: true, username: true, title: true },
    orderBy: { username: 'asc' },
  });
  const wanted = foldedName(query.q ?? '');
  const found = rows.filter(({ username, title }) => foldedName(`${username} ${title}`).includes(wanted));
  const shown = found.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: await usersOf(
      database,
      shown.map(({ id }) => id),
      language,
    ),
    next:
      found.length > shown.length && last !== undefined
        ? Buffer.from(last.username).toString('base64url')
        : null,
  };
}

function usernameIn(cursor: string): string {
  const username = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!/^[a-z0-9.-]{1,40}$/.test(username)) throw fieldProblem({ pointer: '/cursor', code: 'cursor' });
  return username;
}

async function usersOf(database: Database, ids: readonly string[], language: Language): Promise<AdminUser[]> {
  const rows = await database.account.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { username: 'asc' },
  });
  const agencies = await database.agency.findMany({
    where: { id: { in: rows.flatMap(({ agencyId }) => agencyId ?? []) } },
    select: { id: true, nameVi: true, nameEn: true },
  });
  return rows.map((row) => {
    const agency = agencies.find(({ id }) => id === row.agencyId);
    return AdminUser.parse({
      id: row.id,
      username: row.username,
      title: row.title,
      roles: row.roles,
      agency:
        agency === undefined
          ? null
          : { id: agency.id, name: language === 'vi' ? agency.nameVi : agency.nameEn },
      language: row.language,
      passphraseTemporary: row.passphraseTemporary,
      createdAt: row.createdAt.toISOString(),
      ...(row.disabledAt === null ? {} : { disabledAt: row.disabledAt.toISOString() }),
    });
  });
}
