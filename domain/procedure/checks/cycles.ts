import type { Procedure, Step } from '../procedure.js';
import { afterParts, listOf, partsOf } from './condition-parts.js';
import { finding, type Finding } from './finding.js';
import { couldMake, stepsOf } from './outcomes.js';

/** A step that can come to follow itself needs `repeats.max`: without it, it would silently not open again. */
export function cycleFindings(procedure: Procedure): readonly Finding[] {
  const following = new Map(stepsOf(procedure).map((step) => [step.id, followers(step, procedure)]));
  return stepsOf(procedure)
    .filter((step) => step.repeats === undefined && reaches(step.id, following))
    .map(({ id }) => finding('cycle-is-bounded', id, 'it can follow itself, but has no repeats.max'));
}

/** The steps that open because of this one: they name its completion, or a fact that it makes true. */
function followers(step: Step, procedure: Procedure): readonly string[] {
  return stepsOf(procedure)
    .filter(({ opens }) =>
      partsOf(opens).some(({ leaf, positive }) => {
        if (!positive) return false;
        if ('after' in leaf) return afterParts(leaf.after).step === step.id;
        if ('fact' in leaf) {
          return Object.values(step.outcomes).some((outcome) =>
            couldMake(outcome, leaf.fact, listOf(leaf.is)),
          );
        }
        return false;
      }),
    )
    .map(({ id }) => id);
}

function reaches(start: string, following: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const open = [...(following.get(start) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === start) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(following.get(next) ?? []));
  }
  return false;
}
