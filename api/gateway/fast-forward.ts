import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { msNumberToTs } from '@temporalio/common/lib/time.js';

const msPerDay = 86_400_000;

/** Long enough for a hundred timers on the way. */
const patienceMs = 60_000;

/**
 * Moves one workflow's clock ahead on the real server and returns when it arrived: timers on the way fire in order.
 * The server must allow it (`frontend.WorkflowTimeSkippingEnabled`).
 */
export async function fastForward(client: Client, workflowId: string, days: number): Promise<void> {
  const { namespace } = client.options;
  const workflowExecution = { workflowId };
  const id = randomUUID();
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution,
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        fastForwardConfig: { id, duration: msNumberToTs(days * msPerDay) },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  await client.withDeadline(Date.now() + patienceMs, () =>
    client.workflowService.pollWorkflowExecutionTimeSkipping({
      namespace,
      workflowExecution,
      fastForwardId: id,
    }),
  );
}
