import type { Config } from '../../config.js';
import { type Database, closeDatabase, createDatabase } from '../../prisma/client.js';
import { demoAccountsPresent, seedDemoAccounts } from '../../prisma/seed/demo-accounts.js';
import { seedReference } from '../../prisma/seed/reference.js';
import { StartProblem } from '../embedded/start-problem.js';

/** Throws a StartProblem when a real installation holds accounts whose passphrase everybody knows. */
export async function requireHonestAccounts({ databaseUrl, demo }: Config): Promise<void> {
  if (demo || !(await onDatabase(databaseUrl, demoAccountsPresent))) return;
  throw new StartProblem(
    'The database holds demo accounts, whose passphrase everybody knows, and LOIVE_DEMO is off; remove these accounts or use another database, or set LOIVE_DEMO=on if this is a demonstration.',
  );
}

/** Places, calendar and agencies; accounts of the demo world where it is wanted. Adds only what is missing. */
export function seedGround({ databaseUrl, demo }: Pick<Config, 'databaseUrl' | 'demo'>): Promise<void> {
  return onDatabase(databaseUrl, async (database) => {
    await seedReference(database);
    if (demo) await seedDemoAccounts(database);
  });
}

/** Was the ground laid by a former start? */
export function hasGround(databaseUrl: string): Promise<boolean> {
  return onDatabase(
    databaseUrl,
    async (database) => (await database.agency.findFirst({ select: { id: true } })) !== null,
  );
}

export function hasCases(databaseUrl: string): Promise<boolean> {
  return onDatabase(
    databaseUrl,
    async (database) => (await database.caseSnapshot.findFirst({ select: { caseId: true } })) !== null,
  );
}

async function onDatabase<T>(databaseUrl: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = createDatabase(databaseUrl, { connections: 2 });
  try {
    return await work(database);
  } finally {
    await closeDatabase(database);
  }
}
