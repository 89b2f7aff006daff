import type { Viewer } from '../../domain/access/viewer.js';
import { Prisma } from '../../prisma/client.js';
import type { CasesQuery } from '../contract/case.js';
import { soonHours } from './due.js';

/** The next deadline of a case as far as one viewer may know of it, in terms of `case_row cases` and of `join`. */
export interface DueSeen {
  readonly at: Prisma.Sql;
  /** The last lawful day; null where it counts in hours. */
  readonly date: Prisma.Sql;
  readonly join: Prisma.Sql;
}

/** Of the whole case for those who see all its deadlines, for others of what their own agency holds in it. */
export function dueSeenBy(viewer: Viewer): DueSeen {
  const seesAll = seesAllDeadlines(viewer);
  if (seesAll === 'always')
    return {
      at: Prisma.sql`cases.next_due_at`,
      date: Prisma.sql`cases.next_due_date`,
      join: Prisma.empty,
    };
  return {
    at: Prisma.sql`case when ${seesAll} then cases.next_due_at else own.due_at end`,
    date: Prisma.sql`case when ${seesAll} then cases.next_due_date else own.due_date end`,
    join: Prisma.sql`left join lateral (select task.due_at, task.due_date from task
      where task.case_id = cases.id and task.is_open and task.agency_id = ${viewer.agencyId}::uuid
      order by task.due_at, task.due_date limit 1) own on true`,
  };
}

function seesAllDeadlines({ roles, area, agencyId }: Viewer): Prisma.Sql | 'always' {
  if (roles.includes('auditor')) return 'always';
  const ways: Prisma.Sql[] = [];
  if (roles.includes('supervisor')) {
    if (area === 'nation') return 'always';
    ways.push(Prisma.sql`cases.province = any(${[...area]})`);
  }
  if (roles.includes('coordinator')) ways.push(Prisma.sql`cases.coordinating_agency_id = ${agencyId}::uuid`);
  return ways.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(ways, ' or ')})`;
}

/** Cases in which nothing is due, or nothing that this viewer knows of, come last. */
export const dueOrNever = ({ at }: Pick<DueSeen, 'at'>): Prisma.Sql =>
  Prisma.sql`coalesce(${at}, 'infinity'::timestamptz)`;

export function dueFilter(due: NonNullable<CasesQuery['due']>, now: string, seen: DueSeen): Prisma.Sql {
  const clock = Prisma.sql`${now}::timestamptz + cases.clock_offset * interval '1 ms'`;
  const soon = Prisma.sql`${clock} + case when ${seen.date} is null then ${soonHours.hours}::int else ${soonHours.days}::int end * interval '1 hour'`;
  switch (due) {
    case 'overdue':
      return Prisma.sql`${seen.at} <= ${clock}`;
    case 'soon':
      return Prisma.sql`(${seen.at} > ${clock} and ${seen.at} < ${soon})`;
    case 'ok':
      return Prisma.sql`${dueOrNever(seen)} >= ${soon}`;
  }
}
