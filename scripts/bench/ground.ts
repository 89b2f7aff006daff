import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { closeDatabase, createDatabase } from '../../prisma/client.js';
import { migrate } from '../../prisma/migrate.js';
import { seedDemoAccounts } from '../../prisma/seed/demo-accounts.js';
import { seedReference } from '../../prisma/seed/reference.js';
import { type ManagedProcess, startProcess } from '../embedded/managed-process.js';
import { findFreePort } from '../embedded/port.js';
import { startPostgres } from '../embedded/postgres.js';
import { projectFolder } from '../engine/binaries.js';
import { buildEngine } from '../engine/build.js';
import { startEngine } from '../engine/start.js';
import { serviceFarewells } from '../start/end-everything.js';
import { nodeArguments, servicePreloads } from '../start/own-service.js';

/** Servers that only this run uses: nothing else asks them anything while it measures. */
export interface Ground {
  /** Of the API, without its base path. */
  readonly url: string;
  readonly temporalAddress: string;
  /** Rejects as soon as one of our own processes ends before its time. */
  readonly broken: Promise<never>;
  /** URL of a database on the same PostgreSQL, whether it exists or not. */
  readonly database: (name: string) => string;
}

const folder = join(projectFolder, '.loive-bench');
const firstPort = 19_000;

/** Where worker and API keep their record. */
export const benchDatabase = 'bench';

/** Somebody asked the run to stop: no fault, and not to be told as one. */
export class Stopped extends Error {
  /** As a shell tells it: 128 and the number of the signal. */
  readonly exitCode: number;

  constructor(signal: keyof typeof stopSignals) {
    super(signal);
    this.name = 'Stopped';
    this.exitCode = 128 + stopSignals[signal];
  }
}

const stopSignals = { SIGINT: 2, SIGTERM: 15 } as const;

/**
 * Starts everything, lets `work` use it, ends everything, whatever happened. Takes what it wrote away again. Throws
 * `Stopped` when a signal came, whatever broke because of that.
 */
export async function withGround(work: (ground: Ground) => Promise<void>): Promise<void> {
  const stopping = new AbortController();
  const started = new Servers(stopping.signal);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const stopped = new Promise<never>((_resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        const reason = new Stopped(signal);
        stopping.abort(reason);
        reject(reason);
      });
  });
  const starting = startAll(started);
  try {
    const ground = await Promise.race([starting, stopped]);
    await Promise.race([work(ground), ground.broken, stopped]);
  } catch (error) {
    stopping.signal.throwIfAborted();
    throw error;
  } finally {
    await started.end();
    await starting.catch(() => undefined);
    await started.end(); // what was about to start when we were stopped
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was started, in order; once the run is to stop nothing more is. */
class Servers {
  private readonly running: { stop(): Promise<void> }[] = [];

  constructor(private readonly stopping: AbortSignal) {}

  add(server: { stop(): Promise<void> }): void {
    this.running.push(server);
    this.stopping.throwIfAborted();
  }

  async end(): Promise<void> {
    for (const each of this.running.splice(0).reverse()) await each.stop();
  }
}

interface OwnProgram {
  readonly file: string;
  readonly preloads?: readonly string[];
}

const programs: readonly OwnProgram[] = [
  { file: 'worker/main.ts', preloads: servicePreloads.worker },
  { file: 'scripts/bench/serve-api.ts', preloads: servicePreloads.api },
  { file: 'scripts/bench/bare-worker.ts' },
];

/** Commits reach the disk before they are answered, as on a real installation. */
async function startAll(started: Servers): Promise<Ground> {
  const postgres = await startPostgres({
    dir: join(folder, 'postgres'),
    port: await findFreePort(firstPort),
  });
  started.add(postgres);
  const databaseUrl = postgres.url(benchDatabase);
  const engine = await startEngine({
    binaries: await buildEngine(),
    dir: join(folder, 'engine'),
    port: await findFreePort(firstPort + 10),
    databaseUrl,
  });
  started.add(engine);
  await migrate(databaseUrl);
  await seed(databaseUrl);
  const port = await findFreePort(firstPort + 20);
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    LOIVE_HOME: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: engine.address,
    LOIVE_KEY: randomBytes(32).toString('base64'),
    LOIVE_DEMO: 'on',
    LOG_LEVEL: 'info',
  };
  const own: ManagedProcess[] = [];
  for (const program of programs) {
    const process = await startOwn(program, env);
    own.push(process);
    started.add(process);
  }
  const url = `http://127.0.0.1:${String(port)}`;
  const broken = Promise.race(own.map(breakdownOf));
  await Promise.race([untilReady(url), broken]);
  return {
    url,
    temporalAddress: engine.address,
    broken,
    database: (name) => postgres.url(name),
  };
}

/** Rejects when this process ends by itself, with its last words. */
async function breakdownOf({ name, exited, log }: ManagedProcess): Promise<never> {
  const how = await exited;
  throw new Error(`${name} ended with ${how}: ${log.tail(3)}`);
}

async function seed(databaseUrl: string): Promise<void> {
  const database = createDatabase(databaseUrl);
  await seedReference(database);
  await seedDemoAccounts(database);
  await closeDatabase(database);
}

function startOwn({ file, preloads = [] }: OwnProgram, env: NodeJS.ProcessEnv): Promise<ManagedProcess> {
  const name = file.replaceAll('/', '-');
  return startProcess({
    name,
    command: process.execPath,
    args: nodeArguments(join(projectFolder, file), preloads),
    cwd: projectFolder,
    env,
    logFile: join(folder, `${name}.log`),
    pidFile: join(folder, `${name}.pid`),
    farewells: serviceFarewells,
    line: 'ipc',
  });
}

async function untilReady(url: string): Promise<void> {
  for (const end = performance.now() + 60_000; performance.now() < end;) {
    const isReady = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await pause(200);
  }
  throw new Error('the API did not come up within a minute');
}
