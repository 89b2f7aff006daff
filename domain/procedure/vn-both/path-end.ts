import type { Step } from '../procedure.js';
import { all, is, not } from './condition.js';

/**
 * When a person withdraws, is lost or dies, the steps that make no sense any more are recalled. The child-protection
 * track does not end with a withdrawal; what is owed for somebody in a facility ends only with their leaving; the
 * criminal track runs on by itself.
 */
const owedInFacility = ['after-stay', 'decide-on-leaving'];

function endings(step: Step): readonly string[] {
  if (step.track === 'criminal-report') return [];
  if (step.track === 'child') return ['lost-contact', 'died'];
  if (step.kind === 'stay' || owedInFacility.includes(step.id)) return ['lost-contact', 'died'];
  // Somebody who withdrew is left in peace; somebody out of contact is still looked for.
  if (step.id === 'alert-missing' || step.id === 'trace-person') return ['withdrawn', 'died'];
  return ['withdrawn', 'lost-contact', 'died'];
}

export function untilThePathEnds(step: Step): Step {
  const ends = endings(step);
  return ends.length === 0 ? step : { ...step, opens: all(step.opens, not(is('pathEnd', ends))) };
}
