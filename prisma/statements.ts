import { createHash } from 'node:crypto';
import { types, type CustomTypesConfig, type Pool, type PoolClient } from 'pg';
import { Prisma } from './generated/client.js';

/** Hand-written SQL as everybody gives it: to the client, to a transaction of Prisma's, to one of `inTransaction`. */
export interface Statements {
  $queryRaw<Rows = unknown>(
    query: TemplateStringsArray | Prisma.Sql,
    ...values: readonly unknown[]
  ): Promise<Rows>;
  /** Returns the number of rows that it touched. */
  $executeRaw(query: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]): Promise<number>;
}

/**
 * Statements that go to PostgreSQL as they are: Prisma would compile and interpret each, at several times its cost. A
 * statement that begins with its name, as a comment, is prepared once per connection; its text must always be the same.
 * Lists stay without a name: a plan made for every page fits none.
 */
export const statementsOn = (connection: Pool | PoolClient): Statements => ({
  $queryRaw: async <Rows>(query: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]) =>
    // What a statement answers is what its author says it answers, as with Prisma.
    (await connection.query(configOf(query, values))).rows as Rows,
  $executeRaw: async (query, ...values) => (await connection.query(configOf(query, values))).rowCount ?? 0,
});

/** One transaction, committed when `work` ends well and undone otherwise. */
export async function transactionOn<Result>(
  pool: Pool,
  work: (statements: Statements) => Promise<Result>,
): Promise<Result> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  try {
    await connection.query('begin');
    const result = await work(statementsOn(connection));
    await connection.query('commit');
    return result;
  } catch (error) {
    await connection.query('rollback').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error('a rollback failed');
    });
    throw error;
  } finally {
    connection.release(broken);
  }
}

function configOf(query: TemplateStringsArray | Prisma.Sql, values: readonly unknown[]) {
  const { text, values: all } = query instanceof Prisma.Sql ? query : Prisma.sql(query, ...values);
  return { name: nameOf(text), text, values: all, types: answerTypes };
}

const named = new Map<string, string>();

/** The same name never stands for two texts. */
function nameOf(text: string): string | undefined {
  if (!text.startsWith('/* ')) return undefined;
  const known = named.get(text);
  if (known !== undefined) return known;
  const name = `${text.slice(3, text.indexOf(' *', 3))} ${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
  named.set(text, name);
  return name;
}

/** Counts and sizes come as bigint, as Prisma gives them; the rest as `pg` reads it. */
const answerTypes: CustomTypesConfig = {
  getTypeParser: (oid: Parameters<typeof types.getTypeParser>[0], format?: 'text' | 'binary'): unknown =>
    oid === types.builtins.INT8 ? BigInt : types.getTypeParser(oid, format),
};
