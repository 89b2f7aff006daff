import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { withGround } from './bench/ground.js';
import { measureCommands } from './bench/measure-commands.js';
import { measureOverduePage } from './bench/measure-overdue-page.js';
import { tableOf } from './bench/verdict.js';

const parts = ['commands', 'overdue'] as const;

/**
 * `npm run bench [-- --rows N] [--only commands|overdue]`: what the house costs above its engine, as ratios of one run on servers of its own,
 * and what the overdue page reads among N open tasks. A missed limit is told and is no failure of the run.
 */
async function main(): Promise<void> {
  const { rows, only } = wanted();
  await withGround(async (ground) => {
    console.log(`${String(cpus().length)} processors; PostgreSQL, engine, worker, API and load share them.`);
    if (only !== 'overdue') {
      console.log('Measuring commands …');
      console.log(`\n${tableOf(await measureCommands(ground))}\n`);
    }
    if (only !== 'commands') {
      console.log(`Filling a scratch database with ${rows.toLocaleString('en')} open tasks …`);
      console.log(`\n${tableOf(await measureOverduePage(ground.database('bench_page'), rows))}\n`);
    }
  });
}

interface Wanted {
  readonly rows: number;
  readonly only: (typeof parts)[number] | undefined;
}

function wanted(): Wanted {
  const { values } = parseArgs({
    options: { rows: { type: 'string', default: '1000000' }, only: { type: 'string' } },
  });
  const rows = Number(values.rows);
  if (!Number.isInteger(rows) || rows < 1_000)
    throw new Error('--rows must be a whole number of at least 1000');
  const only = parts.find((part) => part === values.only);
  if (only !== values.only) throw new Error(`--only takes ${parts.join(' or ')}`);
  return { rows, only };
}

main().catch((error: unknown) => {
  console.error(`The bench could not run: ${error instanceof Error ? error.message : String(error)}.`);
  process.exitCode = 1;
});
