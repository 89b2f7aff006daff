import { parseArgs } from 'node:util';
import { configOrExit, readDatabaseUrl } from '../config.js';
import { closeDatabase, createDatabase } from '../prisma/client.js';
import { addAdministrator } from './accounts/add-administrator.js';
import { StartProblem, reasonOf } from './embedded/start-problem.js';
import { requireDatabase } from './start/reach.js';
import { requireMigrations } from './start/require-services.js';

const usage = 'npm run add-administrator -- --username quan-tri [--title "Quản trị hệ thống"]';

/** `npm run add-administrator -- --username NAME`: the first account of an installation, made where the server is. */
async function main(args: readonly string[]): Promise<void> {
  const { username, title } = readArguments(args);
  const databaseUrl = configOrExit(readDatabaseUrl);
  await requireDatabase(databaseUrl);
  await requireMigrations(databaseUrl);
  const database = createDatabase(databaseUrl);
  try {
    const passphrase = await addAdministrator(database, { username, title, now: new Date() });
    console.log(`Administrator:         ${username}`);
    console.log(`Temporary passphrase:  ${passphrase}`);
    console.log('It is shown this once and kept nowhere; the first sign-in asks for another one.');
  } finally {
    await closeDatabase(database);
  }
}

function readArguments(args: readonly string[]): { readonly username: string; readonly title: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        username: { type: 'string' },
        title: { type: 'string', default: 'Quản trị hệ thống' },
      },
    });
    const { username, title } = values;
    if (username !== undefined) return { username, title };
  } catch (error) {
    throw new StartProblem(`${reasonOf(error)}. Write: ${usage}`);
  }
  throw new StartProblem(`Say what the administrator types to sign in: ${usage}`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(
    error instanceof StartProblem ? error.message : `The administrator was not added: ${reasonOf(error)}.`,
  );
  process.exitCode = 1;
});
