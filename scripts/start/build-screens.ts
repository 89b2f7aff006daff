import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { reasonOf } from '../embedded/start-problem.js';
import { say } from './screen.js';
import { inProject, project, stateOfSources } from './sources.js';

const run = promisify(execFile);

/** What the screens are made of: their own folder and what they may import. */
const sources = ['web', 'api/contract', 'domain', 'messages', 'package-lock.json'];
const note = inProject('node_modules', '.cache', 'loive-screens-built-from');

/**
 * Builds the screens into `dist/web` when they are missing or their sources changed. Without them everything else
 * works, so a build that fails is told and passed over.
 */
export async function buildScreens(): Promise<void> {
  const config = inProject('web', 'vite.config.mts');
  if (!existsSync(config)) return;
  const state = stateOfSources(sources);
  const built = existsSync(inProject('dist', 'web', 'index.html'));
  if (built && existsSync(note) && readFileSync(note, 'utf8') === state) return;
  try {
    const vite = inProject('node_modules', 'vite', 'bin', 'vite.js');
    await run(process.execPath, [vite, 'build', '--configLoader', 'runner', '--config', config], {
      cwd: project,
    });
    mkdirSync(dirname(note), { recursive: true });
    writeFileSync(note, state);
  } catch (error) {
    say(`The screens could not be built (${reasonOf(error).slice(0, 500)}); the API works without them.`);
  }
}
