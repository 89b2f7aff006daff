import type { DimensionMapping } from './source-mapping.js';
import { foldSpelling } from './spelling.js';

export type UnknownValue = 'value-empty' | 'value-unmapped';

/** The codes of one cell, each once, in the order of the cell; or why it has none. */
export function codesOf(cell: string, mapping: DimensionMapping): string[] | UnknownValue {
  if (cell.trim() === '' && !mapping.codes.has(foldSpelling(cell, mapping.fold))) {
    if (mapping.unmapped === 'reject') return 'value-empty';
    return mapping.unmapped === 'keep' ? [] : [mapping.unmapped.code];
  }
  const codes = new Set<string>();
  for (const value of valuesIn(cell, mapping)) {
    const code = mapping.codes.get(foldSpelling(value, mapping.fold)) ?? codeOfUnmapped(value, mapping);
    if (code === undefined) return 'value-unmapped';
    codes.add(code);
  }
  return [...codes];
}

function codeOfUnmapped(value: string, { unmapped }: DimensionMapping): string | undefined {
  if (unmapped === 'reject') return undefined;
  return unmapped === 'keep' ? foldSpelling(value, ['spaces']) : unmapped.code;
}

function valuesIn(cell: string, { split, fold, codes }: DimensionMapping): string[] {
  if (split === 'none') return [cell];
  if (split === 'known-values') return knownValuesIn(foldSpelling(cell, fold), codes) ?? [cell];
  return split.at
    .reduce<string[]>((parts, separator) => parts.flatMap((part) => part.split(separator)), [cell])
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * Cuts a text at blanks into known values, as few as possible: `south african sudanese` is two, although each of
 * `african` and `south` may begin others. Undefined where it cannot be cut, or can in two ways that are equally short.
 */
function knownValuesIn(text: string, codes: ReadonlyMap<string, string>): string[] | undefined {
  const words = text.split(' ').filter((word) => word !== '');
  // No cell that makes sense has so many words; the number of cuts grows with their square.
  if (words.length > 40) return undefined;
  const best: Cut[] = [{ values: [], ways: 1 }];
  for (let end = 1; end <= words.length; end += 1) best.push(bestCut(words.slice(0, end), best, codes));
  const whole = best[words.length];
  return whole?.ways === 1 ? whole.values : undefined;
}

interface Cut {
  readonly values: string[];
  /** In how many ways so few values cover the words; 0 where none do. */
  readonly ways: number;
}

function bestCut(words: readonly string[], best: readonly Cut[], codes: ReadonlyMap<string, string>): Cut {
  let found: Cut = { values: [], ways: 0 };
  best.forEach((before, start) => {
    const last = words.slice(start).join(' ');
    if (before.ways === 0 || !codes.has(last)) return;
    const length = before.values.length + 1;
    if (found.ways === 0 || length < found.values.length) {
      found = { values: [...before.values, last], ways: before.ways };
    } else if (length === found.values.length) {
      found = { values: found.values, ways: found.ways + before.ways };
    }
  });
  return found;
}
