import type { Fault, RowFault } from '../../domain/history/historical-record.js';
import type { LineFault } from './read-rows.js';

/** Faults that only the whole file or the database shows. */
export type TableFault = 'row-ref-repeated' | 'already-different';

/** A row that does not go in, and everything that is wrong with it. */
export interface Rejection {
  readonly line: number;
  readonly reasons: readonly string[];
  /** Its values by column; only the text of the line where it could not be read as a row. */
  readonly row: Readonly<Record<string, string>> | string;
}

/** Never the value itself: in a table that slipped, any column may hold a name. */
const sentences = {
  'quote-not-closed': 'a quotation mark is opened and never closed',
  'text-after-quote': 'text stands after a closing quotation mark, or an earlier one is missing',
  'quote-inside-value': 'a quotation mark stands inside a value that does not begin with one',
  'too-long': 'it is longer than 1 MB, or a quotation mark is never closed',
  'wrong-column-count': 'it has more or fewer columns than the header',
  'not-utf8': 'not valid UTF-8',
  'control-character': 'a control character or a mark that turns the direction of writing',
  'line-end-in-value': 'a line end inside a value; a quotation mark before it may not be closed',
  'row-ref-empty': 'no row reference',
  'row-ref-too-long': 'the row reference is longer than 200 characters',
  'row-ref-repeated': 'the row reference stands in an earlier row of this file',
  'already-different': 'already imported with other values',
  'period-unknown': 'no such period in the formats of the mapping',
  'period-in-future': 'the period has not begun yet',
  'value-empty': 'no value',
  'value-unmapped': 'the mapping has no code for this value',
} satisfies Record<LineFault | RowFault | TableFault, string>;

/** A fault in words, after the column it is in, if it is in one. */
export const reason = (fault: keyof typeof sentences, column?: string): string =>
  column === undefined ? sentences[fault] : `${column}: ${sentences[fault]}`;

export const reasonsOf = (faults: readonly Fault[]): string[] =>
  faults.map(({ fault, column }) => reason(fault, column));
