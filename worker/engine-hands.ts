import { randomUUID } from 'node:crypto';
import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import type { EngineHands } from '../activities/watch-cases.js';
import { caseId, commandId, type CaseId } from '../domain/ids.js';
import {
  caseQueue,
  caseWorkflowId,
  caseWorkflowType,
  submitCommand,
  type CaseInput,
} from '../workflows/contract.js';

/** What the watchman may do to the engine. */
export const engineHands = (client: Client, taskQueue: string = caseQueue): EngineHands => ({
  async revive(id) {
    const input: CaseInput = { caseId: id };
    await client.workflow.start(caseWorkflowType, {
      workflowId: caseWorkflowId(id),
      taskQueue,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowTaskTimeout: '2s',
    });
  },
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
  async withoutRun(ids) {
    const running = new Set<CaseId>();
    for await (const { workflowId } of client.workflow.list({
      query: `WorkflowType = '${caseWorkflowType}' and ExecutionStatus = 'Running'`,
    })) {
      running.add(caseId(workflowId.replace('case:', '')));
    }
    return ids.filter((id) => !running.has(id));
  },
});

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
