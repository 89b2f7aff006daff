import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

/**
 * Moves the clock of one workflow `days` ahead on the real engine, firing every timer on the way; returns when it is
 * there. Real days pass in about a second for each timer. Does not arrive while an activity is being retried.
 */
export async function fastForward(client: Client, workflowId: string, days: number): Promise<void> {
  const id = randomUUID();
  const { workflowService } = client.connection;
  const workflowExecution = { workflowId };
  const fastForwardConfig = { id, duration: msToTs(days * 86_400_000) };
  await workflowService.updateWorkflowExecutionOptions({
    namespace: client.options.namespace,
    workflowExecution,
    workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig } },
    updateMask: { paths: ['time_skipping_config'] },
  });
  const { failedReason } = await workflowService.pollWorkflowExecutionTimeSkipping({
    namespace: client.options.namespace,
    workflowExecution,
    fastForwardId: id,
  });
  if (failedReason) throw new Error(`The clock of ${workflowId} could not be moved: ${failedReason}`);
}
