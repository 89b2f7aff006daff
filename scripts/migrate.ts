import { configOrExit, readDatabaseUrl, readStartConfig } from '../config.js';
import { migrate } from '../prisma/migrate.js';
import { StartProblem, reasonOf } from './embedded/start-problem.js';
import { requireDatabase } from './start/reach.js';
import { seedGround } from './start/world.js';

/**
 * `npm run migrate`: brings the database of the settings to the newest migration and adds the places, calendars and
 * agencies of this release that are missing; with LOIVE_DEMO=on the demo accounts too. Safe to repeat.
 */
async function main(): Promise<void> {
  const databaseUrl = configOrExit(readDatabaseUrl);
  const { demo } = configOrExit(readStartConfig);
  await requireDatabase(databaseUrl);
  const applied = await migrate(databaseUrl);
  await seedGround({ databaseUrl, demo });
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
}

main().catch((error: unknown) => {
  console.error(
    error instanceof StartProblem
      ? error.message
      : `The migration failed: ${reasonOf(error)}. It can be repeated.`,
  );
  process.exitCode = 1;
});
