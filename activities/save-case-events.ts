import { setTimeout as pause } from 'node:timers/promises';
import type { CaseState } from '../domain/case/case-state.js';
import { stateSchema } from '../domain/case/case-state.js';
import type { CaseEvent } from '../domain/case/events.js';
import { fold } from '../domain/case/evolve.js';
import { nextWake } from '../domain/case/obligations.js';
import { commandId, type CaseId, type CommandId } from '../domain/ids.js';
import { epochMs, msPerDay, type Instant } from '../domain/time/instant.js';
import { inTransaction, type Database, type Statements } from '../prisma/client.js';
import type { DecidedCommand, SaveAnswer, SaveRequest } from './case-activities.js';
import { calendarOf } from './current-calendar.js';
import { nameAgencies } from './name-agencies.js';
import { rowChanges } from './projections/rows.js';
import { readEvents, storedState } from './stored-case.js';
import { writeCase } from './write-case.js';

/** A clock that runs ahead by more than this was moved on purpose. */
const movedClockMs = 60_000;

/** How far the case's clock runs ahead of ours; behind it (less than nothing) only the clock of a rehearsal can be. */
function clockOffset({ rehearsal }: CaseState, now: Instant): number {
  const ahead = epochMs(now) - Date.now();
  return ahead > movedClockMs || (rehearsal && ahead < -msPerDay) ? ahead : 0;
}

/**
 * One transaction: events, snapshot, read rows, audit row, notices. Idempotent by command id and expected version,
 * and adopting: whichever side knows less learns from the other, so no fault can make the two differ for good.
 */
export async function saveCaseEvents(database: Database, request: SaveRequest): Promise<SaveAnswer> {
  return inTransaction(database, async (statements) => {
    const locked = await lockCase(statements, request);
    if (locked.version > request.expectedVersion || locked.isKnown) {
      return {
        kind: 'adopt',
        events: await readEvents(statements, request.caseId, request.expectedVersion),
        known: await knownCommands(statements, request.decisions),
      };
    }
    if (locked.version < request.expectedVersion) return { kind: 'behind', version: locked.version };
    return save(statements, request, locked);
  });
}

interface Locked {
  readonly version: number;
  readonly state: CaseState | undefined;
  /** Was one of the commands saved before? */
  readonly isKnown: boolean;
  readonly places: Readonly<Record<string, string>>;
  /** Version of the working calendar in force. */
  readonly calendar: string | null;
}

interface LockedRow extends Omit<Locked, 'state'> {
  readonly schema: number;
  readonly state: unknown;
}

/** The snapshot row is the lock of the case. A new case makes it first, at version 0. */
async function lockCase(statements: Statements, request: SaveRequest): Promise<Locked> {
  const { caseId, expectedVersion } = request;
  if (expectedVersion === 0) await makeSnapshot(statements, caseId);
  let [row] = await lockedRows(statements, request);
  if (row === undefined) {
    await makeSnapshot(statements, caseId);
    [row] = await lockedRows(statements, request);
  }
  if (row === undefined) throw new Error('the snapshot of a case cannot vanish');
  return { ...row, state: await lockedState(statements, caseId, row) };
}

const makeSnapshot = (statements: Statements, caseId: CaseId): Promise<number> =>
  statements.$executeRaw`/* make-snapshot */
    insert into case_snapshot (case_id, version, schema, state) values (${caseId}::uuid, 0, ${stateSchema}, 'null')
    on conflict do nothing`;

/**
 * What a save needs to know, in one statement. Had it to wait for the lock, only version and state are of the moment
 * after; but then the version has moved on, and the rest is not used.
 */
const lockedRows = (statements: Statements, { caseId, decisions }: SaveRequest): Promise<LockedRow[]> =>
  statements.$queryRaw<LockedRow[]>`/* lock-case */
    select version, schema, state,
      exists (select from command where id = any(${decisions.map((each) => each.commandId)}::uuid[])) as "isKnown",
      (select coalesce(jsonb_object_agg(revision, place_code), '{}') from case_place
        where case_place.case_id = case_snapshot.case_id) as places,
      (select version from calendar_version where current limit 1) as calendar
    from case_snapshot where case_id = ${caseId}::uuid for update`;

async function lockedState(
  statements: Statements,
  caseId: CaseId,
  { version, schema, state }: LockedRow,
): Promise<CaseState | undefined> {
  if (version === 0) return undefined;
  return schema === stateSchema ? storedState(state) : fold(await readEvents(statements, caseId, 0));
}

/** The API keeps a place again within a quarter of a second. */
const placePatienceMs = 3_000;

interface Told {
  readonly before: CaseState | undefined;
  readonly after: CaseState;
  readonly found: Locked['places'];
}

/**
 * The API keeps a place before it asks the case, and takes it back when the case refuses. Of one request sent twice, one
 * may be refused and the other accepted: the place of the accepted one is then gone for a moment. Without it nobody
 * would be found for the case and its province not known, so it is waited for.
 */
async function placesKept(statements: Statements, { before, after, found }: Told): Promise<Locked['places']> {
  const known = new Set<string | undefined>(Object.values(before?.places ?? {}));
  const told = Object.values(after.places).filter((revision) => !known.has(revision));
  const isComplete = (places: Locked['places']): boolean => told.every((revision) => revision in places);
  let places = found;
  for (let waited = 0; !isComplete(places) && waited < placePatienceMs; waited += 100) {
    await pause(100);
    const rows = await statements.$queryRaw<{ revision: string; place_code: string }[]>`/* places-kept */
      select revision, place_code from case_place where case_id = ${after.caseId}::uuid`;
    places = Object.fromEntries(rows.map(({ revision, place_code }) => [revision, place_code]));
  }
  return places;
}

async function knownCommands(
  statements: Statements,
  decisions: readonly DecidedCommand[],
): Promise<readonly (readonly [CommandId, number])[]> {
  const rows = await statements.$queryRaw<{ id: string; to_version: number }[]>`
    select id, to_version from command where id = any(${decisions.map((each) => each.commandId)}::uuid[])`;
  return rows.map(({ id, to_version }) => [commandId(id), to_version] as const);
}

async function save(
  statements: Statements,
  request: SaveRequest,
  { state: before, places: found, calendar: version }: Locked,
): Promise<SaveAnswer> {
  const decided = request.decisions.flatMap(({ events }) => events);
  const after = fold(decided, before);
  if (after === undefined) return { kind: 'saved', version: 0, added: [] };
  const places = await placesKept(statements, { before, after, found });
  const { state, added } =
    decided.length === 0
      ? { state: after, added: [] }
      : await nameAgencies({ statements, places }, after, { events: decided, now: request.now });
  const events: readonly CaseEvent[] = [...decided, ...added];
  const calendar = await calendarOf(statements, version);
  await writeCase(statements, {
    before,
    state,
    events,
    decisions: request.decisions,
    rows: rowChanges(before, events, state),
    nextWakeAt: nextWake(state, request.now, calendar) ?? null,
    clockOffsetMs: clockOffset(state, request.now),
  });
  return { kind: 'saved', version: state.version, added };
}
