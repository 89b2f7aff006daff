import { agencyId, derivedUuid, isUuid, taskId, type AgencyId } from '../ids.js';
import { procedureOf } from '../procedure/catalogue.js';
import { closeStepId, type Step } from '../procedure/procedure.js';
import type { Instant } from '../time/instant.js';
import { openTasks, type CaseState } from './case-state.js';
import { elapsingInstants, holds, predecessors } from './conditions.js';
import { deadlinesOf, followedDeadlines } from './deadlines.js';
import { happening, stateOf, type Draft, type Stamp } from './draft.js';
import { conditionLapsed, taskOf } from './fold-task.js';
import { closingInstants } from './obligations.js';
import { mayOpenOnceMore, memoryOf, stepHolds } from './step-memory.js';

/** More rounds than any procedure is deep: reaching it is a loop in the procedure, which its check forbids. */
const mostRounds = 50;

/**
 * What follows by the procedure from what just happened: steps open whose condition became true, open tasks are
 * recalled whose condition fell back, deadlines follow their starts. `before` is the state at which this was last
 * settled (undefined for a new case).
 */
export function unfold(draft: Draft, before: CaseState | undefined, stamp: Stamp): Draft {
  const rested = atRest(draft, before, stamp);
  // Last of all: only at rest is it known whether a duty has come that holds the closing up.
  const state = stateOf(rested);
  const closing = procedureOf(state.procedure).steps[closeStepId];
  if (closing === undefined || state.status !== 'open') return rested;
  if (!mustOpen(closing, { state, settled: before, corrected: undefined }, stamp)) return rested;
  return atRest(open(rested, closing, stamp), state, stamp);
}

function atRest(draft: Draft, before: CaseState | undefined, stamp: Stamp): Draft {
  let settled = before;
  let current = draft;
  for (let round = 0; round < mostRounds; round++) {
    const next = oneRound(current, settled, stamp);
    if (next.events.length === current.events.length) return next;
    settled = stateOf(current);
    current = next;
  }
  throw new Error(`the procedure ${stateOf(draft).procedure} does not come to rest`);
}

function oneRound(draft: Draft, settled: CaseState | undefined, stamp: Stamp): Draft {
  const state = stateOf(draft);
  if (state.status !== 'open') return draft;
  const steps = Object.values(procedureOf(state.procedure).steps);
  const recalled = steps
    .filter((step) => mustRecall(step, state, stamp))
    .reduce((next, step) => recall(next, step, stamp), draft);
  const opened = steps
    .filter(
      (step) =>
        step.id !== closeStepId && mustOpen(step, { state, settled, corrected: correctedStep(draft) }, stamp),
    )
    .reduce((next, step) => open(next, step, stamp), recalled);
  return openTasks(stateOf(opened)).reduce((next, task) => {
    const deadlines = followedDeadlines(task, stateOf(next), stamp.calendar);
    if (deadlines === undefined) return next;
    const cause = task.deadlines.length === 0 ? ('start-known' as const) : ('start-moved' as const);
    return happening(next, stamp, {
      type: 'deadlines-set',
      data: { taskId: task.id, cause, deadlines },
      byClock: true,
    });
  }, opened);
}

interface Change {
  readonly state: CaseState;
  /** The state on which the opening of steps was last settled. */
  readonly settled: CaseState | undefined;
  /** The step whose last answer was just corrected. */
  readonly corrected: string | undefined;
}

function correctedStep(draft: Draft): string | undefined {
  const correction = draft.events.find((event) => event.type === 'outcome-corrected');
  return correction === undefined ? undefined : taskOf(stateOf(draft), correction.data.taskId).stepId;
}

function mustOpen(step: Step, { state, settled, corrected }: Change, stamp: Stamp): boolean {
  const memory = memoryOf(state, step.id);
  if (!mayOpenOnceMore(step, memory) || !stepHolds(step, state, stamp.now)) return false;
  const before = settled === undefined ? undefined : memoryOf(settled, step.id);
  // A corrected answer counts from when its task was open, and then the condition of its step held.
  const isCorrected = step.id === corrected;
  if (before?.held !== true && !isCorrected) return true;
  return (
    step.repeats !== undefined &&
    settled !== undefined &&
    predecessors(step.opens).some(
      (id) => (isCorrected && id === step.id) || completedAnew(id, settled, state),
    )
  );
}

const completedAnew = (stepId: string, settled: CaseState, state: CaseState): boolean =>
  memoryOf(state, stepId).completed > memoryOf(settled, stepId).completed;

function mustRecall(step: Step, state: CaseState, stamp: Stamp): boolean {
  return (
    memoryOf(state, step.id).openTask !== undefined &&
    step.keep !== true &&
    !stepHolds(step, state, stamp.now)
  );
}

function recall(draft: Draft, step: Step, stamp: Stamp): Draft {
  const { openTask } = memoryOf(stateOf(draft), step.id);
  if (openTask === undefined) return draft;
  return happening(draft, stamp, {
    type: 'task-recalled',
    data: { taskId: openTask, ground: { code: conditionLapsed } },
    byClock: true,
  });
}

function open(draft: Draft, step: Step, stamp: Stamp): Draft {
  const state = stateOf(draft);
  const ordinal = memoryOf(state, step.id).opened + 1;
  const chosen = chosenAgency(step, state, stamp);
  const at = openedAt(step, state, stamp);
  return happening(draft, stamp, {
    type: 'task-opened',
    data: {
      taskId: taskId(derivedUuid(`task:${state.caseId}:${step.id}:${String(ordinal)}`)),
      stepId: step.id,
      ordinal,
      kind: step.kind,
      role: chosen?.role ?? step.role,
      ...(chosen === undefined ? {} : { agencyId: chosen.agencyId }),
      deadlines: deadlinesOf(step, state, { offeredAt: at, calendar: stamp.calendar }),
    },
    at,
    byClock: true,
  });
}

/** What is typed in late opens nothing that needs time before that time was over: a month after the arrival, not on its day. */
function openedAt(step: Step, state: CaseState, { occurredAt, now }: Stamp): Instant {
  if (stepHolds(step, state, occurredAt)) return occurredAt;
  const instants = step.id === closeStepId ? closingInstants(state) : elapsingInstants(step.opens, state);
  const later = [...instants].filter((at) => at > occurredAt && at <= now).sort();
  return later.find((at) => stepHolds(step, state, at)) ?? occurredAt;
}

interface Chosen {
  readonly agencyId: AgencyId;
  readonly role?: string | undefined;
}

/** The agency that an earlier answer chose, for example the shelter that has a free place; none that is excluded. */
function chosenAgency({ agencyFrom = [] }: Step, state: CaseState, { now }: Stamp): Chosen | undefined {
  const excluded = state.exclusions.flatMap((each) => ('agencyId' in each ? [each.agencyId] : []));
  return agencyFrom
    .flatMap((source): Chosen[] => {
      if (source === 'registrar') return state.receiver === undefined ? [] : [{ agencyId: state.receiver }];
      const answer = memoryOf(state, source.step).fields?.[source.field];
      const applies = source.when === undefined || holds(source.when, state, now);
      return applies && typeof answer === 'string' && isUuid(answer)
        ? [{ agencyId: agencyId(answer), role: source.role }]
        : [];
    })
    .find((chosen) => !excluded.includes(chosen.agencyId));
}
