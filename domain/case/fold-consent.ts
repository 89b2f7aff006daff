import type { CaseState } from './case-state.js';
import type { EventOf } from './events.js';

/** A consent was written down. */
export function consentRecorded(state: CaseState, event: EventOf<'consent-recorded'>): CaseState {
  const { consentId: id, ...terms } = event.data;
  const { occurredAt: givenAt, recordedAt, actor } = event;
  const recordedBy = actor.kind === 'user' ? actor.agencyId : null;
  return {
    ...state,
    consents: { ...state.consents, [id]: { id, ...terms, givenAt, recordedAt, recordedBy } },
  };
}

/** The person took it back; from that moment nothing rests on it. */
export function consentWithdrawn(state: CaseState, event: EventOf<'consent-withdrawn'>): CaseState {
  const { consentId } = event.data;
  const consent = state.consents[consentId];
  if (consent === undefined) throw new Error(`the case has no consent ${consentId}`);
  const withdrawn = { ...consent, withdrawnAt: event.occurredAt };
  return { ...state, consents: { ...state.consents, [consentId]: withdrawn } };
}
