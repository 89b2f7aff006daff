import { procedureOf } from '../procedure/catalogue.js';
import { closeStepId, phases, type Phase, type Step, type Track } from '../procedure/procedure.js';
import type { CaseState, StepMemory } from './case-state.js';

/** Of the tracks beside the main one, those that are the person's own way; an inquiry into the crime is not. */
const ownTracks: readonly Track[] = ['child', 'protection', 'support'];

/**
 * Where a case lies: the furthest phase that its main track has reached. But while a stay runs the person lives there,
 * whatever is being prepared; and while nothing is open on the main track, work that is still open beside it decides,
 * where it belongs to a phase in which the main track has no step of its own. Closing the case is no phase: it begins
 * wherever the way ends.
 */
export function phaseOf(state: CaseState): Phase {
  const { steps } = procedureOf(state.procedure);
  const known = Object.entries(state.steps).flatMap(([id, memory]): Known[] => {
    const step = steps[id];
    return step === undefined || id === closeStepId ? [] : [{ step, memory }];
  });
  const main = known.filter(({ step }) => step.track === 'main');
  const stays = main.filter((each) => isOpen(each) && each.step.kind === 'stay');
  const beside = main.some(isOpen) ? [] : besideMain(known, Object.values(steps));
  return furthest(stays) ?? furthest(beside) ?? furthest(main.filter(wasReached)) ?? 'receipt';
}

interface Known {
  readonly step: Step;
  readonly memory: StepMemory;
}

const isOpen = ({ memory }: Known): boolean => memory.openTask !== undefined;

/** What only ever lapsed was never reached. */
const wasReached = ({ memory: { opened, completed, lapsed } }: Known): boolean =>
  opened > 0 && (lapsed !== true || completed > 0);

function besideMain(known: readonly Known[], steps: readonly Step[]): readonly Known[] {
  const ofMain = new Set(
    steps.filter(({ id, track }) => track === 'main' && id !== closeStepId).map(({ phase }) => phase),
  );
  return known.filter(isOpen).filter(({ step }) => ownTracks.includes(step.track) && !ofMain.has(step.phase));
}

function furthest(known: readonly Known[]): Phase | undefined {
  return phases.findLast((phase) => known.some(({ step }) => step.phase === phase));
}
