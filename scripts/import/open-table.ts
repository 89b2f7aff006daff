import { readFileSync, statSync } from 'node:fs';
import { unescapeFormula } from './formula.js';
import { ImportProblem } from './import-problem.js';
import { readRows, type BadLine } from './read-rows.js';

/** The columns that a file of rejected rows has behind those of its source. */
export const rejectedColumns = ['import_line', 'import_reason'] as const;

export interface NamedRow {
  readonly line: number;
  /** Values by column, verbatim. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface Table {
  readonly columns: readonly string[];
  /** Reads the table from its beginning, every time in the same way. */
  rows(): Generator<NamedRow | BadLine>;
}

const largestFile = 1024 * 1024 * 1024;

/**
 * Opens a CSV file with a header row. Throws an ImportProblem when it cannot be a table: missing, empty, UTF-16,
 * a header that cannot be read or names a column twice.
 * In a file that an import wrote for correction, the two columns about the rejection and the escape of formulas are undone.
 */
export function openTable(path: string, delimiter: string): Table {
  const bytes = readBytes(path);
  const header = readRows(bytes, { delimiter }).next();
  if (header.done === true) throw new ImportProblem(`${path} is empty.`);
  const { value } = header;
  if ('fault' in value) {
    throw new ImportProblem(
      `The header of ${path} (line ${String(value.line)}) cannot be read: ${value.fault}.`,
    );
  }
  const columns = value.cells.map((cell) => cell.trim().normalize('NFC'));
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined) throw new ImportProblem(`The header of ${path} has two columns named "${twice}".`);
  const shape = { delimiter, width: columns.length, from: value.next };
  const corrected = rejectedColumns.every((column) => columns.includes(column));
  return {
    columns: columns.filter((column) => !corrected || !rejectedColumns.some((added) => added === column)),
    *rows() {
      for (const row of readRows(bytes, shape)) {
        if ('fault' in row) yield row;
        else
          yield {
            line: row.line,
            cells: named(columns, corrected ? row.cells.map(unescapeFormula) : row.cells),
          };
      }
    },
  };
}

const named = (columns: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));

function readBytes(path: string): Buffer {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new ImportProblem(`There is no file ${path}.`);
  if (found.size > largestFile) throw new ImportProblem(`${path} is larger than 1 GB: split it.`);
  const bytes = readFileSync(path);
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    throw new ImportProblem(`${path} is UTF-16: save it as "CSV UTF-8".`);
  }
  return startsWith(bytes, [0xef, 0xbb, 0xbf]) ? bytes.subarray(3) : bytes;
}

const startsWith = (bytes: Buffer, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);
