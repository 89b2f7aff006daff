import { inTransaction, Prisma } from '../../prisma/client.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

const counters = (): Promise<{ prefix: string }[]> =>
  db.database.$queryRaw`select prefix from case_code_counter order by prefix`;

describe('hand-written SQL', () => {
  test('gives what Prisma would give: counts as bigint, instants as Date, JSON and lists as they are', async () => {
    const sql = `select 7::int8 as count, '2026-03-06T09:00:00+07:00'::timestamptz as at, array['a','b']::text[] as list,
      '{"a":[1]}'::jsonb as json, null::uuid as nothing, true as yes, 3::int4 as number`;
    const [[direct], [prismas]] = await Promise.all([
      db.database.$queryRaw<object[]>`${Prisma.raw(sql)}`,
      db.database.$transaction((transaction) => transaction.$queryRawUnsafe<object[]>(sql)),
    ]);
    expect(direct).toEqual(prismas);
    expect(direct).toMatchObject({ count: 7n, at: new Date('2026-03-06T02:00:00Z'), list: ['a', 'b'] });
  });

  test('with a name is prepared once and takes other values each time', async () => {
    const doubled = (value: number): Promise<{ twice: number }[]> =>
      db.database.$queryRaw`/* doubled */ select ${value}::int4 * 2 as twice`;
    for (const value of [1, 2, 3, 4, 5, 6, 7]) expect(await doubled(value)).toEqual([{ twice: value * 2 }]);
  });

  test('of a transaction that fails leaves nothing; of one that ends well, everything', async () => {
    const add = (prefix: string, end: () => void) =>
      inTransaction(db.database, async (statements) => {
        await statements.$executeRaw`insert into case_code_counter (prefix, last) values (${prefix}, 1)`;
        end();
      });
    await add('KEPT-', () => undefined);
    const failing = add('UNDONE-', () => {
      throw new Error('after the row was written');
    });
    await expect(failing).rejects.toThrow('after the row was written');
    await expect(
      inTransaction(db.database, (statements) => statements.$queryRaw`select 1 / 0`),
    ).rejects.toThrow();
    expect(await counters()).toEqual([{ prefix: 'KEPT-' }]);
  });

  test("inside one of Prisma's transactions stays inside it", async () => {
    const failing = db.database.$transaction(async (transaction) => {
      await transaction.$executeRaw`insert into case_code_counter (prefix, last) values ('INSIDE-', 1)`;
      throw new Error('taken back');
    });
    await expect(failing).rejects.toThrow('taken back');
    expect((await counters()).map(({ prefix }) => prefix)).not.toContain('INSIDE-');
  });
});
