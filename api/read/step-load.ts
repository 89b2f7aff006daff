import { Prisma, type Database } from '../../prisma/client.js';
import type { StepLoad } from '../contract/procedure.js';
import { soonHours } from './due.js';
import { tasksSeen } from './dashboard.js';
import { dueOrInfinity } from './lanes.js';
import type { Reader } from './sight.js';

interface Row {
  readonly step_id: string;
  readonly open: bigint;
  readonly soon: bigint;
  readonly overdue: bigint;
}

/** Open tasks of a procedure by step, of them due soon and overdue: only what this viewer's lists would show. */
export const stepLoads =
  (database: Database) =>
  (procedure: string, reader: Reader): Promise<StepLoad[]> =>
    loadsOf(database, procedure, reader);
export type StepLoads = ReturnType<typeof stepLoads>;

async function loadsOf(database: Database, procedure: string, reader: Reader): Promise<StepLoad[]> {
  const tasks = await tasksSeen(database, reader);
  const due = dueOrInfinity(Prisma.sql`task`);
  const at = Prisma.sql`${reader.now}::timestamptz`;
  const rows = await database.$queryRaw<Row[]>`
    select task.step_id, count(*) as open,
      count(*) filter (where ${due} <= ${at}) as overdue,
      count(*) filter (where ${due} > ${at} and ${due} < ${at} + ${soonHours.days} * interval '1 hour'
        and (task.due_date is not null or task.due_at < ${at} + ${soonHours.hours} * interval '1 hour')) as soon
    from task where ${tasks} and task.procedure = ${procedure} group by 1 order by 1`;
  return rows.map(({ step_id, open, soon, overdue }) => ({
    stepId: step_id,
    open: Number(open),
    soon: Number(soon),
    overdue: Number(overdue),
  }));
}
