import { type Instant } from '../../domain/time/instant.js';
import { Prisma, type Database } from '../../prisma/client.js';

/** Counts of what waits for somebody, in the whole installation, rehearsals left out. */
export type Waiting = Readonly<Record<string, number>>;

interface Row {
  readonly what: string;
  readonly count: bigint;
}

/** Walks the indexes of open rows only, so its cost follows from what waits and not from what was ever done. */
export async function waitingCounts(database: Database, now: Instant): Promise<Waiting> {
  const rows = await database.$queryRaw<Row[]>(Prisma.sql`
    select 'overdue-tasks' as what, count(*) from task
      where is_open and not rehearsal and coalesce(due_at, 'infinity'::timestamptz) <= ${now}::timestamptz
    union all
    select 'tasks-without-agency', count(*) from task where is_open and not rehearsal and agency_id is null
    union all
    select 'parked-cases', count(*) from case_row where status = 'parked' and not rehearsal
    union all
    select 'escalations-level-' || level, count(*) from escalation
      where acknowledged_at is null and task_ended_at is null and not rehearsal group by level`);
  return Object.fromEntries(rows.map(({ what, count }) => [what, Number(count)]));
}
