import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import type { Config } from '../../config.js';
import { closeDatabase, createDatabase } from '../../prisma/client.js';
import { restartOpenCases as restartFromRecord } from '../rebuild/rebuild.js';
import { homePaths, readNote, writeNote } from './home.js';
import { say } from './screen.js';
import { temporalConnection } from './services.js';

const run = promisify(execFile);

/** The hash of what runs inside the engine; taken in a process of its own, because the bundler needs 150 MB. */
export async function workflowBundleHash(): Promise<string> {
  const { stdout } = await run(process.execPath, [
    '--import',
    'tsx',
    join(__dirname, 'print-bundle-hash.ts'),
  ]);
  return stdout.trim();
}

/**
 * Open cases go on in the code they began with. When this start brings other workflow code than the last one, they
 * begin anew from the record. The worker must not run yet: it would meet histories of the former code.
 */
export async function renewOpenCases(config: Config, hash: string): Promise<void> {
  const path = homePaths(config.home).workflowBundle;
  if (readNote(path) === hash) return;
  const restarted = await restartOpenCases(config);
  if (restarted > 0)
    say(`${String(restarted)} open cases begin anew from the record: the workflow code changed.`);
  writeNote(path, hash);
}

async function restartOpenCases({ databaseUrl, temporal }: Config): Promise<number> {
  const database = createDatabase(databaseUrl, { connections: 2 });
  const connection = await Connection.connect(temporalConnection(temporal));
  try {
    const client = new Client({ connection, namespace: temporal.namespace });
    return await restartFromRecord(database, client);
  } finally {
    await connection.close();
    await closeDatabase(database);
  }
}
