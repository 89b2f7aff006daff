import { derivedUuid, exclusionId } from '../ids.js';
import type { CaseState, Exclusion } from './case-state.js';
import type { EventOf } from './events.js';

export function excluded(
  state: CaseState,
  { caseId, version, data, occurredAt }: EventOf<'excluded'>,
): CaseState {
  const id = exclusionId(derivedUuid(`exclusion:${caseId}:${String(version)}`));
  const standing = { ...data.exclusion, id, at: occurredAt, ground: data.ground.code };
  return { ...state, exclusions: [...state.exclusions, standing] };
}

export const exclusionLifted = (state: CaseState, { data }: EventOf<'exclusion-lifted'>): CaseState => ({
  ...state,
  exclusions: state.exclusions.filter((each) => whom(each) !== whom(data.exclusion)),
});

/** Agencies and users have ids of one kind, relatives have words. */
const whom = (exclusion: Exclusion): string =>
  'agencyId' in exclusion
    ? exclusion.agencyId
    : 'userId' in exclusion
      ? exclusion.userId
      : exclusion.relative;

/** Who is excluded, without since when and why. */
export function exclusionOnly(exclusion: Exclusion): Exclusion {
  if ('agencyId' in exclusion) return { agencyId: exclusion.agencyId };
  return 'userId' in exclusion ? { userId: exclusion.userId } : { relative: exclusion.relative };
}
