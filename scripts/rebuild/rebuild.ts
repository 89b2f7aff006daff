import type { Client } from '@temporalio/client';
import { currentCalendar } from '../../activities/current-calendar.js';
import { rewriteReadRows } from '../../activities/rewrite-read-rows.js';
import { caseId, type CaseId } from '../../domain/ids.js';
import type { Database } from '../../prisma/client.js';
import { caseQueue, caseWorkflowId, caseWorkflowType, type CaseInput } from '../../workflows/contract.js';

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
  return {
    rows: ids.length,
    started: await startOpenCases(client, await openCases(database), { taskQueue, running: 'keep' }),
  };
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
  return startOpenCases(client, await openCases(database), { taskQueue, running: 'end' });
}

async function openCases(database: Database): Promise<readonly CaseId[]> {
  const rows = await database.caseRow.findMany({
    where: { status: { not: 'closed' } },
    select: { id: true },
  });
  return rows.map(({ id }) => caseId(id));
}

interface Starting {
  readonly taskQueue: string;
  /** What becomes of a run that is there already. */
  readonly running: 'keep' | 'end';
}

async function startOpenCases(
  client: Client,
  ids: readonly CaseId[],
  { taskQueue, running }: Starting,
): Promise<number> {
  for (const id of ids) {
    const input: CaseInput = { caseId: id };
    await client.workflow.start(caseWorkflowType, {
      workflowId: caseWorkflowId(id),
      taskQueue,
      args: [input],
      workflowIdConflictPolicy: running === 'keep' ? 'USE_EXISTING' : 'TERMINATE_EXISTING',
      workflowTaskTimeout: '2s',
    });
  }
  return ids.length;
}
