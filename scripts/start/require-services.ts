import { Client } from 'pg';
import type { Config } from '../../config.js';
import { migrationNames } from '../../prisma/schema-engine.js';
import { StartProblem, reasonOf } from '../embedded/start-problem.js';
import { requireDatabase, requireEngine } from './reach.js';
import { requireHonestAccounts } from './world.js';

/**
 * What worker and API look at before they begin, also where nobody else prepared their services: a record that can be
 * reached and is up to date, an engine, and no account whose passphrase everybody knows. Throws a StartProblem.
 */
export async function requireServices(config: Config): Promise<void> {
  await requireDatabase(config.databaseUrl);
  await requireMigrations(config.databaseUrl);
  await requireHonestAccounts(config);
  await requireEngine(config.temporal);
}

/** Throws a StartProblem when the record lacks migrations of this release. */
export async function requireMigrations(databaseUrl: string): Promise<void> {
  const missing = await missingMigrations(databaseUrl);
  if (missing.length === 0) return;
  throw new StartProblem(
    `The database of DATABASE_URL lacks ${String(missing.length)} migrations (the first is ${missing[0] ?? ''}); run npm run migrate, then start again.`,
  );
}

async function missingMigrations(databaseUrl: string): Promise<readonly string[]> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      'select migration_name as name from _prisma_migrations where finished_at is not null',
    );
    const applied = new Set(rows.map(({ name }) => name));
    return migrationNames().filter((name) => !applied.has(name));
  } catch (error) {
    if (isEmpty(error)) return migrationNames();
    throw new StartProblem(
      `The database of DATABASE_URL cannot be used (${reasonOf(error)}); let its administrator give this role its rights.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** No such database, or no such table: nobody has migrated yet. */
const isEmpty = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '3D000' || error.code === '42P01');
