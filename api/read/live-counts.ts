import { z } from 'zod';
import type { Viewer } from '../../domain/access/viewer.js';
import { dimensions, type Dimension } from '../../domain/history/dimension.js';
import { Prisma, type Database } from '../../prisma/client.js';
import { excludedCases } from './excluded-cases.js';
import type { HistoricalCounts, HistoricalQuestion } from './historical-counts.js';

const CountRow = z.object({ held: z.record(z.string(), z.string().nullable()), people: z.int() });

const fact = (name: string): Prisma.Sql =>
  Prisma.sql`(snapshot.state -> 'facts' -> ${name}::text ->> 'value')`;
const opened = Prisma.sql`(cases.opened_at at time zone 'Asia/Ho_Chi_Minh')`;
const unknown = Prisma.sql`null::text`;

/** How a case of this system tells a dimension: from its row, or from a fact that identifies nobody. */
const values = {
  quarter: Prisma.sql`to_char(${opened}, 'YYYY-"Q"Q')`,
  year: Prisma.sql`to_char(${opened}, 'YYYY')`,
  channel: Prisma.sql`cases.channel`,
  firstResponderType: fact('receivedBy'),
  firstResponder: unknown,
  exploitation: fact('exploitation'),
  ageGroup: Prisma.sql`case ${fact('isMinor')} when 'true' then 'child' when 'false' then 'adult' end`,
  sex: fact('sex'),
  nationality: Prisma.sql`coalesce(${fact('nationalityConfirmed')}, ${fact('nationalityClaimed')})`,
  ethnicity: fact('ethnicity'),
  destination: fact('destination'),
  returnRoute: unknown,
  province: Prisma.sql`cases.province`,
  phase: Prisma.sql`cases.phase`,
  outcome: Prisma.sql`cases.outcome`,
  procedure: Prisma.sql`cases.procedure`,
} as const satisfies Record<Dimension, Prisma.Sql>;

/** Counts the cases of this system that the viewer oversees; rehearsals and excluded cases change no number. */
export async function countLive(
  database: Database,
  question: HistoricalQuestion,
  viewer: Viewer,
): Promise<HistoricalCounts> {
  const where = Prisma.join(
    [...conditions(question), overseen(viewer), await notExcluded(database, viewer)],
    ' and ',
  );
  const held = question.by.flatMap((dimension) => [Prisma.sql`${dimension}::text`, values[dimension]]);
  const rows = await database.$queryRaw`
    select jsonb_build_object(${held.length > 0 ? Prisma.join(held) : Prisma.empty}) as held, count(*)::int as people
    from case_row cases left join case_snapshot snapshot on snapshot.case_id = cases.id
    where not cases.rehearsal and ${where} group by 1`;
  const counted = z.array(CountRow).parse(rows);
  return {
    rows: counted.map((row) => ({
      values: Object.fromEntries(question.by.map((dimension) => [dimension, row.held[dimension] ?? null])),
      people: row.people,
    })),
    total: counted.reduce((sum, { people }) => sum + people, 0),
  };
}

/** Whose cases these are to oversee: holding a task of a case is not enough to count its facts. */
function overseen({ roles, area, agencyId }: Viewer): Prisma.Sql {
  if (roles.includes('auditor') || (roles.includes('supervisor') && area === 'nation'))
    return Prisma.sql`true`;
  const ways = [
    ...(roles.includes('supervisor') && area !== 'nation'
      ? [Prisma.sql`cases.province = any(${[...area]})`]
      : []),
    ...(roles.includes('coordinator') ? [Prisma.sql`cases.coordinating_agency_id = ${agencyId}::uuid`] : []),
  ];
  return ways.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(ways, ' or ')})`;
}

async function notExcluded(database: Database, viewer: Viewer): Promise<Prisma.Sql> {
  return Prisma.sql`cases.id <> all(${[...(await excludedCases(database, viewer))]}::uuid[])`;
}

function conditions({ filters, from, to }: HistoricalQuestion): readonly Prisma.Sql[] {
  const wanted = dimensions.flatMap((dimension) => {
    const value = filters[dimension];
    return value === undefined ? [] : [Prisma.sql`${values[dimension]} = ${value}`];
  });
  return [
    ...wanted,
    ...(from === undefined ? [] : [Prisma.sql`${opened}::date >= ${from}::date`]),
    ...(to === undefined ? [] : [Prisma.sql`${opened}::date <= ${to}::date`]),
  ];
}
