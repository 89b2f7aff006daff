import type { CaseState } from '../../domain/case/case-state.js';
import type { CaseEvent } from '../../domain/case/events.js';
import type { Instant } from '../../domain/time/instant.js';

/**
 * When the task of a reminder or report had really ended, if that was before it: the system counted on, because the
 * answer was recorded only later. Undefined where it came rightly.
 */
export function endBefore({ type, data, occurredAt }: CaseEvent, { tasks }: CaseState): Instant | undefined {
  if (type !== 'rung-reached' && type !== 'escalation-raised') return undefined;
  const endedAt = tasks[data.taskId]?.completedAt;
  return endedAt !== undefined && endedAt < occurredAt ? endedAt : undefined;
}
