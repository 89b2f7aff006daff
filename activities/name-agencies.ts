import { openTasks, type CaseState, type Task } from '../domain/case/case-state.js';
import type { CaseEvent } from '../domain/case/events.js';
import { evolve } from '../domain/case/evolve.js';
import type { EventData, EventType } from '../domain/case/events.js';
import { agencyId, type AgencyId } from '../domain/ids.js';
import { procedureOf } from '../domain/procedure/catalogue.js';
import type { PlaceKind } from '../domain/procedure/procedure.js';
import { dateOf, type PlainDate } from '../domain/time/plain-date.js';
import type { Transaction } from '../prisma/client.js';
import { findAgency } from './directory/find-agency.js';
import { nextCaseCode } from './next-case-code.js';

/** Events that the save itself adds, with the state they lead to. */
export interface Named {
  readonly state: CaseState;
  readonly added: readonly CaseEvent[];
}

/**
 * What only the directory knows: the number and coordinating agency of a new case, and the agency of each newly
 * opened task. No match never loses a task: it waits, visibly, with the coordinator.
 */
export async function nameAgencies(
  transaction: Transaction,
  state: CaseState,
  events: readonly CaseEvent[],
): Promise<Named> {
  let named: Named = { state, added: [] };
  const on = dateOf(state.lastInstant);
  if (state.code === undefined) named = await register(transaction, named, { events, on });
  else named = await succeed(transaction, named, { events, on });
  for (const task of openTasks(named.state).filter((each) => each.wantsRouting)) {
    named = await route(transaction, named, { events, on, task });
  }
  return named;
}

interface Context {
  readonly events: readonly CaseEvent[];
  readonly on: PlainDate;
}

async function register(transaction: Transaction, named: Named, context: Context): Promise<Named> {
  const { state } = named;
  const role = procedureOf(state.procedure).coordinatingRole;
  const coordinatingAgencyId =
    (await find(transaction, state, { role, kind: 'reception', on: context.on })) ?? null;
  const code = await nextCaseCode(transaction, state, coordinatingAgencyId);
  return append(named, context.events, { type: 'case-registered', data: { code, coordinatingAgencyId } });
}

/** Bodies are dissolved while cases go on: what an ended agency holds or coordinates goes to its successor. */
async function succeed(transaction: Transaction, named: Named, context: Context): Promise<Named> {
  const held = openTasks(named.state).flatMap(({ agencyId: holder }) => (holder === null ? [] : [holder]));
  const { coordinatingAgencyId } = named.state;
  const all = [...new Set([...held, ...(coordinatingAgencyId === undefined ? [] : [coordinatingAgencyId])])];
  const ended = await endedAgencies(transaction, all, context.on);
  if (ended.size === 0) return named;
  let next = named;
  if (coordinatingAgencyId !== undefined && ended.has(coordinatingAgencyId)) {
    const role = procedureOf(named.state.procedure).coordinatingRole;
    const successor =
      (await find(transaction, named.state, { role, kind: 'reception', on: context.on })) ?? null;
    next = append(next, context.events, { type: 'coordinator-named', data: { agencyId: successor } });
  }
  for (const task of openTasks(next.state)) {
    if (task.agencyId !== null && ended.has(task.agencyId))
      next = await route(transaction, next, { ...context, task });
  }
  return next;
}

async function endedAgencies(
  transaction: Transaction,
  ids: readonly AgencyId[],
  on: PlainDate,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await transaction.agency.findMany({
    where: { id: { in: [...ids] }, validTo: { lt: on } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

async function route(
  transaction: Transaction,
  named: Named,
  { events, on, task }: Context & { readonly task: Task },
): Promise<Named> {
  const { state } = named;
  const procedure = procedureOf(state.procedure);
  const step = procedure.steps[task.stepId];
  const byCoordinator =
    task.role === procedure.coordinatingRole &&
    state.coordinatingAgencyId !== undefined &&
    !isExcludedAgency(state, state.coordinatingAgencyId);
  const agency = byCoordinator
    ? state.coordinatingAgencyId
    : await find(transaction, state, {
        role: task.role,
        kind: step?.place ?? 'reception',
        on,
        avoid: state.steps[task.stepId]?.declinedBy ?? [],
      });
  const opening = events.find((event) => event.type === 'task-opened' && event.data.taskId === task.id);
  return append(named, opening === undefined ? events : [opening], {
    type: 'task-routed',
    data: { taskId: task.id, agencyId: agency ?? null },
  });
}

const isExcludedAgency = (state: CaseState, id: AgencyId): boolean => excludedAgencies(state).includes(id);

const excludedAgencies = (state: CaseState): readonly AgencyId[] =>
  state.exclusions.flatMap((each) => ('agencyId' in each ? [each.agencyId] : []));

interface Wanted {
  readonly role: string;
  readonly kind: PlaceKind;
  readonly on: PlainDate;
  readonly avoid?: readonly AgencyId[];
}

async function find(
  transaction: Transaction,
  state: CaseState,
  { role, kind, on, avoid = [] }: Wanted,
): Promise<AgencyId | undefined> {
  const placeCode = await placeOf(transaction, state, kind);
  const found = await findAgency(transaction, {
    role,
    placeCode,
    on,
    excluded: excludedAgencies(state),
    avoid,
  });
  return found === undefined ? undefined : agencyId(found);
}

/** The commune codes stand in `case_place` only. A place not told yet is taken to be where the report was received. */
async function placeOf(
  transaction: Transaction,
  state: CaseState,
  kind: PlaceKind,
): Promise<string | undefined> {
  const revision = state.places[kind] ?? state.places.reception;
  if (revision === undefined) return undefined;
  const place = await transaction.casePlace.findUnique({ where: { revision } });
  return place?.placeCode;
}

function append<Type extends EventType>(
  { state, added }: Named,
  causes: readonly CaseEvent[],
  what: { readonly type: Type; readonly data: EventData[Type] },
): Named {
  const cause = causes.at(-1);
  if (cause === undefined) throw new Error('the directory is asked because something happened');
  const event = {
    caseId: state.caseId,
    version: state.version + 1,
    ...what,
    occurredAt: cause.occurredAt,
    recordedAt: cause.recordedAt,
    actor: { kind: 'system', name: 'directory' },
    commandId: cause.commandId,
  } as CaseEvent; // one type of the union by construction: type and data come from the same parameter
  return { state: evolve(state, event), added: [...added, event] };
}
