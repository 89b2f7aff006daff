import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { withGround } from './bench/ground.js';
import { measureCommands } from './bench/measure-commands.js';
import { measureOverduePage } from './bench/measure-overdue-page.js';
import { tableOf } from './bench/verdict.js';

/**
 * `npm run bench [-- --rows N]`: what the house costs above its engine, as ratios of one run on servers of its own,
 * and what the overdue page reads among N open tasks. A missed limit is told and is no failure of the run.
 */
async function main(): Promise<void> {
  const rows = wantedRows();
  await withGround(async (ground) => {
    console.log(`${String(cpus().length)} processors; PostgreSQL, engine, worker, API and load share them.`);
    console.log('Measuring commands …');
    const commands = await measureCommands(ground);
    console.log(`\n${tableOf(commands)}\n`);
    console.log(`Filling a scratch database with ${rows.toLocaleString('en')} open tasks …`);
    const page = await measureOverduePage(ground.database('bench_page'), rows);
    console.log(`\n${tableOf(page)}\n`);
  });
}

function wantedRows(): number {
  const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } });
  const rows = Number(values.rows);
  if (!Number.isInteger(rows) || rows < 1_000)
    throw new Error('--rows must be a whole number of at least 1000');
  return rows;
}

main().catch((error: unknown) => {
  console.error(`The bench could not run: ${error instanceof Error ? error.message : String(error)}.`);
  process.exitCode = 1;
});
