import { z } from 'zod';
import { dimensions, recordedDimensions, type Dimension } from '../../domain/history/dimension.js';
import { Prisma, type Database } from '../../prisma/client.js';

export interface HistoricalQuestion {
  /** What to count by; nothing counts everybody in one row. */
  readonly by: readonly Dimension[];
  /** Only people with this value, by dimension. */
  readonly filters: Readonly<Partial<Record<Dimension, string>>>;
  /** Only people whose whole period of receipt lies between these days, both included (`YYYY-MM-DD`). */
  readonly from?: string;
  readonly to?: string;
  /**
   * `recorded` (default): values as the source wrote them, one a person. `mapped`: the codes of the mapping, where a
   * person with several counts under each of them, so that rows may add up to more than `total`.
   */
  readonly values?: 'recorded' | 'mapped';
}

export interface HistoricalCount {
  /** By dimension asked for; null where the source does not tell. */
  readonly values: Readonly<Partial<Record<Dimension, string | null>>>;
  readonly people: number;
}

export interface HistoricalCounts {
  /** Most people first. */
  readonly rows: readonly HistoricalCount[];
  /** People who pass the filters, each once. */
  readonly total: number;
}

const CountRow = z.object({ held: z.record(z.string(), z.string().nullable()), people: z.int() });
const Total = z.tuple([z.object({ people: z.int() })]);

/** Counts the records that were imported from other systems. Rejects when the database cannot be asked. */
export async function countHistorical(
  database: Database,
  question: HistoricalQuestion,
): Promise<HistoricalCounts> {
  const by = [...new Set(question.by)];
  const where = conditions(question);
  const total = Total.parse(
    await database.$queryRaw`select count(*)::int as people from historical_record r where ${where}`,
  );
  const names = by.map((dimension, index) => ({ dimension, column: Prisma.raw(`value_${String(index)}`) }));
  const held = names.flatMap(({ dimension, column }) => [Prisma.sql`${dimension}::text`, column]);
  const rows = await database.$queryRaw`
    select jsonb_build_object(${held.length > 0 ? Prisma.join(held) : Prisma.empty}) as held, count(*)::int as people
    from historical_record r
    ${Prisma.join([Prisma.empty, ...names.map((name) => expanded(name, question.values))], ' ')}
    where ${where}
    group by 1
    order by 2 desc, 1`;
  return {
    rows: z
      .array(CountRow)
      .parse(rows)
      .map((row) => ({ values: valuesOf(by, row.held), people: row.people })),
    total: total[0].people,
  };
}

/** One more column of values; a person without any stays, with null. */
function expanded(
  { dimension, column }: { dimension: Dimension; column: Prisma.Sql },
  values: HistoricalQuestion['values'],
): Prisma.Sql {
  if (!isRecorded(dimension) || values !== 'mapped') {
    return Prisma.sql`cross join lateral (select ${valueOf(dimension)}) as ${column} (${column})`;
  }
  return Prisma.sql`left join lateral jsonb_array_elements_text(r.mapped -> ${dimension}::text) as ${column} (${column}) on true`;
}

function conditions({ filters, from, to, values }: HistoricalQuestion): Prisma.Sql {
  const wanted = dimensions.flatMap((dimension) => {
    const value = filters[dimension];
    if (value === undefined) return [];
    return isRecorded(dimension) && values === 'mapped'
      ? [Prisma.sql`r.mapped -> ${dimension}::text @> to_jsonb(${value}::text)`]
      : [Prisma.sql`${valueOf(dimension)} = ${value}`];
  });
  if (from !== undefined) wanted.push(Prisma.sql`r.received_from >= ${from}`);
  if (to !== undefined) wanted.push(Prisma.sql`r.received_to <= ${to}`);
  return wanted.length > 0 ? Prisma.join(wanted, ' and ') : Prisma.sql`true`;
}

function valueOf(dimension: Dimension): Prisma.Sql {
  if (dimension === 'quarter') return Prisma.sql`r.quarter`;
  if (dimension === 'year') return Prisma.sql`r.year::text`;
  return Prisma.sql`r.recorded ->> ${dimension}::text`;
}

const isRecorded = (dimension: Dimension): boolean =>
  recordedDimensions.some((recorded) => recorded === dimension);

const valuesOf = (by: readonly Dimension[], held: Readonly<Record<string, string | null>>) =>
  Object.fromEntries(by.map((dimension) => [dimension, held[dimension] ?? null]));
