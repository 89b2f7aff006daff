import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from './generated/client.js';
import { statementsOn, transactionOn, type Statements } from './statements.js';

export { Prisma } from './generated/client.js';
export type { Statements } from './statements.js';
export type Database = PrismaClient;

/** What an interactive transaction hands to its function. */
export type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0];

export interface DatabaseOptions {
  /** Connections held at most by this process. */
  readonly connections?: number;
  /** Told about idle connections that broke, for example when PostgreSQL restarts. */
  readonly onError?: (error: Error) => void;
}

/** The pool behind each client. */
const pools = new WeakMap<Database, Pool>();

/**
 * A Prisma client on a pool of its own, whose hand-written SQL goes to PostgreSQL directly (`statements.ts`). Close it
 * with `closeDatabase`.
 * Times: 5 s to get a connection, 30 s for a statement, 60 s for an open transaction that does nothing.
 */
export function createDatabase(databaseUrl: string, options: DatabaseOptions = {}): Database {
  return databaseOn(createPool(databaseUrl, options));
}

/** The same on a pool that somebody wants to watch; `closeDatabase` ends the pool too. */
export function databaseOn(pool: Pool): Database {
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  const client = new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 20_000 } });
  const database = withStatements(client, statementsOn(pool));
  pools.set(database, pool);
  return database;
}

/** What begins with `$` and is not SQL keeps the client itself: its transactions must not leave theirs. */
function withStatements(client: PrismaClient, statements: Statements): Database {
  const own = new Map<string | symbol, unknown>(Object.entries(statements));
  return new Proxy(client, {
    get: (target, name) => {
      if (own.has(name)) return own.get(name);
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/**
 * One transaction of hand-written SQL, at the lowest cost there is: committed when `work` ends well, undone otherwise.
 */
export function inTransaction<Result>(
  database: Database,
  work: (statements: Statements) => Promise<Result>,
): Promise<Result> {
  const pool = pools.get(database);
  if (pool === undefined) throw new Error('the database was not made by createDatabase');
  return transactionOn(pool, work);
}

/** The bare pool, for what needs SQL connections of its own (session store, outbox). End it with `pool.end()`. */
export function createPool(databaseUrl: string, options: DatabaseOptions = {}): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  // Without a listener the restart of PostgreSQL ends the whole process: an idle connection's error is "unhandled".
  pool.on('error', options.onError ?? (() => undefined));
  return pool;
}

/** Ends the client and its pool. */
export async function closeDatabase(database: Database): Promise<void> {
  await database.$disconnect();
}
