import { type Config, type StartConfig, configOrExit, readStartConfig } from '../../config.js';
import { migrate } from '../../prisma/migrate.js';
import { LogFile } from '../embedded/log-file.js';
import type { ProcessIdentity } from '../embedded/process-identity.js';
import { requireFreePort } from '../embedded/port.js';
import { StartProblem, reasonOf } from '../embedded/start-problem.js';
import { buildEngine } from '../engine/build.js';
import { seedDemoWorld, wantsDemoWorld } from './demo-world.js';
import { endEverything } from './end-everything.js';
import { ensureSealingKey, homePaths, lockHome, prepareHome, unlockHome } from './home.js';
import { findLaunchers, watchLaunchers } from './launchers.js';
import { startOwnService } from './own-service.js';
import { renewOpenCases, workflowBundleHash } from './restart-open-cases.js';
import { buildProgressLine, finalScreen, say, step, webAddress } from './screen.js';
import { requireDatabase, requireEngine, startEmbeddedEngine, startEmbeddedPostgres } from './services.js';
import { Supervisor } from './supervisor.js';
import { seedGround } from './world.js';

// `npm start`, second half: everything in order, then the final screen, then keeping it running until told to stop.

const supervisor = new Supervisor();
const cancelled = new AbortController();

async function startEverything(start: StartConfig): Promise<void> {
  const began = performance.now();
  await requireFreePort(start.port, 'web application and API', 'PORT');
  const databaseUrl = await database(start);
  const hash = workflowBundleHash();
  hash.catch(() => undefined);
  const address = await engine(start, databaseUrl);
  const config: Config = { ...start, databaseUrl, temporal: { ...start.temporal, address } };
  if (start.temporal.address !== undefined)
    await step('Temporal server of your own', () => requireEngine(config));
  await step('database schema', () => migrate(databaseUrl));
  await step('places, calendar, agencies', () => seedGround(config));
  await step('worker and API', () => Promise.all([keep('worker', config), keep('api', config)]));
  await renewOpenCases(config, await hash);
  if (await wantsDemoWorld(config)) await step('demo world', () => seedDemoWorld(config));
  console.log(finalScreen(config, performance.now() - began));
}

async function database(config: StartConfig): Promise<string> {
  const { databaseUrl } = config;
  if (databaseUrl !== undefined) {
    await step('PostgreSQL of your own', () => requireDatabase(databaseUrl));
    return databaseUrl;
  }
  const service = { name: 'PostgreSQL', start: () => startEmbeddedPostgres(config) };
  const postgres = await step('PostgreSQL', () => supervisor.run(service));
  return postgres.databaseUrl;
}

async function engine(config: StartConfig, databaseUrl: string): Promise<string> {
  if (config.temporal.address !== undefined) return config.temporal.address;
  const build = { home: config.home, onProgress: buildProgressLine(), signal: cancelled.signal };
  const binaries = await step('Temporal server, built', () => buildEngine(build));
  const service = {
    name: 'Temporal server',
    start: () => startEmbeddedEngine(config, { databaseUrl, binaries }),
  };
  const { address } = await step('Temporal server', () => supervisor.run(service));
  return address;
}

function keep(name: 'worker' | 'api', config: Config) {
  return supervisor.run({ name: name === 'api' ? 'API' : name, start: () => startOwnService(name, config) });
}

/** Ends all of it, once; a second call waits for the first. */
let ending: Promise<void> | undefined;
function end(home: string): Promise<void> {
  supervisor.letGo();
  cancelled.abort();
  ending ??= endEverything(home).then(() => {
    unlockHome(home);
  });
  return ending;
}

function stopOnSignals(home: string, launchers: readonly ProcessIdentity[]): void {
  const stop = (): void => {
    if (ending !== undefined) return;
    say('stopping … · đang dừng …');
    void end(home).then(() => {
      say('Stopped. · Đã dừng.');
      process.exit(0);
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  watchLaunchers(launchers, stop);
}

async function fail(home: string, error: unknown): Promise<void> {
  if (ending !== undefined) return;
  process.exitCode = 1;
  console.error(`\n${sentenceFor(home, error)}`);
  await end(home);
  process.exit(1);
}

function sentenceFor(home: string, error: unknown): string {
  if (error instanceof StartProblem) return error.message;
  const log = new LogFile(homePaths(home).log('start'));
  log.write(`${new Date().toISOString()} ${error instanceof Error ? String(error.stack) : String(error)}\n`);
  return `The start failed (${reasonOf(error)}); what to do is not known for this case, details are in ${log.path}.`;
}

async function main(): Promise<void> {
  const config = configOrExit(readStartConfig);
  const { home } = config;
  const launchers = findLaunchers();
  // The terminal may close before we are done with stopping.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    prepareHome(home);
    await lockHome(home, { launchers, url: webAddress(config) });
  } catch (error) {
    console.error(sentenceFor(home, error));
    process.exit(1);
  }
  stopOnSignals(home, launchers);
  process.on('uncaughtException', (error) => void fail(home, error));
  try {
    await endEverything(home);
    if (config.sealingKeys.length === 0) ensureSealingKey(home);
    // Read once more: the key is part of it.
    await startEverything(configOrExit(readStartConfig));
  } catch (error) {
    await fail(home, error);
  }
}

void main();
