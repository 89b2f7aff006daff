import { Client } from '@temporalio/client';
import { connectToEngine } from '../api/gateway/case-gateway.js';
import { configOrExit, readConfig } from '../config.js';
import { closeDatabase, createDatabase } from '../prisma/client.js';
import { rebuild } from './rebuild/rebuild.js';

/** `npm run rebuild`: read rows and engine from the record, after either was lost. */
async function main(): Promise<void> {
  const config = configOrExit(readConfig);
  const database = createDatabase(config.databaseUrl);
  const { address, namespace, tls, apiKey } = config.temporal;
  const connection = await connectToEngine({
    address,
    ...(tls && { tls }),
    ...(apiKey !== undefined && { apiKey }),
  });
  const { rows, started } = await rebuild(database, new Client({ connection, namespace }));
  console.log(`${String(rows)} cases written anew from their events; ${String(started)} open cases run.`);
  await connection.close();
  await closeDatabase(database);
}

main().catch((error: unknown) => {
  console.error(
    `The rebuild stopped: ${error instanceof Error ? error.message : 'unknown error'}. It can be repeated.`,
  );
  process.exitCode = 1;
});
