import type { CaseState } from './case-state.js';
import type { EventOf } from './events.js';

/** Raised, and open until somebody acknowledges it with an action. */
export function escalationRaised(
  state: CaseState,
  { data, occurredAt }: EventOf<'escalation-raised'>,
): CaseState {
  const { escalationId: id, taskId, level, renews, cause, to } = data;
  const raised = {
    id,
    taskId,
    level,
    raisedAt: occurredAt,
    ...(cause === undefined ? {} : { cause }),
    ...(to === undefined ? {} : { to }),
  };
  const escalations = { ...state.escalations, [id]: raised };
  const renewed = renews === undefined ? undefined : state.escalations[renews];
  if (renewed === undefined) return { ...state, escalations };
  const { until: _until, ...waitedOut } = renewed;
  return { ...state, escalations: { ...escalations, [waitedOut.id]: waitedOut } };
}

export function escalationAnswered(
  state: CaseState,
  { data, occurredAt }: EventOf<'escalation-acknowledged'>,
): CaseState {
  const raised = state.escalations[data.escalationId];
  if (raised === undefined) throw new Error('an escalation is acknowledged after it was raised');
  const { action, until } = data;
  const answered = {
    ...raised,
    acknowledgedAt: occurredAt,
    action,
    ...(until === undefined ? {} : { until }),
  };
  return { ...state, escalations: { ...state.escalations, [raised.id]: answered } };
}
