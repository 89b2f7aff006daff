import { Prisma } from '../../prisma/client.js';
import { migrate } from '../../prisma/migrate.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

describe('a migrated database', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  test.each(Object.values(Prisma.ModelName))('has every column that the code knows of %s', async (model) => {
    const columns = await db.database.$queryRaw<{ name: string }[]>`select 1 as name`;
    expect(columns).toHaveLength(1);
    await expect(readOne(db, model)).resolves.toBeNull();
  });

  test('is left as it is by a second migration', async () => {
    await expect(migrate(db.url)).resolves.toEqual([]);
  });
});

function readOne(db: TestDatabase, model: Prisma.ModelName): Promise<unknown> {
  const name = `${model.charAt(0).toLowerCase()}${model.slice(1)}`;
  return Reflect.get(db.database, name).findFirst();
}
