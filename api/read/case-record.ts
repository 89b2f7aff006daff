import { fold } from '../../domain/case/evolve.js';
import { stateSchema, type CaseState } from '../../domain/case/case-state.js';
import type { CaseEvent } from '../../domain/case/events.js';
import type { CaseId } from '../../domain/ids.js';
import { fromEpochMs, type Instant } from '../../domain/time/instant.js';
import type { Database } from '../../prisma/client.js';

/** A case as the record has it, and what access to it depends on. */
export interface CaseRecord {
  readonly state: CaseState;
  readonly province: string;
  readonly registrarAgencyId: string | null;
  readonly receivedPlace: { readonly code: string; readonly name: string } | null;
  readonly provinceName: string | null;
  /** How far the case's clock runs ahead of ours (rehearsals), in milliseconds. */
  readonly clockOffsetMs: number;
  /** The working calendar in force when it was read; null: none is. */
  readonly calendarVersion: string | null;
}

interface Row {
  readonly version: number;
  readonly schema: number;
  readonly state: unknown;
  readonly province: string;
  readonly registrar: string | null;
  readonly place_code: string | null;
  readonly place_name: string | null;
  readonly province_name: string | null;
  readonly clock_offset: bigint;
  readonly calendar: string | null;
}

/** Undefined when the case is not in the record. One statement: state and rows are of the same version. */
export async function readCaseRecord(database: Database, caseId: CaseId): Promise<CaseRecord | undefined> {
  const [row] = await database.$queryRaw<Row[]>`/* case-record */
    select snapshot.version, snapshot.schema, snapshot.state, cases.province, cases.clock_offset,
      place.code as place_code, place.name as place_name, province.name as province_name,
      (select version from calendar_version where current limit 1) as calendar,
      (select opened.actor ->> 'agencyId' from case_event opened
        where opened.case_id = cases.id and opened.version = 1) as registrar
    from case_row cases
    join case_snapshot snapshot on snapshot.case_id = cases.id
    left join place on place.code = cases.received_place
    left join place province on province.code = cases.province
    where cases.id = ${caseId}::uuid`;
  if (row === undefined || row.version === 0) return undefined;
  const state = row.schema === stateSchema ? storedState(row.state) : await foldedState(database, caseId);
  if (state === undefined) return undefined;
  return {
    state,
    province: row.province,
    registrarAgencyId: row.registrar,
    receivedPlace:
      row.place_code === null || row.place_name === null
        ? null
        : { code: row.place_code, name: row.place_name },
    provinceName: row.province_name,
    clockOffsetMs: Number(row.clock_offset),
    calendarVersion: row.calendar,
  };
}

/** The states of several cases as they were saved; one that former code saved is left out. */
export async function readStates(
  database: Database,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseState>> {
  const rows = await database.caseSnapshot.findMany({
    where: { caseId: { in: [...caseIds] }, schema: stateSchema },
    select: { caseId: true, state: true },
  });
  return new Map(rows.map((row) => [row.caseId, storedState(row.state)]));
}

/** The JSON columns of the record are written by the save alone, and come back as they were written. */
const storedState = (json: unknown): CaseState => json as CaseState;

async function foldedState(database: Database, caseId: CaseId): Promise<CaseState | undefined> {
  return fold(await readCaseEvents(database, caseId, { above: 0 }));
}

interface EventRow {
  readonly case_id: string;
  readonly version: number;
  readonly type: string;
  readonly data: unknown;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly actor: unknown;
  readonly on_behalf_of: unknown;
  readonly command_id: string;
}

/** The events of a case above a version, oldest first. */
export async function readCaseEvents(
  database: Database,
  caseId: CaseId,
  { above }: { readonly above: number },
): Promise<readonly CaseEvent[]> {
  const rows = await database.$queryRaw<EventRow[]>`
    select case_id, version, type, data, occurred_at, recorded_at, actor, on_behalf_of, command_id
    from case_event where case_id = ${caseId}::uuid and version > ${above} order by version`;
  return rows.map(storedEvent);
}

/** One page of events, newest first, all below a version. */
export async function readEventsBelow(
  database: Database,
  caseId: CaseId,
  { below, limit }: { readonly below: number; readonly limit: number },
): Promise<readonly CaseEvent[]> {
  const rows = await database.$queryRaw<EventRow[]>`
    select case_id, version, type, data, occurred_at, recorded_at, actor, on_behalf_of, command_id
    from case_event where case_id = ${caseId}::uuid and version < ${below} order by version desc limit ${limit}`;
  return rows.map(storedEvent);
}

/** What ended a task, or corrected its outcome last; undefined while it is open. */
export async function readEndingOf(
  database: Database,
  caseId: CaseId,
  taskId: string,
): Promise<CaseEvent | undefined> {
  const [row] = await database.$queryRaw<EventRow[]>`/* ending-of-task */
    select case_id, version, type, data, occurred_at, recorded_at, actor, on_behalf_of, command_id
    from case_event where case_id = ${caseId}::uuid and data ->> 'taskId' = ${taskId}
      and type in ('task-completed', 'outcome-corrected', 'task-declined', 'task-recalled')
    order by version desc limit 1`;
  return row === undefined ? undefined : storedEvent(row);
}

/** The events of one command, oldest first. */
export async function readEventsOf(database: Database, commandId: string): Promise<readonly CaseEvent[]> {
  const rows = await database.$queryRaw<EventRow[]>`/* events-of-command */
    select case_id, version, type, data, occurred_at, recorded_at, actor, on_behalf_of, command_id
    from case_event where command_id = ${commandId}::uuid order by version`;
  return rows.map(storedEvent);
}

const storedEvent = (row: EventRow): CaseEvent =>
  ({
    caseId: row.case_id,
    version: row.version,
    type: row.type,
    data: row.data,
    occurredAt: toInstant(row.occurred_at),
    recordedAt: toInstant(row.recorded_at),
    actor: row.actor,
    ...(row.on_behalf_of === null ? {} : { onBehalfOf: row.on_behalf_of }),
    commandId: row.command_id,
  }) as CaseEvent;

export const toInstant = (date: Date): Instant => fromEpochMs(date.getTime());
