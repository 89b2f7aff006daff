import { procedureOf } from '../procedure/catalogue.js';
import { closeStepId, type Procedure, type Step } from '../procedure/procedure.js';
import type { Instant } from '../time/instant.js';
import { openTasks, type CaseState, type StepMemory } from './case-state.js';
import { holds } from './conditions.js';

export const freshMemory: StepMemory = { held: false, opened: 0, completed: 0, declinedBy: [], usedDays: 0 };

export const memoryOf = (state: CaseState, stepId: string): StepMemory => state.steps[stepId] ?? freshMemory;

export function changeStep(
  state: CaseState,
  stepId: string,
  change: (memory: StepMemory) => StepMemory,
): CaseState {
  return { ...state, steps: { ...state.steps, [stepId]: change(memoryOf(state, stepId)) } };
}

/** Whether no task of the step is open and it was not completed as often as the procedure wants it at most. */
export const mayOpenOnceMore = (step: Step, { openTask, completed }: StepMemory): boolean =>
  openTask === undefined && completed < (step.repeats?.max ?? (step.id === closeStepId ? Infinity : 1));

/**
 * Does the step's opening condition hold? The closing step's is that some closing holds and no mandatory duty is open:
 * nobody is asked, or reminded, to do what the rules still refuse.
 */
export function stepHolds(step: Step, state: CaseState, now: Instant): boolean {
  if (step.channels !== undefined && !step.channels.includes(state.channel)) return false;
  if (step.id !== closeStepId) return holds(step.opens, state, now);
  const procedure = procedureOf(state.procedure);
  return lawfulClosings(procedure, state, now).length > 0 && openMandatory(procedure, state).length === 0;
}

/** The steps whose open tasks hold the closing up. */
export const openMandatory = (procedure: Procedure, state: CaseState): readonly string[] =>
  openTasks(state)
    .map(({ stepId }) => stepId)
    .filter((stepId) => procedure.steps[stepId]?.mandatory === true);

/** The outcomes with which the case could lawfully be closed now, were no mandatory step open. */
export function lawfulClosings(procedure: Procedure, state: CaseState, now: Instant): readonly string[] {
  return Object.entries(procedure.closings)
    .filter(([, closing]) => holds(closing.when, state, now))
    .map(([outcome]) => outcome);
}

/** The memory of every step with its condition judged anew. */
export function heldNow(state: CaseState, now: Instant): CaseState['steps'] {
  const changed: Record<string, StepMemory> = {};
  for (const step of Object.values(procedureOf(state.procedure).steps)) {
    const held = stepHolds(step, state, now);
    const memory = state.steps[step.id];
    if (memory?.held !== held) changed[step.id] = { ...(memory ?? freshMemory), held };
  }
  return Object.keys(changed).length === 0 ? state.steps : { ...state.steps, ...changed };
}
