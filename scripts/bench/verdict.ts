/** One number beside its limit. */
export interface Measured {
  readonly what: string;
  readonly value: number;
  /** Absent: told for its own sake. */
  readonly limit?: number;
  readonly digits?: number;
  readonly note?: string;
}

/** The table that is printed, and that docs/measurements.md shows. */
export function tableOf(measured: readonly Measured[]): string {
  const rows = measured.map(({ what, value, limit, digits = 2, note = '' }) => [
    what,
    value.toFixed(digits),
    limit === undefined ? '' : `≤ ${String(limit)}`,
    limit === undefined ? '' : value <= limit ? 'held' : 'MISSED',
    note,
  ]);
  const all = [['what', 'measured', 'limit', '', 'from'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(3, ...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
