import { isGrpcServiceError, type Client } from '@temporalio/client';
import { msNumberToTs } from '@temporalio/common/lib/time.js';

const msPerDay = 86_400_000;

/** Long enough for a hundred timers on the way. */
const patienceMs = 60_000;

/** Enough to hear of a jump that arrived: an engine that is away must not hold anybody up for a minute. */
export const brieflyMs = 10_000;

/** Days that pass at once. The engine knows the last jump of a workflow by its id, and asked twice would jump twice. */
export interface Jump {
  readonly id: string;
  readonly days: number;
}

/**
 * Moves one workflow's clock ahead on the real server and returns when it arrived: timers on the way fire in order.
 * A jump that was begun before is only waited for; `before` says so. The server must allow it
 * (`frontend.WorkflowTimeSkippingEnabled`).
 */
export async function fastForward(
  client: Client,
  workflowId: string,
  { id, days }: Jump,
): Promise<'moved' | 'before'> {
  if (await arrives(client, { workflowId, id, withinMs: brieflyMs })) return 'before';
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace: client.options.namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        fastForwardConfig: { id, duration: msNumberToTs(days * msPerDay) },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  if (await arrives(client, { workflowId, id, withinMs: patienceMs })) return 'moved';
  throw new Error('another jump took the place of this one');
}

interface Expected {
  readonly workflowId: string;
  /** Of the jump. */
  readonly id: string;
  readonly withinMs: number;
}

/** Waits for a jump to arrive; false where the engine knows of none with this id, or of a later one by now. */
export async function arrives(client: Client, { workflowId, id, withinMs }: Expected): Promise<boolean> {
  const { namespace } = client.options;
  const patient = Date.now() + withinMs;
  while (Date.now() < patient) {
    const { fastForwardInfo, failedReason } = await client.withDeadline(patient, () =>
      client.workflowService.pollWorkflowExecutionTimeSkipping({
        namespace,
        workflowExecution: { workflowId },
        fastForwardId: id,
      }),
    );
    if (fastForwardInfo?.fastForwardId !== id) return false;
    if (fastForwardInfo.hasCompleted) return true;
    if (failedReason !== '') throw new Error(`the clock stopped on its way: ${failedReason}`);
  }
  throw new Error('the clock is still on its way');
}

const notFound = 5;

/** No such workflow runs. Where the service itself is asked, the client gives its answer no class of its own. */
export function isNoRun(error: unknown): boolean {
  if (!isGrpcServiceError(error)) return false;
  const code: number = error.code;
  return code === notFound;
}
