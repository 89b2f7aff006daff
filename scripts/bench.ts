import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Stopped, withGround } from './bench/ground.js';
import { measureCommands } from './bench/measure-commands.js';
import { measureDeadlines } from './bench/measure-deadlines.js';
import { measureOverduePage } from './bench/measure-overdue-page.js';
import { type Measured, tableOf } from './bench/verdict.js';

const parts = ['commands', 'overdue', 'deadlines'] as const;

/**
 * `npm run bench [-- --only commands|overdue|deadlines] [--rounds N] [--cases N] [--rows N] [--deadlines N] [--warm SECONDS]`: what the house costs above its engine,
 * as ratios of one run on servers of its own; what the overdue page reads among N open tasks; and what happens when N deadlines fall on the
 * same instant. A missed limit is told and is no failure of the run.
 */
async function main(): Promise<void> {
  const { rows, deadlines, only, warm, ...amount } = wanted();
  await withGround(async (ground) => {
    const begun = performance.now();
    const warmedUp = () => pause(Math.max(0, begun + warm * 1_000 - performance.now()));
    console.log(`${String(cpus().length)} processors; PostgreSQL, engine, worker, API and load share them.`);
    const print = (measured: readonly Measured[]): void => {
      console.log(`\n${tableOf(measured)}\n`);
    };
    const measure = {
      commands: async () => {
        console.log('Measuring commands, once the worker is past its careful beginning …');
        await warmedUp();
        print(await measureCommands(ground, amount));
      },
      overdue: async () => {
        console.log(`Filling a scratch database with ${rows.toLocaleString('en')} open tasks …`);
        print(await measureOverduePage(ground.database('bench_page'), rows));
      },
      deadlines: async () => {
        console.log(`Opening ${deadlines.toLocaleString('en')} cases that fall due at the same instant …`);
        await warmedUp();
        print(await measureDeadlines(ground, deadlines));
      },
    } satisfies Record<(typeof parts)[number], () => Promise<void>>;
    for (const part of parts) if (only === undefined || only === part) await measure[part]();
  });
}

interface Wanted {
  readonly rounds: number;
  readonly mostCases: number;
  readonly rows: number;
  readonly deadlines: number;
  /** Seconds that a worker runs before it is measured. */
  readonly warm: number;
  readonly only: (typeof parts)[number] | undefined;
}

function wanted(): Wanted {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '4' },
      cases: { type: 'string', default: '25' },
      rows: { type: 'string', default: '1000000' },
      deadlines: { type: 'string', default: '10000' },
      warm: { type: 'string', default: '80' },
      only: { type: 'string' },
    },
  });
  const only = parts.find((part) => part === values.only);
  if (only !== values.only) throw new Error(`--only takes ${parts.join(' or ')}`);
  return {
    rounds: wholeNumber('rounds', values.rounds, 1),
    mostCases: wholeNumber('cases', values.cases, 1),
    rows: wholeNumber('rows', values.rows, 1_000),
    deadlines: wholeNumber('deadlines', values.deadlines, 8),
    warm: wholeNumber('warm', values.warm, 0),
    only,
  };
}

function wholeNumber(option: string, given: string, least: number): number {
  const value = Number(given);
  if (Number.isInteger(value) && value >= least) return value;
  throw new Error(`--${option} must be a whole number of at least ${String(least)}`);
}

main().catch((error: unknown) => {
  if (error instanceof Stopped) {
    console.error('The bench was stopped; its servers are gone.');
    process.exit(error.exitCode); // what was being measured would go on waiting for its answers
  }
  console.error(`The bench could not run: ${error instanceof Error ? error.message : String(error)}.`);
  process.exitCode = 1;
});
