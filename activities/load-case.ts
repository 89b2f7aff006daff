import { rememberedCommands, stateSchema, type CaseState } from '../domain/case/case-state.js';
import { fold } from '../domain/case/evolve.js';
import { commandId, type CaseId } from '../domain/ids.js';
import type { Database, Statements } from '../prisma/client.js';
import { calendarOf } from './current-calendar.js';
import type { KnownCase } from './known-case.js';
import { readEvents, storedState } from './stored-case.js';

/** The case as the record has it: the latest snapshot and the events after it; all events if the snapshot is not ours. */
export async function loadCase(database: Database, caseId: CaseId): Promise<KnownCase> {
  const record = await readRecord(database, caseId);
  return {
    state: (await stateIn(database, caseId, record)) ?? null,
    recent: Object.fromEntries(record.recent.map(([id, version]) => [commandId(id), version])),
    calendar: await calendarOf(database, record.calendar),
    clockOffsetMs: clockOffset(record),
  };
}

export const recordedState = async (statements: Statements, caseId: CaseId): Promise<CaseState | undefined> =>
  stateIn(statements, caseId, await readRecord(statements, caseId));

interface RecordedCase {
  /** Of the snapshot: 0 and null where there is none. */
  readonly version: number;
  readonly schema: number;
  readonly state: unknown;
  readonly clockOffset: number;
  /** Of the last event: its version and when it was recorded. */
  readonly latest: number;
  readonly latestAt: Date | null;
  /** Id and version of the last commands, oldest first. */
  readonly recent: readonly (readonly [string, number])[];
  /** Version of the working calendar in force. */
  readonly calendar: string | null;
}

/** In one statement: a run begins with it, so every report that is received waits for it. */
async function readRecord(statements: Statements, caseId: CaseId): Promise<RecordedCase> {
  const [row] = await statements.$queryRaw<RecordedCase[]>`/* load-case */
    select coalesce(known.version, 0) as version, coalesce(known.schema, 0) as schema, known.state,
      coalesce(known.clock_offset, 0)::float8 as "clockOffset",
      coalesce(latest.version, 0) as latest, latest.recorded_at as "latestAt",
      (select coalesce(jsonb_agg(jsonb_build_array(id, to_version) order by to_version), '[]') from (
        select id, to_version from command where case_id = asked.id order by to_version desc limit ${rememberedCommands}
      ) last_commands) as recent,
      (select version from calendar_version where current limit 1) as calendar
    from (select ${caseId}::uuid as id) asked
    left join case_snapshot known on known.case_id = asked.id
    left join lateral (
      select max(version) as version, max(recorded_at) as recorded_at from case_event where case_id = asked.id
    ) latest on true`;
  if (row === undefined) throw new Error('one question has one answer');
  return row;
}

async function stateIn(
  statements: Statements,
  caseId: CaseId,
  { version, schema, state, latest }: RecordedCase,
): Promise<CaseState | undefined> {
  const start = schema === stateSchema && version > 0 ? storedState(state) : undefined;
  const from = start?.version ?? 0;
  return latest === from ? start : fold(await readEvents(statements, caseId, from), start);
}

/**
 * A rehearsal whose clock was moved goes on from there: its clock never runs backwards. One that began in the past
 * stays as far behind as it was.
 */
function clockOffset({ clockOffset: stored, latestAt }: RecordedCase): number {
  if (stored < 0 || latestAt === null) return stored;
  return Math.max(stored, latestAt.getTime() - Date.now(), 0);
}

/** How far the clock of a case runs ahead of ours, in milliseconds; behind it, as a number below zero. */
export const recordedOffset = async (statements: Statements, caseId: CaseId): Promise<number> =>
  clockOffset(await readRecord(statements, caseId));
