import type { CaseId } from '../../domain/ids.js';
import { caseWorkflowId, getCase } from '../../workflows/contract.js';
import type { GatewaySettings } from './gateway-settings.js';
import { arrives, brieflyMs, fastForward, isNoRun, type Jump } from './fast-forward.js';
import type { JumpAnswer } from './gateway-answer.js';

/** Moves a rehearsal's clock. */
export async function moveClock(
  { client, record }: GatewaySettings,
  caseId: CaseId,
  jump: Jump,
): Promise<JumpAnswer> {
  const workflowId = caseWorkflowId(caseId);
  try {
    const kind = await fastForward(client, workflowId, jump);
    await client.workflow.getHandle(workflowId).query(getCase); // what time brought about is decided now
    return { kind };
  } catch (error) {
    const isClosed = isNoRun(error) && (await record.isOpen(caseId).catch(() => undefined)) === false;
    return isClosed
      ? { kind: 'refused', refusal: { refused: 'case-closed', allowed: ['reopen-case'] } }
      : { kind: 'not-known-yet' };
  }
}

/** Waits for a jump that may be under way; there is nothing to wait for where the engine knows of none. */
export async function arrived(
  { client }: Pick<GatewaySettings, 'client'>,
  caseId: CaseId,
  jumpId: string,
): Promise<JumpAnswer> {
  try {
    await arrives(client, { workflowId: caseWorkflowId(caseId), id: jumpId, withinMs: brieflyMs });
    return { kind: 'before' };
  } catch (error) {
    return { kind: isNoRun(error) ? 'before' : 'not-known-yet' };
  }
}
