import type { Config } from '../../config.js';
import { closeDatabase, createDatabase } from '../../prisma/client.js';
import { demoAccountsPresent, seedDemoAccounts } from '../../prisma/seed/demo-accounts.js';
import { seedReference } from '../../prisma/seed/reference.js';
import { StartProblem } from '../embedded/start-problem.js';

/** Places, calendar and agencies; accounts of the demo world where it is wanted. Adds only what is missing. */
export async function seedGround({ databaseUrl, demo }: Config): Promise<void> {
  const database = createDatabase(databaseUrl, { connections: 5 });
  try {
    if (!demo && (await demoAccountsPresent(database)))
      throw new StartProblem(
        'The database holds demo accounts, whose passphrase everybody knows, and LOIVE_DEMO is off; remove these accounts or use another database, or set LOIVE_DEMO=on if this is a demonstration.',
      );
    await seedReference(database);
    if (demo) await seedDemoAccounts(database);
  } finally {
    await closeDatabase(database);
  }
}

export async function hasCases(databaseUrl: string): Promise<boolean> {
  const database = createDatabase(databaseUrl, { connections: 1 });
  try {
    return (await database.caseSnapshot.findFirst({ select: { caseId: true } })) !== null;
  } finally {
    await closeDatabase(database);
  }
}
