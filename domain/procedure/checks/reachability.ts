import { closeStepId, type Condition, type FactValue, type Procedure, type Step } from '../procedure.js';
import { afterParts, listOf, partsOf } from './condition-parts.js';
import { finding, type Finding } from './finding.js';
import { couldMake, outcomesOf, stepsOf } from './outcomes.js';

/** Every step and closing can come about; every mandatory step can end; what is declined or ends opens something. */
export function reachabilityFindings(procedure: Procedure): readonly Finding[] {
  const reached = reachedSteps(procedure);
  return [
    ...stepsOf(procedure)
      .filter(({ id }) => id !== closeStepId && !reached.has(id))
      .map(({ id }) => finding('step-reachable', id, 'no facts open it')),
    ...Object.entries(procedure.closings)
      .filter(([, { when }]) => !couldHold(when, procedure, reached))
      .map(([id]) => finding('closing-reachable', id, 'no facts make it hold')),
    ...stepsOf(procedure)
      .filter((step) => step.id !== closeStepId && outcomesOf(step).length === 0)
      .map(({ id }) => finding('step-can-end', id, 'it has no outcome')),
    ...stepsOf(procedure).flatMap((step) => followed(step, procedure)),
  ];
}

/** A request says what a decline opens; a stay says what its end opens. */
function followed(step: Step, procedure: Procedure): readonly Finding[] {
  const leadsNowhere = (outcome: string): boolean =>
    !stepsOf(procedure).some((other) => other.id !== step.id && opensAfter(other, step.id, outcome));
  const reasons = Object.keys(step.declineReasons ?? {});
  return [
    ...(step.kind === 'request' && reasons.length === 0
      ? [finding('decline-has-reasons', step.id, 'a request needs coded reasons')]
      : []),
    ...(step.kind === 'request' && leadsNowhere('declined')
      ? [finding('decline-is-followed', step.id, 'no other step opens')]
      : []),
    ...(step.kind === 'stay' && leadsNowhere('ended')
      ? [finding('end-is-followed', step.id, 'no other step opens')]
      : []),
  ];
}

const opensAfter = ({ opens }: Step, step: string, outcome: string): boolean =>
  partsOf(opens).some(({ leaf, positive }) => {
    if (!positive || !('after' in leaf)) return false;
    const named = afterParts(leaf.after);
    return named.step === step && (named.outcome === undefined || named.outcome === outcome);
  });

/** Steps that open for some facts. Optimistic: what is forbidden by `not` is taken as avoidable. */
function reachedSteps(procedure: Procedure): ReadonlySet<string> {
  let reached: ReadonlySet<string> = new Set();
  for (;;) {
    const more = new Set(
      stepsOf(procedure)
        .filter(({ opens }) => couldHold(opens, procedure, reached))
        .map(({ id }) => id),
    );
    if (more.size === reached.size) return more;
    reached = more;
  }
}

function couldHold(condition: Condition, procedure: Procedure, reached: ReadonlySet<string>): boolean {
  if ('all' in condition) return condition.all.every((each) => couldHold(each, procedure, reached));
  if ('any' in condition) return condition.any.some((each) => couldHold(each, procedure, reached));
  if ('not' in condition || 'channel' in condition) return true;
  if ('after' in condition) return reached.has(afterParts(condition.after).step);
  if ('extended' in condition) return reached.has(condition.extended);
  if ('fact' in condition)
    return couldBe(condition.fact, procedure, { reached, values: listOf(condition.is) });
  if ('known' in condition) return couldBe(condition.known, procedure, { reached });
  const { since } = condition;
  return 'fact' in since ? couldBe(since.fact, procedure, { reached }) : reached.has(since.step);
}

function couldBe(
  fact: string,
  procedure: Procedure,
  { reached, values }: { readonly reached: ReadonlySet<string>; readonly values?: readonly FactValue[] },
): boolean {
  if (procedure.facts[fact]?.recordable === true) return true;
  return stepsOf(procedure)
    .filter(({ id }) => reached.has(id))
    .some((step) => Object.values(step.outcomes).some((outcome) => couldMake(outcome, fact, values)));
}
