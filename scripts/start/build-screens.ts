import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { reasonOf } from '../embedded/start-problem.js';
import { say } from './screen.js';

const run = promisify(execFile);
const project = join(__dirname, '..', '..');
const inProject = (...parts: string[]): string => join(project, ...parts);

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
  const state = stateOfSources();
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

function stateOfSources(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesOf).sort())
    hash.update(`${file}\n`).update(readFileSync(inProject(file)));
  return hash.digest('hex');
}

function filesOf(source: string): string[] {
  if (!existsSync(inProject(source))) return [];
  if (source.endsWith('.json')) return [source];
  return readdirSync(inProject(source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1));
}
