import type { CaseState } from '../domain/case/case-state.js';
import { stateSchema } from '../domain/case/case-state.js';
import type { CaseEvent } from '../domain/case/events.js';
import { evolve } from '../domain/case/evolve.js';
import { nextWake } from '../domain/case/obligations.js';
import { commandId, type CaseId, type CommandId } from '../domain/ids.js';
import { epochMs, msPerDay, type Instant } from '../domain/time/instant.js';
import type { Database, Transaction } from '../prisma/client.js';
import type { DecidedCommand, SaveAnswer, SaveRequest } from './case-activities.js';
import { currentCalendar } from './current-calendar.js';
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
  return database.$transaction(async (transaction) => {
    const { version, state } = await lockSnapshot(transaction, request.caseId);
    const known = await knownCommands(transaction, request.decisions);
    if (version > request.expectedVersion || known.length > 0) {
      return {
        kind: 'adopt',
        events: await readEvents(transaction, request.caseId, request.expectedVersion),
        known,
      };
    }
    if (version < request.expectedVersion) return { kind: 'behind', version };
    return save(transaction, request, state);
  });
}

interface Locked {
  readonly version: number;
  readonly state: CaseState | undefined;
}

/** The snapshot row is the lock of the case. A new case makes it first, at version 0. */
async function lockSnapshot(transaction: Transaction, caseId: CaseId): Promise<Locked> {
  const read = () => transaction.$queryRaw<{ version: number; schema: number; state: unknown }[]>`
    select version, schema, state from case_snapshot where case_id = ${caseId}::uuid for update`;
  let [row] = await read();
  if (row === undefined) {
    await transaction.$executeRaw`
      insert into case_snapshot (case_id, version, schema, state) values (${caseId}::uuid, 0, ${stateSchema}, 'null')
      on conflict do nothing`;
    [row] = await read();
  }
  if (row === undefined || row.version === 0) return { version: 0, state: undefined };
  if (row.schema === stateSchema) return { version: row.version, state: storedState(row.state) };
  const events = await readEvents(transaction, caseId, 0);
  return { version: row.version, state: events.reduce<CaseState | undefined>(evolve, undefined) };
}

async function knownCommands(
  transaction: Transaction,
  decisions: readonly DecidedCommand[],
): Promise<readonly (readonly [CommandId, number])[]> {
  const rows = await transaction.command.findMany({
    where: { id: { in: decisions.map((each) => each.commandId) } },
    select: { id: true, toVersion: true },
  });
  return rows.map(({ id, toVersion }) => [commandId(id), toVersion] as const);
}

async function save(
  transaction: Transaction,
  request: SaveRequest,
  before: CaseState | undefined,
): Promise<SaveAnswer> {
  const decided = request.decisions.flatMap(({ events }) => events);
  const after = decided.reduce<CaseState | undefined>(evolve, before);
  if (after === undefined) return { kind: 'saved', version: 0, added: [] };
  const { state, added } =
    decided.length === 0
      ? { state: after, added: [] }
      : await nameAgencies(transaction, after, { events: decided, now: request.now });
  const events: readonly CaseEvent[] = [...decided, ...added];
  const calendar = await currentCalendar(transaction);
  await writeCase(transaction, {
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
