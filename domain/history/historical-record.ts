import { compareDates, type PlainDate } from '../time/plain-date.js';
import { codesOf, type UnknownValue } from './codes-of.js';
import type { RecordedDimension } from './dimension.js';
import { readPeriod, type Period } from './period.js';
import { mappedDimensions, namedColumns, type SourceMapping } from './source-mapping.js';

/** Why a row cannot become a record. */
export type RowFault =
  | UnknownValue
  | 'not-utf8'
  | 'control-character'
  | 'line-end-in-value'
  | 'row-ref-empty'
  | 'row-ref-too-long'
  | 'period-unknown'
  | 'period-in-future';

export interface Fault {
  readonly fault: RowFault;
  readonly column: string;
}

/** A record of another system. Counts in statistics, starts no case. Two equal records are two people. */
export interface HistoricalRecord {
  readonly rowRef: string;
  /** The source's values, verbatim, by column and by dimension. */
  readonly original: Readonly<Record<string, string>>;
  readonly recorded: Readonly<Partial<Record<RecordedDimension, string>>>;
  readonly mapped: Readonly<Partial<Record<RecordedDimension, readonly string[]>>>;
  readonly received: Period;
}

export type PreparedRow =
  | { readonly ok: true; readonly record: HistoricalRecord }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const longestRowRef = 200;

/** Controls but tab and line ends, and the marks that turn the direction of writing and so hide what is written. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

const lineEnd = /[\r\n]/;

/** What readers put where bytes or surrogates made no letter. */
const broken = /[\ufffd\ud800-\udfff]/u;

/**
 * One row of a source, by column, as a record; or everything that is wrong with it. `today` is the last day on which
 * a report can have been received.
 */
export function prepareRow(
  row: Readonly<Record<string, string>>,
  mapping: SourceMapping,
  today: PlainDate,
): PreparedRow {
  const original = Object.fromEntries(namedColumns(mapping).map((column) => [column, row[column] ?? '']));
  const faults = unreadableIn(original, mapping);
  const unreadable = new Set(faults.map(({ column }) => column));
  const add = (fault: RowFault, column: string) => {
    if (!unreadable.has(column)) faults.push({ fault, column });
  };

  const rowRef = rowRefOf(original, mapping.rowRef);
  if (rowRef === '') add('row-ref-empty', mapping.rowRef.join(', '));
  if (rowRef.length > longestRowRef) add('row-ref-too-long', mapping.rowRef.join(', '));

  const { column, formats } = mapping.received;
  const received = readPeriod((original[column] ?? '').trim(), formats);
  if (!received) add('period-unknown', column);
  else if (compareDates(received.from, today) > 0) add('period-in-future', column);

  const recorded: Partial<Record<RecordedDimension, string>> = {};
  const mapped: Partial<Record<RecordedDimension, readonly string[]>> = {};
  for (const [dimension, rule] of mappedDimensions(mapping)) {
    const cell = original[rule.column] ?? '';
    const codes = codesOf(cell, rule);
    if (typeof codes === 'string') add(codes, rule.column);
    else mapped[dimension] = codes;
    recorded[dimension] = cell;
  }
  if (faults.length > 0 || !received) return { ok: false, faults };
  return { ok: true, record: { rowRef, original, recorded, mapped, received } };
}

function unreadableIn(original: Readonly<Record<string, string>>, { alsoKeep }: SourceMapping): Fault[] {
  return Object.entries(original).flatMap(([column, text]): Fault[] => {
    if (broken.test(text)) return [{ fault: 'not-utf8', column }];
    if (hidden.test(text)) return [{ fault: 'control-character', column }];
    // No code has a line end: a quotation mark before it was not closed, and the value holds the rows that followed.
    return lineEnd.test(text) && !alsoKeep.includes(column) ? [{ fault: 'line-end-in-value', column }] : [];
  });
}

/** One column as it is; several joined by `/`, written `\/` where it stands in a value. Empty if any of them is. */
function rowRefOf(original: Readonly<Record<string, string>>, columns: readonly string[]): string {
  const parts = columns.map((column) => original[column] ?? '');
  if (parts.some((part) => part.trim() === '')) return '';
  return parts.length === 1
    ? parts.join('')
    : parts.map((part) => part.replaceAll(/[\\/]/g, '\\$&')).join('/');
}
