import { randomUUID } from 'node:crypto';
import {
  ScheduleAlreadyRunning,
  ScheduleOverlapPolicy,
  WorkflowNotFoundError,
  type Client,
} from '@temporalio/client';
import type { EngineHands } from '../activities/watch-cases.js';
import { commandId, type CaseId } from '../domain/ids.js';
import {
  caseQueue,
  caseWorkflowId,
  caseWorkflowType,
  submitCommand,
  type CaseInput,
} from '../workflows/contract.js';

/** Failed so often, the next attempt will fail as well. */
const manyAttempts = 3;

/** What the watchman may do to the engine. */
export const engineHands = (client: Client, taskQueue: string = caseQueue): EngineHands => ({
  revive: (id) => startRun(client, { id, taskQueue, running: 'USE_EXISTING' }),
  beginAnew: (id) => startRun(client, { id, taskQueue, running: 'TERMINATE_EXISTING' }),
  async routeAnew(id) {
    const command = {
      id: commandId(randomUUID()),
      caseId: id,
      type: 'route-anew',
      data: {},
      actor: { kind: 'system', name: 'operator' },
    } as const;
    await client.workflow
      .getHandle(caseWorkflowId(id))
      .executeUpdate(submitCommand, { updateId: command.id, args: [command] });
  },
  async unlisted(ids) {
    const running = new Set<string>();
    for await (const { workflowId } of client.workflow.list({
      query: `WorkflowType = '${caseWorkflowType}' and ExecutionStatus = 'Running'`,
    }))
      running.add(workflowId);
    return ids.filter((id) => !running.has(caseWorkflowId(id)));
  },
  async standing(id) {
    try {
      const { status, raw } = await client.workflow.getHandle(caseWorkflowId(id)).describe();
      if (status.name !== 'RUNNING') return 'gone';
      const { pendingWorkflowTask: work } = raw;
      if (work === undefined || work === null) return 'asleep';
      return (work.attempt ?? 1) >= manyAttempts ? 'failing' : 'working';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'gone';
      throw error;
    }
  },
});

interface Start {
  readonly id: CaseId;
  readonly taskQueue: string;
  /** What becomes of a run that is there already. */
  readonly running: 'USE_EXISTING' | 'TERMINATE_EXISTING';
}

/** Has a case run from the record. */
export async function startRun(client: Client, { id, taskQueue, running }: Start): Promise<void> {
  const input: CaseInput = { caseId: id };
  await client.workflow.start(caseWorkflowType, {
    workflowId: caseWorkflowId(id),
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: running,
    workflowTaskTimeout: '2s',
  });
}

/** The watch runs every minute, from whichever worker is there; a watch that takes longer is not overtaken. */
export async function scheduleWatch(client: Client, taskQueue: string = caseQueue): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: 'watch',
      spec: { intervals: [{ every: '1 minute' }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
      action: {
        type: 'startWorkflow',
        workflowType: 'watchWorkflow',
        taskQueue,
        workflowRunTimeout: '2 minutes',
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
