import { SavedView, type SavedList, type SaveView } from '../contract/saved-view.js';
import type { Database } from '../../prisma/client.js';
import { isUniqueViolation } from './unique-violation.js';

/** Filters that somebody wants to find again. Nobody else sees them. */
export const savedViews = (database: Database) => ({
  list: async (list: SavedList | undefined, userId: string): Promise<SavedView[]> => {
    const rows = await database.savedView.findMany({
      where: { accountId: userId, ...(list === undefined ? {} : { list }) },
      select: { id: true, list: true, name: true, query: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: 200,
    });
    return rows.map((row) => SavedView.parse(row));
  },

  /** `not-mine`: the id is another person's. `name-taken`: another view of this list has the name. */
  save: async (
    id: string,
    { list, name, query }: SaveView,
    userId: string,
  ): Promise<'saved' | 'not-mine' | 'name-taken'> => {
    try {
      const saved = await database.$executeRaw`
        insert into saved_view (id, account_id, list, name, query)
        values (${id}::uuid, ${userId}::uuid, ${list}, ${name}, ${JSON.stringify(query)}::jsonb)
        on conflict (id) do update set list = excluded.list, name = excluded.name, query = excluded.query
        where saved_view.account_id = excluded.account_id`;
      return saved === 0 ? 'not-mine' : 'saved';
    } catch (error) {
      if (isUniqueViolation(error)) return 'name-taken';
      throw error;
    }
  },

  remove: async (id: string, userId: string): Promise<boolean> =>
    (await database.savedView.deleteMany({ where: { id, accountId: userId } })).count > 0,
});
export type SavedViews = ReturnType<typeof savedViews>;
