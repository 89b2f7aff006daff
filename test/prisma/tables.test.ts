import { Prisma } from '../../prisma/client.js';
import { missingSql } from '../../prisma/make-migration.js';
import { migrate } from '../../prisma/migrate.js';
import { withSchemaEngine } from '../../prisma/schema-engine.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

describe('a migrated database', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  test.each(Object.values(Prisma.ModelName))(
    'has every column of %s that the code knows of',
    async (model) => {
      await expect(tableOf(db, model).findFirst()).resolves.toBeNull();
    },
  );

  test('is left as it is by a second migration', async () => {
    await expect(migrate(db.url)).resolves.toEqual([]);
  });

  test('takes scripts with semicolons in comments and function bodies, whole or not at all', async () => {
    const run = (script: string) =>
      withSchemaEngine(db.url, (engine) =>
        engine.dbExecute({ datasourceType: { tag: 'url', url: db.url }, script }),
      );
    await run(`-- one; two
      create function forty_two() returns int language plpgsql as $$ begin perform 1; return 42; end $$;
      create view answer as select forty_two() as answer;`);
    await expect(db.database.$queryRaw`select answer from answer`).resolves.toEqual([{ answer: 42 }]);
    await expect(run('drop view answer; select no_such_column')).rejects.toThrow('no_such_column');
    await expect(db.database.$queryRaw`select answer from answer`).resolves.toEqual([{ answer: 42 }]);
  });

  test('holds everything that schema.prisma asks for', async () => {
    await expect(missingSql()).resolves.toBeUndefined();
  });
});

function tableOf(db: TestDatabase, model: Prisma.ModelName): { findFirst: () => Promise<unknown> } {
  const property = `${model.charAt(0).toLowerCase()}${model.slice(1)}`;
  return Reflect.get(db.database, property) as { findFirst: () => Promise<unknown> };
}
