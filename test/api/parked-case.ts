import type { CaseView } from '../../api/contract/case.js';
import { parked, timePasses } from '../../domain/case/system-commands.js';
import { caseId } from '../../domain/ids.js';
import { instant } from '../../domain/time/instant.js';
import { caseWorkflowId, caseWorkflowType } from '../../workflows/contract.js';
import { aReport, change, type ApiWorld } from './api-world.js';

/** A case that stands still as if the machine had met a fault in it. */
export async function parkedCase(api: ApiWorld, more: Record<string, unknown> = {}): Promise<CaseView> {
  const coordinator = await api.as('coordinator');
  const view = (await change(coordinator, '/cases', aReport(more))).body as CaseView;
  const id = caseId(view.id);
  const { state } = await api.world.activities.loadCase({ caseId: id });
  if (state === null) throw new Error('the case is not in the record');
  const now = instant(new Date().toISOString());
  const ask = timePasses(id, state.version, now);
  const { events } = parked(state, { command: ask, now, cause: 'time-broken' });
  // Its run ends, so that the next command finds the case as the record has it.
  const { client, taskQueue } = api.world.temporal;
  await client.workflow.getHandle(caseWorkflowId(id)).terminate();
  await api.world.activities.saveCaseEvents({
    caseId: id,
    expectedVersion: state.version,
    now,
    decisions: [{ commandId: ask.id, type: ask.type, events }],
  });
  // A parked case has a run that waits, like every open one.
  await client.workflow.start(caseWorkflowType, {
    workflowId: caseWorkflowId(id),
    taskQueue,
    args: [{ caseId: id }],
    workflowTaskTimeout: '2s',
  });
  return view;
}
