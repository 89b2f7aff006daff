import { configOrExit, readDatabaseUrl } from '../config.js';
import { migrate } from '../prisma/migrate.js';

/** `npm run migrate`: brings the database of the settings to the newest migration. */
async function main(): Promise<void> {
  const applied = await migrate(configOrExit(readDatabaseUrl));
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
