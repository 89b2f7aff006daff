import { isDeepStrictEqual } from 'node:util';
import { rowChanges, type RowChanges } from '../../activities/projections/rows.js';
import { readEvents, storedState } from '../../activities/stored-case.js';
import { openTasks, stateSchema, type CaseState } from '../../domain/case/case-state.js';
import type { CaseEvent } from '../../domain/case/events.js';
import { fold } from '../../domain/case/evolve.js';
import { pendingRungs } from '../../domain/case/obligations.js';
import type { CaseId } from '../../domain/ids.js';
import { addMinutes, fromEpochMs } from '../../domain/time/instant.js';
import type { WorkingCalendar } from '../../domain/time/working-calendar.js';
import type { Database, Transaction } from '../../prisma/client.js';
import type { Finding } from './finding.js';

/** A rung may be this late without an outage: wakes are spread over five minutes. */
const graceMinutes = 10;

/** Everything in the record of one case that contradicts its events. */
export async function recordFindings(
  database: Database,
  caseId: CaseId,
  calendar: WorkingCalendar,
): Promise<readonly Finding[]> {
  // One snapshot of the database: a case that is being worked on must not look torn.
  return database.$transaction(
    async (transaction) => {
      const events = await readEvents(transaction, caseId, 0);
      const state = fold(events);
      if (state === undefined) return [{ invariant: 'I3', caseId, what: 'a case without events' }];
      return [
        ...versionFindings(events),
        ...(await commandFindings(transaction, state, events)),
        ...(await snapshotFindings(transaction, state)),
        ...(await rowFindings(transaction, events, state)),
        ...(await provinceFindings(transaction, state)),
        ...(await lateRungs(transaction, state, calendar)),
      ];
    },
    { isolationLevel: 'RepeatableRead' },
  );
}

/** I3: versions have no gap and no repeat. */
function versionFindings(events: readonly CaseEvent[]): readonly Finding[] {
  return events.flatMap((event, index) =>
    event.version === index + 1
      ? []
      : [
          {
            invariant: 'I3',
            caseId: event.caseId,
            what: `version ${String(index + 1)} is ${String(event.version)}`,
          } as const,
        ],
  );
}

/** I1: every event belongs to one accepted command and every accepted command has its events; I8: each is audited once. */
async function commandFindings(
  transaction: Transaction,
  { caseId }: CaseState,
  events: readonly CaseEvent[],
): Promise<readonly Finding[]> {
  const commands = await transaction.command.findMany({ where: { caseId }, select: { id: true } });
  const known = new Set(commands.map(({ id }) => id));
  const caused = new Set<string>(events.map(({ commandId }) => commandId));
  const audits = await transaction.audit.groupBy({
    by: ['commandId'],
    where: { caseId, commandId: { not: null } },
    _count: true,
  });
  const audited = new Map(audits.map(({ commandId, _count }) => [commandId, _count]));
  return [
    ...[...caused]
      .filter((id) => !known.has(id))
      .map((id) => ({ invariant: 'I1', caseId, what: `events of unknown command ${id}` }) as const),
    ...[...known]
      .filter((id) => !caused.has(id))
      .map((id) => ({ invariant: 'I1', caseId, what: `command ${id} has no event` }) as const),
    ...[...caused]
      .filter((id) => audited.get(id) !== 1)
      .map(
        (id) =>
          ({
            invariant: 'I8',
            caseId,
            what: `command ${id} is audited ${String(audited.get(id) ?? 0)} times`,
          }) as const,
      ),
  ];
}

/** I5: the snapshot is the fold of the events. */
async function snapshotFindings(transaction: Transaction, state: CaseState): Promise<readonly Finding[]> {
  const snapshot = await transaction.caseSnapshot.findUnique({ where: { caseId: state.caseId } });
  if (snapshot === null) return [{ invariant: 'I5', caseId: state.caseId, what: 'no snapshot' }];
  if (snapshot.schema !== stateSchema) return [];
  const same =
    snapshot.version === state.version &&
    isDeepStrictEqual(storedState(snapshot.state), JSON.parse(JSON.stringify(state)));
  return same
    ? []
    : [{ invariant: 'I5', caseId: state.caseId, what: 'the snapshot differs from the folded events' }];
}

const tables = {
  case_row: { rows: ({ caseRow }: RowChanges) => [caseRow], of: 'id', key: ['id'] },
  task: { rows: ({ tasks }: RowChanges) => tasks, of: 'case_id', key: ['id'] },
  deadline: {
    rows: ({ deadlines }: RowChanges) => deadlines,
    of: 'case_id',
    key: ['task_id', 'generation', 'limit_id'],
  },
  rung_reached: {
    rows: ({ rungs }: RowChanges) => rungs,
    of: 'case_id',
    key: ['task_id', 'generation', 'rung_id'],
  },
  escalation: { rows: ({ escalations }: RowChanges) => escalations, of: 'case_id', key: ['id'] },
} as const;

/** I5 and I7: every read row is what the events say, no more and no less. */
async function rowFindings(
  transaction: Transaction,
  events: readonly CaseEvent[],
  state: CaseState,
): Promise<readonly Finding[]> {
  const expected = rowChanges(undefined, events, state);
  const findings: Finding[] = [];
  for (const [table, { rows, of, key }] of Object.entries(tables)) {
    const stored = await transaction.$queryRawUnsafe<{ row: Record<string, unknown> }[]>(
      `select to_jsonb(stored) as row from ${table} stored where ${of} = $1::uuid`,
      state.caseId,
    );
    const byKey = new Map(stored.map(({ row }) => [key.map((column) => String(row[column])).join(' '), row]));
    const wanted: readonly object[] = rows(expected);
    if (byKey.size !== wanted.length)
      findings.push({
        invariant: 'I7',
        caseId: state.caseId,
        what: `${table}: ${String(byKey.size)} rows, ${String(wanted.length)} by the events`,
      });
    for (const row of wanted) {
      const columns: Record<string, unknown> = { ...row };
      const id = key.map((column) => String(columns[column])).join(' ');
      const different = Object.keys(columns).filter(
        (column) => !sameValue(columns[column], byKey.get(id)?.[column]),
      );
      if (different.length > 0)
        findings.push({
          invariant: 'I5',
          caseId: state.caseId,
          what: `${table} ${id}: ${different.join(', ')}`,
        });
    }
  }
  return findings;
}

/** I5: case and tasks stand in the province where the case was received, by the latest word on that. */
async function provinceFindings(
  transaction: Transaction,
  { caseId, places }: CaseState,
): Promise<readonly Finding[]> {
  const rows = await transaction.$queryRaw<{ strayed: string }[]>`
    select stood.row as strayed
    from case_place
    join place on place.code = case_place.place_code
    cross join lateral (
      select 'case_row' as row, case_row.province from case_row where case_row.id = ${caseId}::uuid
      union all
      select 'task ' || task.id, task.province from task where task.case_id = ${caseId}::uuid
    ) stood
    where case_place.revision = ${places.reception ?? null}::uuid and stood.province is distinct from place.province`;
  return rows.map(({ strayed }) => ({ invariant: 'I5', caseId, what: `${strayed}: province` }));
}

const instantShape = /^\d{4}-\d\d-\d\dT/;

function sameValue(expected: unknown, stored: unknown): boolean {
  if (typeof expected === 'string' && typeof stored === 'string' && instantShape.test(expected))
    return Date.parse(expected) === Date.parse(stored);
  return isDeepStrictEqual(JSON.parse(JSON.stringify(expected ?? null)), stored ?? null);
}

/** I4: no rung that is due stays out. That each fires once only is the primary key of `rung_reached`. */
async function lateRungs(
  transaction: Transaction,
  state: CaseState,
  calendar: WorkingCalendar,
): Promise<readonly Finding[]> {
  if (state.status !== 'open') return [];
  const snapshot = await transaction.caseSnapshot.findUnique({
    where: { caseId: state.caseId },
    select: { clockOffset: true },
  });
  const now = fromEpochMs(Date.now() + Number(snapshot?.clockOffset ?? 0));
  const latest = addMinutes(now, -graceMinutes);
  return openTasks(state)
    .flatMap((task) => pendingRungs(task, state, calendar))
    .filter(({ at }) => at < latest)
    .map(({ task, rung, at }) => ({
      invariant: 'I4',
      caseId: state.caseId,
      what: `${task.stepId}: ${rung.id} was due ${at}`,
    }));
}
