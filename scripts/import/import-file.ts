import { prepareRow, type HistoricalRecord } from '../../domain/history/historical-record.js';
import { namedColumns } from '../../domain/history/source-mapping.js';
import type { PlainDate } from '../../domain/time/plain-date.js';
import { ImportProblem } from './import-problem.js';
import { openTable, type Table } from './open-table.js';
import type { ReadMapping } from './read-mapping.js';
import type { RecordStore } from './record-store.js';
import { writeRejected } from './rejected-file.js';
import { reason, reasonsOf, type Rejection } from './rejection.js';

export interface ImportOrder {
  readonly file: string;
  readonly readMapping: ReadMapping;
  /** The last day on which a report can have been received. */
  readonly today: PlainDate;
}

/** Told while the import goes on. */
export interface ImportListener {
  /** Before anything is written. `rejectedFile` is absent where every row is good. */
  checked(result: CheckResult): void;
  written(rows: number, ofRows: number): void;
}

export interface CheckResult {
  readonly good: number;
  readonly rejections: readonly Rejection[];
  readonly rejectedFile: string | undefined;
  readonly leftOut: readonly string[];
}

export interface ImportResult extends CheckResult {
  readonly added: number;
  readonly remapped: number;
}

const batch = 500;

/**
 * Imports one file: reads all of it, writes the bad rows to a file to correct, then adds the good ones in batches,
 * each whole or not at all. Whatever stops it, the same command again ends in the same table.
 * Throws an ImportProblem, with nothing written to the database, where the file is no table for this mapping.
 */
export async function importFile(
  order: ImportOrder,
  store: RecordStore,
  listener: ImportListener,
): Promise<ImportResult> {
  const table = openTable(order.file, order.readMapping.delimiter);
  const leftOut = requireColumns(table, order);
  const { rejections, good } = await check(table, order, store);
  const { delimiter } = order.readMapping;
  const rejectedFile =
    rejections.length === 0 ? undefined : writeRejected(order.file, table.columns, { delimiter, rejections });
  const result = { good, rejections, rejectedFile, leftOut };
  listener.checked(result);

  const rejectedLines = new Set(rejections.map(({ line }) => line));
  let [written, added, remapped] = [0, 0, 0];
  for (const records of batches(goodRecords(table, order, rejectedLines))) {
    const saved = await store.save(records);
    written += records.length;
    added += saved.added;
    remapped += saved.remapped;
    listener.written(written, good);
  }
  return { ...result, added, remapped };
}

/** The columns of the file that the mapping does not name. */
function requireColumns(
  { columns }: Table,
  { file, readMapping: { mapping, delimiter } }: ImportOrder,
): string[] {
  const named = namedColumns(mapping);
  const missing = named.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new ImportProblem(
      `${file} lacks columns that the mapping names: ${missing.join(', ')}. It has: ${columns.join(', ')} ` +
        `(read with the delimiter ${JSON.stringify(delimiter)}).`,
    );
  }
  return columns.filter((column) => !named.includes(column));
}

async function check(
  table: Table,
  order: ImportOrder,
  store: RecordStore,
): Promise<{ good: number; rejections: Rejection[] }> {
  const rejections: Rejection[] = [];
  const lines = new Map<string, number>();
  for (const records of batches(passing(table, order, { lines, rejections }))) {
    const differing = new Set(await store.differing(records.map(({ record }) => record)));
    for (const { line, record, cells } of records) {
      if (differing.has(record.rowRef))
        rejections.push({ line, reasons: [reason('already-different')], row: cells });
    }
  }
  const inOrder = rejections.toSorted((a, b) => a.line - b.line);
  const spoiled = rejections.filter(({ reasons }) => reasons.includes(reason('already-different'))).length;
  return { good: lines.size - spoiled, rejections: inOrder };
}

interface Passing {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly record: HistoricalRecord;
}

interface Findings {
  /** Lines by row reference. */
  readonly lines: Map<string, number>;
  readonly rejections: Rejection[];
}

/** The rows that are good by themselves; the others become rejections on the way. */
function* passing(table: Table, order: ImportOrder, { lines, rejections }: Findings): Generator<Passing> {
  for (const row of table.rows()) {
    const { line } = row;
    if ('fault' in row) {
      rejections.push({ line, reasons: [reason(row.fault)], row: row.text });
      continue;
    }
    const { cells } = row;
    const prepared = prepareRow(cells, order.readMapping.mapping, order.today);
    if (!prepared.ok) {
      rejections.push({ line, reasons: reasonsOf(prepared.faults), row: cells });
      continue;
    }
    const { record } = prepared;
    const earlier = lines.get(record.rowRef);
    if (earlier === undefined) {
      lines.set(record.rowRef, line);
      yield { line, cells, record };
    } else {
      const reasons = [`${reason('row-ref-repeated')} (line ${String(earlier)})`];
      rejections.push({ line, reasons, row: cells });
    }
  }
}

function* goodRecords(
  table: Table,
  { readMapping: { mapping }, today }: ImportOrder,
  rejectedLines: ReadonlySet<number>,
): Generator<HistoricalRecord> {
  for (const row of table.rows()) {
    if ('fault' in row || rejectedLines.has(row.line)) continue;
    const prepared = prepareRow(row.cells, mapping, today);
    if (prepared.ok) yield prepared.record;
  }
}

function* batches<T>(items: Iterable<T>): Generator<T[]> {
  let collected: T[] = [];
  for (const item of items) {
    collected.push(item);
    if (collected.length < batch) continue;
    yield collected;
    collected = [];
  }
  if (collected.length > 0) yield collected;
}
