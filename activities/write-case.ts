import { stateSchema, type CaseState } from '../domain/case/case-state.js';
import type { CaseEvent } from '../domain/case/events.js';
import type { Instant } from '../domain/time/instant.js';
import { changeChannel } from '../prisma/change-channel.js';
import type { Statements } from '../prisma/client.js';
import type { DecidedCommand } from './case-activities.js';
import type { RowChanges } from './projections/rows.js';

export interface CaseWriting {
  readonly before: CaseState | undefined;
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  readonly decisions: readonly DecidedCommand[];
  readonly rows: RowChanges;
  readonly nextWakeAt: Instant | null;
  readonly clockOffsetMs: number;
}

/**
 * Everything about a save in one statement, so that it costs one round trip. Each part writes another table; a part
 * never reads what another wrote.
 */
// eslint-disable-next-line max-lines-per-function -- one statement of SQL
export async function writeCase(statements: Statements, writing: CaseWriting): Promise<void> {
  const { state, rows } = writing;
  await statements.$executeRaw`/* write-case */
    with reception as (
      select coalesce(place.code, known.received_place, '') as place, coalesce(place.province, known.province, '') as province
      from (select ${state.caseId}::uuid as case_id, ${state.places.reception ?? null}::uuid as revision) own
      left join case_place on case_place.revision = own.revision
      left join place on place.code = case_place.place_code
      left join case_row known on known.id = own.case_id
    ), events as (
      insert into case_event (case_id, version, type, data, occurred_at, recorded_at, actor, on_behalf_of, command_id)
      select case_id, version, type, data, occurred_at, recorded_at, actor, on_behalf_of, command_id
      from jsonb_to_recordset(${json(writing.events.map(eventColumns))}::jsonb) as row (
        case_id uuid, version int, type text, data jsonb, occurred_at timestamptz, recorded_at timestamptz,
        actor jsonb, on_behalf_of jsonb, command_id uuid)
    ), snapshot as (
      insert into case_snapshot (case_id, version, schema, state, clock_offset, saved_at)
      values (${state.caseId}::uuid, ${state.version}, ${stateSchema}, ${json(state)}::jsonb, ${writing.clockOffsetMs}, now())
      on conflict (case_id) do update set version = excluded.version, schema = excluded.schema, state = excluded.state,
        clock_offset = excluded.clock_offset, saved_at = excluded.saved_at
    ), commands as (
      insert into command (id, case_id, type, from_version, to_version)
      select id, case_id, type, from_version, to_version
      from jsonb_to_recordset(${json(commandColumns(writing))}::jsonb)
        as row (id uuid, case_id uuid, type text, from_version int, to_version int)
    ), audits as (
      insert into audit (at, actor_kind, user_id, agency_id, action, case_id, subject_id, command_id, fields)
      select at, actor_kind, user_id, agency_id, action, case_id, subject_id, command_id, '{}'
      from jsonb_to_recordset(${json(auditColumns(writing))}::jsonb) as row (
        at timestamptz, actor_kind text, user_id uuid, agency_id uuid, action text, case_id uuid, subject_id uuid, command_id uuid)
    ), case_rows as (
      insert into case_row (id, code, version, procedure, channel, phase, status, urgent, rehearsal, group_id, opened_at,
        recorded_at, closed_at, outcome, coordinating_agency_id, next_due_at, next_due_date, received_place, province, next_wake_at, clock_offset)
      select row.*, reception.place, reception.province, ${writing.nextWakeAt}::timestamptz, ${writing.clockOffsetMs}
      from jsonb_to_recordset(${json([rows.caseRow])}::jsonb) as row (
        id uuid, code text, version int, procedure text, channel text, phase text, status text, urgent boolean,
        rehearsal boolean, group_id uuid, opened_at timestamptz, recorded_at timestamptz, closed_at timestamptz,
        outcome text, coordinating_agency_id uuid, next_due_at timestamptz, next_due_date text)
      cross join reception
      on conflict (id) do update set code = excluded.code, version = excluded.version, phase = excluded.phase,
        procedure = excluded.procedure, status = excluded.status, urgent = excluded.urgent, group_id = excluded.group_id,
        closed_at = excluded.closed_at, outcome = excluded.outcome, coordinating_agency_id = excluded.coordinating_agency_id,
        next_due_at = excluded.next_due_at, next_due_date = excluded.next_due_date, next_wake_at = excluded.next_wake_at, clock_offset = excluded.clock_offset,
        received_place = excluded.received_place, province = excluded.province
    ), tasks as (
      insert into task select row.* from reception cross join lateral jsonb_populate_recordset(
        jsonb_populate_record(null::task, jsonb_build_object('province', reception.province)), ${json(rows.tasks)}::jsonb) row
      on conflict (id) do update set subject_code = excluded.subject_code, status = excluded.status,
        agency_id = excluded.agency_id, assignee_id = excluded.assignee_id,
        coordinating_agency_id = excluded.coordinating_agency_id, offered_at = excluded.offered_at,
        accepted_at = excluded.accepted_at, completed_at = excluded.completed_at, outcome = excluded.outcome,
        due_at = excluded.due_at, due_date = excluded.due_date, limit_id = excluded.limit_id,
        service_level = excluded.service_level, escalated = excluded.escalated, is_open = excluded.is_open,
        urgent = excluded.urgent, changed_version = excluded.changed_version, province = excluded.province,
        deadlines = excluded.deadlines, nudged_at = excluded.nudged_at, returned_times = excluded.returned_times,
        is_disputed = excluded.is_disputed, arbiter_id = excluded.arbiter_id
    ), deadlines as (
      insert into deadline select * from jsonb_populate_recordset(null::deadline, ${json(rows.deadlines)}::jsonb)
      on conflict (task_id, generation, limit_id) do update set state = excluded.state, ended_at = excluded.ended_at
    ), rungs as (
      insert into rung_reached select * from jsonb_populate_recordset(null::rung_reached, ${json(rows.rungs)}::jsonb)
    ), escalations as (
      insert into escalation select * from jsonb_populate_recordset(null::escalation, ${json(rows.escalations)}::jsonb)
      on conflict (id) do update set acknowledged_at = excluded.acknowledged_at, action = excluded.action,
        acknowledged_by = coalesce(excluded.acknowledged_by, escalation.acknowledged_by), until = excluded.until,
        task_ended_at = excluded.task_ended_at, to_agency_id = excluded.to_agency_id
    ), notices as (
      insert into notice select * from jsonb_populate_recordset(null::notice, ${json(rows.notices.map((row) => ({ ...row, attempts: 0 })))}::jsonb)
      on conflict (id) do nothing
    )
    select pg_notify(${changeChannel}, ${`case ${state.caseId}`})`;
}

const json = (value: unknown): string => JSON.stringify(value);

const eventColumns = (event: CaseEvent) => ({
  case_id: event.caseId,
  version: event.version,
  type: event.type,
  data: event.data,
  occurred_at: event.occurredAt,
  recorded_at: event.recordedAt,
  actor: event.actor,
  on_behalf_of: event.onBehalfOf ?? null,
  command_id: event.commandId,
});

function commandColumns({ before, state, decisions }: CaseWriting) {
  let from = before?.version ?? 0;
  return decisions.map(({ commandId, type, events }) => {
    const row = { id: commandId, case_id: state.caseId, type, from_version: from, to_version: state.version };
    from = events.at(-1)?.version ?? from;
    return row;
  });
}

/** One audit row for each command that had an effect. */
function auditColumns({ state, decisions }: CaseWriting) {
  return decisions.flatMap(({ commandId, type, events }) => {
    const [first] = events;
    if (first === undefined) return [];
    const user = first.actor.kind === 'user' ? first.actor : undefined;
    return [
      {
        at: first.recordedAt,
        actor_kind: first.actor.kind,
        user_id: user?.userId ?? null,
        agency_id: user?.agencyId ?? null,
        action: type,
        case_id: state.caseId,
        subject_id: 'taskId' in first.data ? (first.data.taskId ?? null) : state.caseId,
        command_id: commandId,
      },
    ];
  });
}
