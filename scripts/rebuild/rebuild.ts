import type { Client } from '@temporalio/client';
import { currentCalendar } from '../../activities/current-calendar.js';
import { rewriteReadRows } from '../../activities/rewrite-read-rows.js';
import { openCases } from '../../activities/watch-cases.js';
import { stateSchema } from '../../domain/case/case-state.js';
import { caseId } from '../../domain/ids.js';
import type { Database } from '../../prisma/client.js';
import { engineHands, startRun } from '../../worker/engine-hands.js';
import { caseQueue } from '../../workflows/contract.js';

export interface Rebuilt {
  readonly rows: number;
  readonly started: number;
}

/**
 * Writes the snapshot and read rows of every case anew from its events, then makes sure that every open case has a
 * running workflow. Safe to repeat, and safe while the system runs.
 */
export async function rebuild(
  database: Database,
  client: Client,
  taskQueue: string = caseQueue,
): Promise<Rebuilt> {
  const calendar = await currentCalendar(database);
  const ids = await database.caseEvent.findMany({ distinct: ['caseId'], select: { caseId: true } });
  for (const id of ids) await rewriteReadRows(database, caseId(id.caseId), calendar);
  const open = await openCases(database);
  for (const id of open) await startRun(client, { id, taskQueue, running: 'USE_EXISTING' });
  return { rows: ids.length, started: open.length };
}

/**
 * Writes anew what code of another schema wrote: no run of the engine does it for cases that are closed, nor for open
 * ones before something happens to them. Safe to repeat.
 */
export async function rewriteFormerCases(database: Database): Promise<number> {
  const calendar = await currentCalendar(database);
  const former = await database.caseSnapshot.findMany({
    where: { schema: { not: stateSchema }, version: { gt: 0 } },
    select: { caseId: true },
  });
  for (const { caseId: id } of former) await rewriteReadRows(database, caseId(id), calendar);
  return former.length;
}

/**
 * Restarts every open case from the record on the workflow code that runs now: what a new version of the workflows
 * needs instead of patch markers.
 */
export async function restartOpenCases(
  database: Database,
  client: Client,
  taskQueue: string = caseQueue,
): Promise<number> {
  await rewriteFormerCases(database);
  const open = await openCases(database);
  for (const id of open) await startRun(client, { id, taskQueue, running: 'TERMINATE_EXISTING' });
  return open.length;
}

/** Starts the open cases that have no running workflow, as after the loss of the engine; returns how many. */
export async function reviveLostCases(
  database: Database,
  client: Client,
  taskQueue: string = caseQueue,
): Promise<number> {
  const hands = engineHands(client, taskQueue);
  let revived = 0;
  for (const id of await hands.unlisted(await openCases(database))) {
    if ((await hands.standing(id)) !== 'gone') continue;
    await hands.revive(id);
    revived++;
  }
  return revived;
}
