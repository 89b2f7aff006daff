import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { closeDatabase, createDatabase, type Database } from '../../prisma/client.js';
import { onServer, world } from './world-access.js';

export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  /** Ends the client and removes the database. */
  drop(): Promise<void>;
}

/** A migrated, empty database for one test file. Drop it in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  return copyOf(world().template);
}

/**
 * A database in which `seed` was run. It is run once per test run for each `name`; later calls copy the result.
 * Example: `seededDatabase('reference', seedReference)`.
 */
export async function seededDatabase(
  name: string,
  seed: (database: Database, url: string) => Promise<unknown>,
): Promise<TestDatabase> {
  const template = `seeded_${name}_${world().run}`;
  await withServer(async (server) => {
    await server.query('select pg_advisory_lock(hashtext($1))', [template]);
    if (await exists(server, template)) return;
    const draft = await copyOf(world().template);
    await seed(draft.database, draft.url);
    await closeDatabase(draft.database);
    const name = new URL(draft.url).pathname.slice(1);
    await server.query(`alter database "${name}" rename to "${template}"`);
  });
  return copyOf(template);
}

async function copyOf(template: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  await withServer((server) => server.query(`create database "${name}" template "${template}"`));
  const url = onServer(world().databaseUrl, name);
  const database = createDatabase(url, { connections: 5 });
  return {
    url,
    database,
    async drop() {
      await closeDatabase(database);
      await withServer((server) => server.query(`drop database if exists "${name}" with (force)`));
    },
  };
}

async function exists(server: Client, database: string): Promise<boolean> {
  const found = await server.query('select 1 from pg_database where datname = $1', [database]);
  return found.rowCount === 1;
}

async function withServer<T>(work: (server: Client) => Promise<T>): Promise<T> {
  const server = new Client({ connectionString: world().databaseUrl });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}
