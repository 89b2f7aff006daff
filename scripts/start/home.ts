import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { ProcessIdentity, identify, isRunning } from '../embedded/process-identity.js';
import { StartProblem, reasonOf } from '../embedded/start-problem.js';

/** Where things lie in LOIVE_HOME, the only folder an installation writes to. */
export function homePaths(home: string) {
  return {
    bin: join(home, 'bin'),
    postgres: join(home, 'postgres'),
    engine: join(home, 'engine'),
    run: join(home, 'run'),
    key: join(home, 'key'),
    databaseUrl: join(home, 'database-url'),
    temporalAddress: join(home, 'temporal-address'),
    workflowBundle: join(home, 'workflow-bundle'),
    demoWorldUnfinished: join(home, 'demo-world-unfinished'),
    lock: join(home, 'run', 'start.json'),
    log: (name: string) => join(home, 'logs', `${name}.log`),
    pid: (name: string) => join(home, 'run', `${name}.pid`),
  };
}

const Lock = z.object({ self: ProcessIdentity, launchers: z.array(ProcessIdentity), url: z.string() });

/** Makes the folder when it is missing. Throws a StartProblem when it cannot be written. */
export function prepareHome(home: string): void {
  try {
    // Root's PostgreSQL runs as another user, who has to pass through.
    makeFolder(home, process.getuid?.() === 0 ? 0o711 : 0o700);
    mkdirSync(homePaths(home).run, { recursive: true });
    const probe = join(home, 'run', `probe-${String(process.pid)}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new StartProblem(
      `The folder ${home} cannot be written (${reasonOf(error)}); give this user the right to it, or choose another folder with LOIVE_HOME.`,
    );
  }
}

/** Node's own `recursive` goes round for ever where a folder refuses with "does not exist", as /proc does. */
function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), 0o755);
  mkdirSync(folder, mode);
}

export type HomeOwner = Omit<z.input<typeof Lock>, 'self'>;

/**
 * One start per home. A start that is just ending because its terminal or npm was killed is waited for.
 * Throws a StartProblem when another one runs here.
 */
export async function lockHome(home: string, owner: HomeOwner): Promise<void> {
  const path = homePaths(home).lock;
  const self = identify(process.pid);
  if (self === undefined) throw new Error('This process cannot find itself.');
  const text = JSON.stringify({ self, ...owner } satisfies z.input<typeof Lock>);
  for (let waited = 0; ; waited += 250) {
    const holder = holderOf(path);
    if (holder === undefined) rmSync(path, { force: true });
    else if (waited >= 12_000 || holder.launchers.every(isRunning))
      throw new StartProblem(
        `Lối Về already runs from ${home} (process ${String(holder.self.pid)}, ${holder.url}); stop that one with Ctrl+C, or start a second one with its own LOIVE_HOME, PORT, LOIVE_PG_PORT and LOIVE_TEMPORAL_PORT.`,
      );
    if (holder === undefined && createOnly(path, text)) return;
    await pause(250);
  }
}

function holderOf(path: string): z.infer<typeof Lock> | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const lock = Lock.parse(JSON.parse(readFileSync(path, 'utf8')));
    return isRunning(lock.self) ? lock : undefined;
  } catch {
    return undefined;
  }
}

function createOnly(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}

/** A note for tools, readable by its owner only. */
export function writeNote(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  writeFileSync(path, `${text}\n`, { mode: 0o600 });
}

export function readNote(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}

/** Takes away what holds only while the system runs. */
export function clearNotes(home: string): void {
  const paths = homePaths(home);
  for (const path of [paths.databaseUrl, paths.temporalAddress]) rmSync(path, { force: true });
}

export function unlockHome(home: string): void {
  rmSync(homePaths(home).lock, { force: true });
}

/** Makes the key that seals personal data when there is none. */
export function ensureSealingKey(home: string): void {
  const path = homePaths(home).key;
  if (!existsSync(path)) writeNote(path, randomBytes(32).toString('base64'));
}
