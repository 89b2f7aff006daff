import { procedureOf } from '../procedure/catalogue.js';
import { closeStepId, type Step } from '../procedure/procedure.js';
import type { Instant } from '../time/instant.js';
import type { CaseState } from './case-state.js';
import { elapsingInstants } from './conditions.js';
import { closingInstants } from './obligations.js';
import { mayOpenOnceMore, memoryOf, stepHolds } from './step-memory.js';

/** A step that time alone will open, if nothing else happens until then. */
export interface ComingDuty {
  readonly step: Step;
  readonly opensAt: Instant;
}

/** The steps that open by themselves as time passes, the earliest first: what a case waits for when nobody has to act. */
export function comingDuties(state: CaseState, now: Instant): readonly ComingDuty[] {
  if (state.status !== 'open') return [];
  return Object.values(procedureOf(state.procedure).steps)
    .flatMap((step) => {
      const opensAt = opensByItself(step, state, now);
      return opensAt === undefined ? [] : [{ step, opensAt }];
    })
    .sort((one, other) => (one.opensAt < other.opensAt ? -1 : one.opensAt > other.opensAt ? 1 : 0));
}

function opensByItself(step: Step, state: CaseState, now: Instant): Instant | undefined {
  if (!mayOpenOnceMore(step, memoryOf(state, step.id)) || stepHolds(step, state, now)) return undefined;
  const instants = step.id === closeStepId ? closingInstants(state) : elapsingInstants(step.opens, state);
  return [...instants].sort().find((at) => at > now && stepHolds(step, state, at));
}
