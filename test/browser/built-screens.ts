import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inProject, project, stateOfSources } from '../../scripts/start/sources.js';

const run = promisify(execFile);

/** What the screens are made of: their own folder and what they may import. */
const sources = ['web', 'api/contract', 'domain', 'messages', 'package-lock.json'];

/** The folder of the screens as they stand in the sources; built once for all test files until a source changes. */
export async function builtScreens(): Promise<string> {
  const folder = inProject('.loive-test', `screens-${stateOfSources(sources).slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(inProject('.loive-test'), { recursive: true });
  const draft = mkdtempSync(inProject('.loive-test', 'screens-draft-'));
  await build(join(draft, 'web'));
  try {
    renameSync(join(draft, 'web'), folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // else another test file was quicker
  }
  rmSync(draft, { recursive: true, force: true });
  return folder;
}

async function build(outDir: string): Promise<void> {
  const vite = inProject('node_modules', 'vite', 'bin', 'vite.js');
  const config = inProject('web', 'vite.config.mts');
  const { NODE_ENV: _jest, ...env } = process.env; // Jest says "test", and Vite would build for development
  await run(
    process.execPath,
    [vite, 'build', '--configLoader', 'runner', '--config', config, '--outDir', outDir],
    { cwd: project, env: { ...env, NODE_ENV: 'production' } },
  );
}
