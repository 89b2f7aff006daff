import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import type { Config } from '../../config.js';
import { closeDatabase, createDatabase, type Database } from '../../prisma/client.js';
import { restartOpenCases, reviveLostCases } from '../rebuild/rebuild.js';
import { homePaths, readNote, writeNote } from './home.js';
import { say } from './screen.js';
import { temporalConnection } from './reach.js';
import { stateOfSources } from './sources.js';

const run = promisify(execFile);

/** What can run inside the engine; the import law lets workflows see nothing else. */
const sources = ['workflows', 'domain', 'package-lock.json'];

export interface WorkflowCode {
  readonly bundle: string;
  readonly sources: string;
}

/**
 * Hashes of what runs inside the engine and of what that is made from. Bundling costs seconds, so with the sources of the last start the bundle
 * of the last start is taken. The bundler works in a process of its own, because it needs 150 MB.
 */
export async function workflowCode(home: string): Promise<WorkflowCode> {
  const state = stateOfSources(sources);
  const last = lastCode(home);
  if (last?.sources === state) return last;
  const bundler = join(__dirname, 'print-bundle-hash.ts');
  const { stdout } = await run(process.execPath, ['--import', 'tsx', bundler]);
  return { bundle: stdout.trim(), sources: state };
}

/** Noted as `BUNDLE SOURCES` on one line. */
function lastCode(home: string): WorkflowCode | undefined {
  const [bundle, state] = readNote(homePaths(home).workflowBundle)?.split(' ') ?? [];
  return bundle === undefined || state === undefined ? undefined : { bundle, sources: state };
}

/**
 * Open cases go on in the code they began with. When this start brings other workflow code than the last one, they
 * begin anew from the record. The worker must not run yet: it would meet histories of the former code. A case that
 * the engine does not know (its databases were dropped or restored) begins from the record too.
 */
export async function renewOpenCases(config: Config, code: WorkflowCode): Promise<void> {
  const { work, why } =
    lastCode(config.home)?.bundle === code.bundle
      ? { work: reviveLostCases, why: 'the engine did not know them' }
      : { work: restartOpenCases, why: 'the workflow code changed' };
  const count = await onEngine(config, work);
  if (count > 0) say(`${String(count)} open cases begin anew from the record: ${why}.`);
  writeNote(homePaths(config.home).workflowBundle, `${code.bundle} ${code.sources}`);
}

/** Every open case, from the record, whatever ran before. Returns how many. */
export const restartEveryOpenCase = (config: Config): Promise<number> => onEngine(config, restartOpenCases);

async function onEngine(
  { databaseUrl, temporal }: Config,
  work: (database: Database, client: Client) => Promise<number>,
): Promise<number> {
  const database = createDatabase(databaseUrl, { connections: 2 });
  const connection = await Connection.connect(temporalConnection(temporal));
  try {
    return await work(database, new Client({ connection, namespace: temporal.namespace }));
  } finally {
    await connection.close();
    await closeDatabase(database);
  }
}
