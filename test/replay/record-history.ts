import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { caseWorld, type CaseWorld } from '../support/case-world.js';
import globalSetup from '../support/global-setup.cjs';
import globalTeardown from '../support/global-teardown.cjs';
import { anonymousHistory } from './anonymous-history.js';
import { keptCase, keptProcedures } from './kept-case.js';
import { scenes, type Played } from './scenes.js';

const folder = join(__dirname, 'histories');
const keptCases = join(__dirname, '..', 'domain', 'case', 'former-cases');

/**
 * `npm run record-history`: plays every scene on servers of its own and keeps what the engine wrote down; and what the
 * record holds of a case of each procedure, beside those that former schemas of the state left.
 */
async function main(): Promise<void> {
  await globalSetup();
  try {
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(folder)) rmSync(join(folder, file));
    for (const [name, play] of Object.entries(scenes)) await record(name, play);
    await keepCases();
  } finally {
    await globalTeardown();
  }
}

async function record(name: string, play: (world: CaseWorld) => Promise<Played>): Promise<void> {
  const world = await caseWorld();
  try {
    const { caseId, runs } = await play(world);
    for (const [index, run] of runs.entries()) {
      const handle = world.temporal.client.workflow.getHandle(`case:${caseId}`, run);
      const history: unknown = JSON.parse(historyToJSON(await handle.fetchHistory()));
      const file = runs.length === 1 ? `${name}.json` : `${name}-${String(index + 1)}.json`;
      writeFileSync(join(folder, file), `${JSON.stringify(anonymousHistory(history))}\n`);
      console.log(file);
    }
  } finally {
    await world.stop();
  }
}

async function keepCases(): Promise<void> {
  const world = await caseWorld();
  try {
    await world.startWorker();
    for (const procedure of Object.keys(keptProcedures) as (keyof typeof keptProcedures)[]) {
      const kept = await keptCase(world, procedure);
      const file = `schema-${String(kept.schema)}-${procedure.replace(/@.*/, '')}.json`;
      writeFileSync(join(keptCases, file), `${JSON.stringify(kept)}\n`);
      console.log(file);
    }
  } finally {
    await world.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
});
