import { type StartConfig, configOrExit, readStartConfig } from '../../config.js';
import { LogFile } from '../embedded/log-file.js';
import type { ProcessIdentity } from '../embedded/process-identity.js';
import { StartProblem, fileTrouble, reasonOf } from '../embedded/start-problem.js';
import { bringUp } from './bring-up.js';
import { endEverything } from './end-everything.js';
import { ensureSealingKey, homePaths, lockHome, prepareHome, unlockHome } from './home.js';
import { findLaunchers, watchLaunchers } from './launchers.js';
import { finalScreen, say, webAddress } from './screen.js';
import { Supervisor } from './supervisor.js';

// `npm start`, second half: everything in order, then the final screen, then keeping it running until told to stop.

const supervisor = new Supervisor();
const cancelled = new AbortController();

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
  const ofTheFiles = fileTrouble(error);
  if (ofTheFiles !== undefined) return ofTheFiles;
  const log = new LogFile(homePaths(home).log('start'));
  log.write(`${new Date().toISOString()} ${error instanceof Error ? String(error.stack) : String(error)}\n`);
  return `The start failed (${reasonOf(error)}); what to do is not known for this case, details are in ${log.path}.`;
}

/** Reading them can fail on a file that is not ours to read. */
function settings(): StartConfig {
  try {
    return configOrExit(readStartConfig);
  } catch (error) {
    console.error(fileTrouble(error) ?? reasonOf(error));
    process.exit(1);
  }
}

async function main(): Promise<void> {
  const config = settings();
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
    const began = performance.now();
    const running = await bringUp(settings(), { supervisor, cancelled: cancelled.signal });
    console.log(finalScreen(running, performance.now() - began));
  } catch (error) {
    await fail(home, error);
  }
}

void main();
