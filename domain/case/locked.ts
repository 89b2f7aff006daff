import { procedureOf } from '../procedure/catalogue.js';
import { afterParts, partsOf } from '../procedure/checks/condition-parts.js';
import type { Condition, Phase, Step } from '../procedure/procedure.js';
import { openTasks, type CaseState } from './case-state.js';
import { holds } from './conditions.js';
import type { Moment } from './draft.js';
import { memoryOf } from './step-memory.js';

/** A main step that is not open yet, with the conditions that do not hold. */
export interface LockedStep {
  readonly stepId: string;
  readonly phase: Phase;
  readonly unmet: readonly Condition[];
}

/** The steps of the main track that were never opened and still may be, and what each waits for. */
export function lockedSteps(state: CaseState, moment: Moment): readonly LockedStep[] {
  if (state.status !== 'open') return [];
  const open = new Set(openTasks(state).map((task) => task.stepId));
  return Object.values(procedureOf(state.procedure).steps)
    .filter((step) => step.track === 'main' && memoryOf(state, step.id).opened === 0 && !open.has(step.id))
    .filter((step) => step.channels === undefined || step.channels.includes(state.channel))
    .filter((step) => mayStillHold(step.opens, state) && !isPassedBy(step, state))
    .map((step) => ({ stepId: step.id, phase: step.phase, unmet: unmetLeaves(step.opens, state, moment) }))
    .filter(({ unmet }) => unmet.length > 0);
}

/** Every step that could have followed it was opened without it: the commune has the person, nobody need bring them. */
function isPassedBy({ id }: Step, state: CaseState): boolean {
  const followers = Object.values(procedureOf(state.procedure).steps).filter(({ opens }) =>
    partsOf(opens).some(
      ({ leaf, positive }) => positive && 'after' in leaf && afterParts(leaf.after).step === id,
    ),
  );
  return followers.length > 0 && followers.every((step) => memoryOf(state, step.id).opened > 0);
}

/** A way in which a case may end, with the conditions that do not hold. */
export interface LockedClosing {
  readonly outcome: string;
  readonly unmet: readonly Condition[];
}

/** The closings that do not hold yet, and what each waits for. */
export const lockedClosings = (state: CaseState, moment: Moment): readonly LockedClosing[] =>
  Object.entries(procedureOf(state.procedure).closings)
    .filter(([, { when }]) => mayStillHold(when, state))
    .map(([outcome, { when }]) => ({ outcome, unmet: unmetLeaves(when, state, moment) }))
    .filter(({ unmet }) => unmet.length > 0);

/** What is missing, and nothing that is there already: of alternatives, what each of them still lacks. */
function unmetLeaves(condition: Condition, state: CaseState, moment: Moment): readonly Condition[] {
  if (holds(condition, state, moment.now)) return [];
  if ('all' in condition) return condition.all.flatMap((each) => unmetLeaves(each, state, moment));
  if (!('any' in condition)) return [condition];
  const open = condition.any.filter((each) => mayStillHold(each, state));
  return [{ any: open.map((each) => jointly(unmetLeaves(each, state, moment))) }];
}

const jointly = (conditions: readonly Condition[]): Condition =>
  conditions.length === 1 && conditions[0] !== undefined ? conditions[0] : { all: conditions };

/** Everything about a case may change but the channel by which it came. */
function mayStillHold(condition: Condition, state: CaseState): boolean {
  if ('channel' in condition) return [condition.channel].flat().includes(state.channel);
  if ('all' in condition) return condition.all.every((each) => mayStillHold(each, state));
  return !('any' in condition) || condition.any.some((each) => mayStillHold(each, state));
}
