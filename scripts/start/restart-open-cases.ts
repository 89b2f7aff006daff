import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Config } from '../../config.js';
import { homePaths, readNote, writeNote } from './home.js';
import { say } from './screen.js';

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
 * begin anew from the record; the worker runs by then.
 */
export async function renewOpenCases(config: Config, hash: string): Promise<void> {
  const path = homePaths(config.home).workflowBundle;
  const last = readNote(path);
  if (last !== undefined && last !== hash) await restartOpenCases(config);
  writeNote(path, hash);
}

/** The one place that restarts open cases from the record. */
function restartOpenCases(_config: Config): Promise<void> {
  say(
    'The workflow code changed since the last start; restarting open cases from the record is not built yet.',
  );
  return Promise.resolve();
}
