import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { Client as Sql } from 'pg';
import { caseId } from '../../domain/ids.js';
import type { Door } from '../../prisma/seed/demo/door.js';
import type { SeenCase } from '../../prisma/seed/demo/shapes.js';
import { caseWorkflowId } from '../../workflows/contract.js';
import { askInVain, completeTasks, measuredSteps, startCases } from './case-user.js';
import { benchDatabase, type Ground } from './ground.js';
import type { Measured } from './verdict.js';

const limits = { perStep: 8, perRefusal: 0 };
const counted = 10;

/** A connection that does nothing tells of its last transactions up to ten seconds after they ended. */
const statisticsDelayMs = 11_000;

/** What does not depend on the machine: history events and transactions per command. */
export async function countPerCommand(
  client: Client,
  ground: Ground,
  doors: readonly Door[],
): Promise<Measured[]> {
  const [door] = doors;
  if (door === undefined) return [];
  const { cases } = await startCases(door, counted);
  const begun = await lengthsOf(client, cases);
  const committed = await transactionsOf(ground);
  await completeTasks(door, cases);
  const transactions = (await transactionsOf(ground)) - committed;
  const completed = await lengthsOf(client, cases);
  for (const seen of cases) await askInVain(door, seen);
  const refused = await lengthsOf(client, cases);
  const commands = cases.length * measuredSteps.length;
  const note = `mean over ${measuredSteps.join(', ')} of ${String(counted)} cases`;
  return [
    {
      what: 'history events per completed step',
      value: (completed - begun) / commands,
      limit: limits.perStep,
      note,
    },
    {
      what: 'history events per refused command',
      value: (refused - completed) / cases.length,
      limit: limits.perRefusal,
      note: `wrong-state on ${String(counted)} warm cases`,
    },
    { what: 'transactions of ours per completed step', value: transactions / commands, digits: 1, note },
  ];
}

async function lengthsOf(client: Client, cases: readonly SeenCase[]): Promise<number> {
  const lengths = cases.map(async ({ id }) => {
    const { historyLength } = await client.workflow.getHandle(caseWorkflowId(caseId(id))).describe();
    return historyLength;
  });
  return (await Promise.all(lengths)).reduce((sum, length) => sum + length, 0);
}

/** Committed in the application's database so far; a statement outside of a transaction counts as one. */
async function transactionsOf(ground: Ground): Promise<number> {
  await pause(statisticsDelayMs);
  const sql = new Sql({ connectionString: ground.database('postgres') });
  await sql.connect();
  try {
    const { rows } = await sql.query<{ committed: string }>(
      'select xact_commit as committed from pg_stat_database where datname = $1',
      [benchDatabase],
    );
    return Number(rows[0]?.committed);
  } finally {
    await sql.end();
  }
}
