import type { Condition } from '../procedure.js';

type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;

/** One thing that a condition reads, and whether it must hold (or must not: an odd number of `not` above it). */
export interface Part {
  readonly leaf: Leaf;
  readonly positive: boolean;
}

/** Everything that a condition reads. */
export function partsOf(condition: Condition): readonly Part[] {
  if ('all' in condition) return condition.all.flatMap(partsOf);
  if ('any' in condition) return condition.any.flatMap(partsOf);
  if ('not' in condition) {
    return partsOf(condition.not).map(({ leaf, positive }) => ({ leaf, positive: !positive }));
  }
  return [{ leaf: condition, positive: true }];
}

export function afterParts(after: string): { readonly step: string; readonly outcome?: string } {
  const [step = after, outcome] = after.split(':');
  return outcome === undefined ? { step } : { step, outcome };
}

export const listOf = <Item extends string | number | boolean>(
  value: Item | readonly Item[],
): readonly Item[] => (typeof value === 'object' ? value : [value]);
