import type { TaskId } from '../ids.js';
import type { CaseState, FactMemory, StepMemory } from './case-state.js';
import type { EventOf } from './events.js';
import { taskOf } from './fold-task.js';
import { changeStep, memoryOf } from './step-memory.js';

/** A fact becomes known. Where a task's answer made it known, its step remembers what was known before. */
export function factRecorded(
  state: CaseState,
  { data, occurredAt, version }: EventOf<'fact-recorded'>,
): CaseState {
  const { fact, value, byTask } = data;
  const before = state.facts[fact];
  const known: FactMemory = {
    value,
    at: occurredAt,
    toldVersion: version,
    ...(byTask === undefined ? {} : { byTask }),
  };
  const next = { ...state, facts: { ...state.facts, [fact]: known } };
  if (byTask === undefined || before?.byTask === byTask) return next;
  return changeStep(next, taskOf(state, byTask).stepId, (memory) => ({
    ...memory,
    replaced: { ...memory.replaced, [fact]: before ?? null },
  }));
}

/**
 * The facts that a task's answer made known, taken back to what they were before it. What was recorded over them since
 * stays: whoever did that knew more.
 */
export function withoutAnswers(state: CaseState, taskId: TaskId): CaseState {
  const { stepId } = taskOf(state, taskId);
  const replaced = memoryOf(state, stepId).replaced ?? {};
  const back = Object.entries(replaced).reduce((next, [fact, before]) => {
    const others = withoutAnswer(next, { fact, taskId, before });
    return others.facts[fact]?.byTask === taskId ? withFact(others, fact, before) : others;
  }, state);
  return changeStep(back, stepId, ({ replaced: _replaced, ...memory }) => memory);
}

interface TakenBack {
  readonly fact: string;
  readonly taskId: TaskId;
  readonly before: FactMemory | null;
}

/** A later answer that replaced the wrong one would, taken back itself, bring it to light again. */
function withoutAnswer(state: CaseState, { fact, taskId, before }: TakenBack): CaseState {
  const mended = ([id, memory]: [string, StepMemory]): [string, StepMemory] =>
    memory.replaced?.[fact]?.byTask === taskId
      ? [id, { ...memory, replaced: { ...memory.replaced, [fact]: before } }]
      : [id, memory];
  return { ...state, steps: Object.fromEntries(Object.entries(state.steps).map(mended)) };
}

function withFact(state: CaseState, fact: string, known: FactMemory | null): CaseState {
  const { [fact]: _former, ...others } = state.facts;
  return { ...state, facts: known === null ? others : { ...others, [fact]: known } };
}
