import { afterParts, listOf, partsOf, type Part } from './checks/condition-parts.js';
import { couldMake, stepsOf } from './checks/outcomes.js';
import type { Procedure, Step } from './procedure.js';

interface Way {
  readonly from: string;
  readonly to: string;
}

/** One step can open another: it is named in the other's condition, or makes a fact true that the other waits for. */
export interface Succession extends Way {
  /** It leads back to a step that came before: another attempt. */
  readonly again: boolean;
}

/**
 * How the steps of a procedure follow each other, read from their conditions: what a picture draws. A fact that was
 * true before a step that the condition names is but a guard. A step that nothing else opens follows the first step
 * that asks the question which opens it.
 */
export function flowOf(procedure: Procedure): readonly Succession[] {
  const steps = stepsOf(procedure);
  const named = steps.flatMap((step) => waysTo(step, namedBy(step)));
  const decided = steps.flatMap((step) => waysTo(step, makersFor(step, procedure, 'decided')));
  const needed = decided.filter((way) => !isGuard(way, named, [...named, ...decided]));
  const certain = split(inOrder([...named, ...needed], procedure));
  const asked = steps
    .filter(({ id }) => !certain.forward.some(({ to }) => to === id))
    .flatMap((step) => waysTo(step, makersFor(step, procedure, 'asked')).slice(0, 1))
    .filter(({ from, to }) => !leadsTo(to, from, certain.forward));
  return [
    ...[...certain.forward, ...asked].map((way) => ({ ...way, again: false })),
    ...certain.again.map((way) => ({ ...way, again: true })),
  ];
}

const waysTo = ({ id }: Step, from: readonly string[]): readonly Way[] =>
  [...new Set(from)].filter((each) => each !== id).map((each) => ({ from: each, to: id }));

const positiveParts = ({ opens }: Step): readonly Part[] => partsOf(opens).filter(({ positive }) => positive);

function namedBy(step: Step): readonly string[] {
  return positiveParts(step).flatMap(({ leaf }) => {
    if ('after' in leaf) return [afterParts(leaf.after).step];
    if ('extended' in leaf) return [leaf.extended];
    return 'elapsed' in leaf && 'step' in leaf.since ? [leaf.since.step] : [];
  });
}

/** Steps that can make a fact true for which this one waits: one that outcomes decide, or one that a form asks. */
function makersFor(step: Step, procedure: Procedure, facts: 'decided' | 'asked'): readonly string[] {
  return positiveParts(step).flatMap(({ leaf }) => {
    if (!('fact' in leaf) || procedure.facts[leaf.fact]?.recordable !== (facts === 'asked')) return [];
    return stepsOf(procedure)
      .filter(({ outcomes }) =>
        Object.values(outcomes).some((outcome) => couldMake(outcome, leaf.fact, listOf(leaf.is))),
      )
      .map(({ id }) => id);
  });
}

/** The condition names a step that comes after this one anyway. */
function isGuard({ from, to }: Way, named: readonly Way[], ways: readonly Way[]): boolean {
  const before = ways.filter((way) => way.from !== to);
  return named.some((way) => way.to === to && way.from !== from && leadsTo(from, way.from, before));
}

/** Ways that go on and short ones first: of a circle, what leads furthest back is the way "again". */
function inOrder(ways: readonly Way[], procedure: Procedure): readonly Way[] {
  const place = new Map(Object.keys(procedure.steps).map((id, index) => [id, index]));
  const length = ({ from, to }: Way): number => (place.get(to) ?? 0) - (place.get(from) ?? 0);
  const weight = (way: Way): number => (length(way) < 0 ? place.size - length(way) : length(way));
  const once = new Map(ways.map((way) => [`${way.from} ${way.to}`, way]));
  return [...once.values()].sort((one, other) => weight(one) - weight(other));
}

interface Split {
  readonly forward: readonly Way[];
  readonly again: readonly Way[];
}

function split(ways: readonly Way[]): Split {
  const forward: Way[] = [];
  const again: Way[] = [];
  for (const way of ways) (leadsTo(way.to, way.from, forward) ? again : forward).push(way);
  return { forward, again };
}

function leadsTo(start: string, goal: string, ways: readonly Way[]): boolean {
  const seen = new Set<string>([start]);
  const open = [start];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === goal) return true;
    const more = ways.filter(({ from, to }) => from === next && !seen.has(to)).map(({ to }) => to);
    for (const each of more) seen.add(each);
    open.push(...more);
  }
  return false;
}
