import { Client } from '@temporalio/client';
import { connectToEngine } from '../api/gateway/case-gateway.js';
import { configOrExit, readConfig } from '../config.js';
import { closeDatabase, createDatabase } from '../prisma/client.js';
import { verify } from './verify/verify.js';

/** `npm run verify`: checks the invariants on the configured database and engine; exit code 1 if one is broken. */
async function main(): Promise<void> {
  const config = configOrExit(readConfig);
  const database = createDatabase(config.databaseUrl);
  const { address, namespace, tls, apiKey } = config.temporal;
  const connection = await connectToEngine({
    address,
    ...(tls && { tls }),
    ...(apiKey !== undefined && { apiKey }),
  });
  const { cases, findings } = await verify(database, new Client({ connection, namespace }));
  for (const { invariant, caseId, what } of findings) console.log(`${invariant}  ${caseId}  ${what}`);
  console.log(`${String(cases)} cases checked, ${String(findings.length)} findings.`);
  await connection.close();
  await closeDatabase(database);
  process.exitCode = findings.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(
    `The record could not be checked: ${error instanceof Error ? error.message : 'unknown error'}`,
  );
  process.exitCode = 1;
});
