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

/** Starts everything, lets `work` use it, ends everything, whatever happened. Takes what it wrote away again. */
export async function withGround(work: (ground: Ground) => Promise<void>): Promise<void> {
  const started: { stop(): Promise<void> }[] = [];
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const end = async (): Promise<void> => {
    for (const each of started.splice(0).reverse()) await each.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void end().finally(() => process.exit(1));
    });
  try {
    const ground = await startAll(started);
    await Promise.race([work(ground), ground.broken]);
  } finally {
    await end();
  }
}

/** Commits reach the disk before they are answered, as on a real installation. */
async function startAll(started: { stop(): Promise<void> }[]): Promise<Ground> {
  const postgres = await startPostgres({
    dir: join(folder, 'postgres'),
    port: await findFreePort(firstPort),
  });
  started.push(postgres);
  const databaseUrl = postgres.url(benchDatabase);
  const engine = await startEngine({
    binaries: await buildEngine(),
    dir: join(folder, 'engine'),
    port: await findFreePort(firstPort + 10),
    databaseUrl,
  });
  started.push(engine);
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
  for (const file of ['worker/main.ts', 'scripts/bench/serve-api.ts', 'scripts/bench/bare-worker.ts']) {
    const process = await startOwn(file, env);
    own.push(process);
    started.push(process);
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

function startOwn(file: string, env: NodeJS.ProcessEnv): Promise<ManagedProcess> {
  const name = file.replaceAll('/', '-');
  return startProcess({
    name,
    command: process.execPath,
    args: [
      '--require',
      join(projectFolder, 'scripts', 'start', 'leave-with-parent.cjs'),
      '--import',
      'tsx',
      join(projectFolder, file),
    ],
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
