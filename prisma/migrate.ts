import { Client } from 'pg';
import { migrationsOnDisk, noFilters, withSchemaEngine } from './schema-engine.js';

/** Anything that holds this number in the database is migrating it; two starts at once wait for each other. */
const migrationLock = 5_770_573;

/**
 * Brings a database to the newest migration in `prisma/migrations` and returns the names of those it applied.
 * Keeps `_prisma_migrations` as Prisma's own command does. Creates the database when the server lacks it.
 * Throws when the server cannot be reached or a migration fails.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  await createDatabaseIfMissing(databaseUrl);
  const lock = new Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [migrationLock]);
    const answer = await withSchemaEngine(databaseUrl, (engine) =>
      engine.applyMigrations({ migrationsList: migrationsOnDisk(), filters: noFilters }),
    );
    return answer.appliedMigrationNames;
  } finally {
    await lock.end();
  }
}

async function createDatabaseIfMissing(databaseUrl: string): Promise<void> {
  const target = new URL(databaseUrl);
  const name = decodeURIComponent(target.pathname.slice(1));
  const probe = new Client({ connectionString: databaseUrl });
  try {
    await probe.connect();
    await probe.end();
    return;
  } catch (error) {
    if (!isMissingDatabase(error)) throw error;
  }
  target.pathname = '/postgres';
  const server = new Client({ connectionString: target.href });
  await server.connect();
  try {
    await server.query(`create database ${server.escapeIdentifier(name)}`);
  } finally {
    await server.end();
  }
}

/** SQLSTATE 3D000: the server answers, but has no database of that name. */
function isMissingDatabase(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '3D000';
}
