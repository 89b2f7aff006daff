import { recordedDimensions, type RecordedDimension } from './dimension.js';
import type { PeriodFormat } from './period.js';
import type { Folding } from './spelling.js';

/**
 * How one cell may hold several values: not at all, between separators (`Labour, Domestic & Sexual`), or side by side,
 * where only the known values tell where one ends (`Albanian Greek`, but `Sierra Leonean`).
 */
export type Split = 'none' | 'known-values' | { readonly at: readonly string[] };

/** What becomes of a value that the mapping does not name: its own spelling is its code, its row is refused, or a code. */
export type Unmapped = 'keep' | 'reject' | { readonly code: string };

export interface DimensionMapping {
  readonly column: string;
  readonly split: Split;
  readonly fold: readonly Folding[];
  /** Codes by folded spelling. */
  readonly codes: ReadonlyMap<string, string>;
  readonly unmapped: Unmapped;
}

/** How the columns of one source become a historical record. Columns that it does not name are left out. */
export interface SourceMapping {
  /** Names the source for ever: part of every record's key. */
  readonly source: string;
  /** Columns that together name a row. */
  readonly rowRef: readonly string[];
  readonly received: { readonly column: string; readonly formats: readonly PeriodFormat[] };
  readonly dimensions: Readonly<Partial<Record<RecordedDimension, DimensionMapping>>>;
  /** Further columns whose values are kept as they are. */
  readonly alsoKeep: readonly string[];
}

/** The dimensions that the source has, with their mapping. */
export function mappedDimensions(mapping: SourceMapping): (readonly [RecordedDimension, DimensionMapping])[] {
  return recordedDimensions.flatMap((dimension) => {
    const rule = mapping.dimensions[dimension];
    return rule ? [[dimension, rule] as const] : [];
  });
}

/** Every column that the mapping reads or keeps, once. */
export function namedColumns(mapping: SourceMapping): string[] {
  const columns = [
    ...mapping.rowRef,
    mapping.received.column,
    ...mappedDimensions(mapping).map(([, { column }]) => column),
    ...mapping.alsoKeep,
  ];
  return [...new Set(columns)];
}
