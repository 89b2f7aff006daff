import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { escapeFormula } from './formula.js';
import { ImportProblem } from './import-problem.js';
import { rejectedColumns } from './open-table.js';
import type { Rejection } from './rejection.js';

/**
 * Writes the rejected rows beside their source, to be corrected and imported with the same mapping, and returns the
 * file's name. Whoever is correcting an earlier one keeps it: other content goes to a file of its own.
 * Throws an ImportProblem when it cannot be written.
 */
export function writeRejected(source: string, columns: readonly string[], table: RejectedTable): string {
  const text = rejectedText(columns, table);
  const path = freePath(source, text);
  try {
    // A byte-order mark, without which spreadsheets take UTF-8 for something else.
    writeFileSync(`${path}.tmp`, text, { mode: 0o600 });
    renameSync(`${path}.tmp`, path);
    return path;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ImportProblem(`The rejected rows cannot be written, so nothing was imported: ${why}`);
  }
}

export interface RejectedTable {
  readonly delimiter: string;
  readonly rejections: readonly Rejection[];
}

function rejectedText(columns: readonly string[], { delimiter, rejections }: RejectedTable): string {
  const rows = rejections.map(({ line, reasons, row }) => [
    ...columns.map((column, index) => cellOf(row, column, index)),
    String(line),
    reasons.join('; '),
  ]);
  const header = [...columns, ...rejectedColumns];
  return stringify([header, ...rows.map((row) => row.map(escapeFormula))], {
    delimiter,
    bom: true,
    quoted_match: /^\s|\s$|\r/,
  });
}

const cellOf = (row: Rejection['row'], column: string, index: number): string =>
  typeof row === 'string' ? (index === 0 ? row : '') : (row[column] ?? '');

function freePath(source: string, text: string): string {
  const stem = source.replace(/\.csv$/i, '');
  for (let number = 1; ; number += 1) {
    const path = `${stem}.rejected${number === 1 ? '' : `-${String(number)}`}.csv`;
    if (!existsSync(path) || readFileSync(path, 'utf8') === text) return path;
  }
}
