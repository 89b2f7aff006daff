import { randomUUID } from 'node:crypto';
import { type Client, WithStartWorkflowOperation } from '@temporalio/client';
import { bareQueue, bareStep, bareWorkflowType } from './bare-contract.js';
import { timed } from './spread.js';

/** Opens `count` bare workflows by update-with-start; returns their ids and how long each took. */
export async function startBare(client: Client, count: number): Promise<{ ids: string[]; starts: number[] }> {
  const ids: string[] = [];
  const starts: number[] = [];
  for (let index = 0; index < count; index++) {
    const workflowId = `bare:${randomUUID()}`;
    const startWorkflowOperation = new WithStartWorkflowOperation(bareWorkflowType, {
      workflowId,
      taskQueue: bareQueue,
      args: [],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowTaskTimeout: '2s',
    });
    const update = { startWorkflowOperation, updateId: randomUUID(), args: [payload] as [string] };
    starts.push(await timed(() => client.workflow.executeUpdateWithStart(bareStep, update)));
    ids.push(workflowId);
  }
  return { ids, starts };
}

/** One user who takes `each` steps in every one of these workflows. */
export async function stepBare(client: Client, ids: readonly string[], each: number): Promise<number[]> {
  const durations: number[] = [];
  for (const id of ids) {
    const handle = client.workflow.getHandle(id);
    for (let step = 0; step < each; step++)
      durations.push(
        await timed(() => handle.executeUpdate(bareStep, { updateId: randomUUID(), args: [payload] })),
      );
  }
  return durations;
}

/** About as long as a command with its form. */
const payload = 'x'.repeat(600);
