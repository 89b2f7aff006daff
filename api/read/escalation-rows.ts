import { findProcedure } from '../../domain/procedure/catalogue.js';
import { EscalationView as Shape, type EscalationView } from '../contract/escalation.js';
import { Prisma, type Database } from '../../prisma/client.js';
import { shownAgency, type NameReader, type Names } from './names.js';
import { stepTitle } from './task-view.js';

export interface EscalationRow {
  readonly id: string;
  readonly case_id: string;
  readonly task_id: string;
  readonly level: number;
  readonly raised_at: Date;
  readonly to_role: string;
  readonly to_agency_id: string | null;
  readonly acknowledged_at: Date | null;
  readonly acknowledged_by: string | null;
  readonly action: string | null;
  readonly until: Date | null;
  readonly task_ended_at: Date | null;
  readonly rehearsal: boolean;
  readonly cause: string | null;
  readonly subject_code: string;
  readonly procedure: string;
  readonly step_id: string;
  readonly holder_id: string | null;
  readonly due_at: Date | null;
  readonly service_level: boolean;
  readonly case_version: number;
  readonly coordinating_agency_id: string | null;
  readonly province: string;
}

export const escalationColumns = (chosen: Prisma.Sql): Prisma.Sql => Prisma.sql`
  select chosen.id, chosen.case_id, chosen.task_id, chosen.level, chosen.raised_at, chosen.to_role, chosen.to_agency_id,
    chosen.acknowledged_at, chosen.acknowledged_by, chosen.action, chosen.until, chosen.task_ended_at, chosen.rehearsal,
    chosen.cause,
    task.subject_code, task.procedure, task.step_id, task.agency_id as holder_id, task.due_at, task.service_level,
    cases.version as case_version, cases.coordinating_agency_id, cases.province
  from (${chosen}) chosen
  join task on task.id = chosen.task_id
  join case_row cases on cases.id = chosen.case_id`;

export const readEscalationsOfCase = (database: Database, caseId: string): Promise<EscalationRow[]> =>
  database.$queryRaw<EscalationRow[]>`/* escalations-of-case */
    ${escalationColumns(Prisma.sql`select * from escalation where escalation.case_id = ${caseId}::uuid`)}
    order by chosen.raised_at, chosen.id`;

export function escalationView(
  row: EscalationRow,
  reader: NameReader & { readonly names: Names },
): EscalationView {
  const acknowledgedBy = reader.names.account(row.acknowledged_by)?.title;
  return {
    id: row.id,
    subject: { kind: 'case', id: row.case_id, code: row.subject_code },
    caseVersion: row.case_version,
    taskId: row.task_id,
    taskTitle: stepTitle(findProcedure(row.procedure), row.step_id, reader.language),
    level: row.level,
    raisedAt: row.raised_at.toISOString(),
    ...(row.cause === null ? {} : { cause: Shape.shape.cause.unwrap().parse(row.cause) }),
    to: {
      ...(row.to_agency_id === null
        ? {}
        : addressee(shownAgency(reader.names.agency(row.to_agency_id), reader))),
      role: row.to_role,
    },
    holder: row.holder_id === null ? null : shownAgency(reader.names.agency(row.holder_id), reader).name,
    ...(row.due_at === null ? {} : { dueAt: row.due_at.toISOString(), serviceLevel: row.service_level }),
    ...(row.acknowledged_at === null ? {} : { acknowledgedAt: row.acknowledged_at.toISOString() }),
    ...(acknowledgedBy === undefined ? {} : { acknowledgedBy }),
    ...(row.action === null ? {} : { action: Shape.shape.action.unwrap().parse(row.action) }),
    ...(row.until === null ? {} : { until: row.until.toISOString() }),
    ...(row.task_ended_at === null ? {} : { taskEndedAt: row.task_ended_at.toISOString() }),
    rehearsal: row.rehearsal,
  };
}

/** Whose name is hidden is not told apart by its id either. */
const addressee = ({
  id,
  name,
}: ReturnType<typeof shownAgency>): Pick<EscalationView['to'], 'agencyId' | 'name'> => ({
  ...(id === null ? {} : { agencyId: id }),
  name,
});
