import type { Viewer } from '../../domain/access/viewer.js';
import { dimensions, type Dimension } from '../../domain/history/dimension.js';
import { message, type Language } from '../../messages/message.js';
import { smallestCell, type Counts, type CountsQuery } from '../contract/statistics.js';
import type { Database } from '../../prisma/client.js';
import { countHistorical, type HistoricalCount, type HistoricalQuestion } from './historical-counts.js';
import { countLive } from './live-counts.js';

interface Asker {
  readonly viewer: Viewer;
  readonly language: Language;
}

/** Counts of people, over the cases of this system and the records of others. */
export const statistics = (database: Database) => ({
  counts: (query: CountsQuery, asker: Asker): Promise<Counts> => counts(database, query, asker),
});
export type Statistics = ReturnType<typeof statistics>;

async function counts(database: Database, query: CountsQuery, { viewer, language }: Asker): Promise<Counts> {
  const question = questionOf(query);
  const [live, historical] = await Promise.all([
    countLive(database, question, viewer),
    countHistorical(database, question),
  ]);
  const rows = added([...live.rows, ...historical.rows], question.by);
  const total = live.total + historical.total;
  const suppressed = query.suppress || !maySeeSmallCells(viewer);
  return {
    definition: message(language, suppressed ? 'statistics.counts-suppressed' : 'statistics.counts', {
      smallest: smallestCell,
    }),
    rows: (suppressed ? withoutSmallCells(rows) : rows).map((row) => ({ ...row.values, people: row.people })),
    total: suppressed && total > 0 && total < smallestCell ? null : total,
    suppressed,
  };
}

/** Who sees the facts of each of these cases anyway. */
const maySeeSmallCells = ({ roles }: Viewer): boolean =>
  !roles.includes('auditor') && (roles.includes('supervisor') || roles.includes('coordinator'));

function questionOf({ by = [], from, to, ...rest }: CountsQuery): HistoricalQuestion {
  const filters: Partial<Record<Dimension, string>> = {};
  for (const dimension of dimensions) {
    const value = rest[dimension];
    if (value !== undefined) filters[dimension] = value;
  }
  return {
    by,
    filters,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** One row for equal values. */
function added(rows: readonly HistoricalCount[], by: readonly Dimension[]): readonly HistoricalCount[] {
  const sums = new Map<string, HistoricalCount>();
  for (const row of rows) {
    const key = JSON.stringify(by.map((dimension) => row.values[dimension] ?? null));
    sums.set(key, { values: row.values, people: (sums.get(key)?.people ?? 0) + row.people });
  }
  return [...sums]
    .sort(([one, { people: few }], [other, { people: more }]) => more - few || (one < other ? -1 : 1))
    .map(([, row]) => row);
}

interface Cell extends Omit<HistoricalCount, 'people'> {
  readonly people: number | null;
}

/** One hidden cell alone could be computed from the total: the next smallest is hidden with it. */
function withoutSmallCells(rows: readonly HistoricalCount[]): readonly Cell[] {
  const small = rows.filter(({ people }) => people < smallestCell).length;
  const shown = rows.length - (small === 1 ? 2 : small);
  return rows.map((row, index) => (index < shown ? row : { ...row, people: null }));
}
