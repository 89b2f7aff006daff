import { isDisputed, openTasks, type CaseState, type Task } from '../domain/case/case-state.js';
import type { CaseEvent } from '../domain/case/events.js';
import { evolve } from '../domain/case/evolve.js';
import type { EventData, EventType } from '../domain/case/events.js';
import { agencyId, derivedUuid, escalationId, type AgencyId } from '../domain/ids.js';
import { procedureOf } from '../domain/procedure/catalogue.js';
import type { PlaceKind } from '../domain/procedure/procedure.js';
import type { Instant } from '../domain/time/instant.js';
import { addDays, dateOf, plainDate, startOfDay, type PlainDate } from '../domain/time/plain-date.js';
import type { Statements } from '../prisma/client.js';
import { findAgency } from '../prisma/find-agency.js';
import { commonSuperior } from './common-superior.js';
import { nextCaseCode } from './next-case-code.js';

/** What the save may ask while it names agencies. */
export interface Directory {
  readonly statements: Statements;
  /** The communes of the case, by revision: they stand in `case_place` only. */
  readonly places: Readonly<Record<string, string>>;
}

/** Events that the save itself adds, with the state they lead to. */
export interface Named {
  readonly state: CaseState;
  readonly added: readonly CaseEvent[];
}

/** What happened, and what the case's own clock shows while it is recorded. */
export interface Recording {
  readonly events: readonly CaseEvent[];
  readonly now: Instant;
}

/**
 * What only the directory knows: the number and coordinating agency of a new case, and the agency of each newly
 * opened task. History names who had it then: the body of the day on which it was offered. What is still open is
 * handed on to a body that exists now. No match never loses a task: it waits, visibly, with the coordinator.
 */
export async function nameAgencies(
  directory: Directory,
  state: CaseState,
  { events, now }: Recording,
): Promise<Named> {
  let named: Named = { state, added: [] };
  if (state.code === undefined) named = await register(directory, named, events);
  else named = await replaceExcluded(directory, named, { events, on: dateOf(now) });
  for (const task of openTasks(named.state).filter((each) => each.wantsRouting)) {
    const on = isAskedAnew(events, task) ? now : task.offeredAt;
    named = await route(directory, named, { events, on: dateOf(on), task });
  }
  named = await succeed(directory, named, { events, on: dateOf(now) });
  return askSuperiors(directory, named, { events, on: dateOf(now) });
}

/** It was offered before, and somebody who has it now is looked for. */
const isAskedAnew = (events: readonly CaseEvent[], { id }: Task): boolean =>
  events.some(({ type, data }) => type === 'task-reassigned' && data.taskId === id);

interface Context {
  readonly events: readonly CaseEvent[];
  /** The day as of which the directory is asked. */
  readonly on: PlainDate;
  /** When it came about, where that is not when its cause occurred. */
  readonly at?: Instant;
}

async function register(directory: Directory, named: Named, events: readonly CaseEvent[]): Promise<Named> {
  const { state } = named;
  const coordinatingAgencyId = await coordinatorOn(directory, state, dateOf(state.openedAt));
  const code = await nextCaseCode(directory.statements, state, coordinatingAgencyId);
  return append(named, { events }, { type: 'case-registered', data: { code, coordinatingAgencyId } });
}

/** A body that must learn nothing of the case cannot coordinate it: the next one with the role does. */
async function replaceExcluded(directory: Directory, named: Named, context: Context): Promise<Named> {
  const former = named.state.coordinatingAgencyId;
  if (former === undefined || !isExcludedAgency(named.state, former)) return named;
  const next = await coordinatorOn(directory, named.state, context.on);
  return append(named, context, { type: 'coordinator-named', data: { agencyId: next } });
}

async function coordinatorOn(
  directory: Directory,
  state: CaseState,
  on: PlainDate,
): Promise<AgencyId | null> {
  const role = procedureOf(state.procedure).coordinatingRole;
  return (await find(directory, state, { role, kind: 'reception', on })) ?? null;
}

/** Bodies are dissolved while cases go on: what an ended agency holds or coordinates goes to its successor. */
async function succeed(directory: Directory, named: Named, context: Context): Promise<Named> {
  const ended = await endedAgencies(directory, holdersOf(named.state), context.on);
  const handedOver = (holder: AgencyId | null): Context | undefined => {
    const last = holder === null ? undefined : ended.get(holder);
    return last === undefined ? undefined : { ...context, at: startOfDay(addDays(last, 1)) };
  };
  const coordinator = named.state.coordinatingAgencyId;
  const coordination = coordinator === undefined ? context : handedOver(coordinator);
  let next = named;
  if (coordination !== undefined) {
    const successor = await coordinatorOn(directory, named.state, context.on);
    if (successor !== (coordinator ?? null))
      next = append(named, coordination, { type: 'coordinator-named', data: { agencyId: successor } });
  }
  for (const task of openTasks(next.state)) {
    const duty = handedOver(task.agencyId);
    if (duty !== undefined) next = await route(directory, next, { ...duty, task });
  }
  return next;
}

function holdersOf(state: CaseState): readonly AgencyId[] {
  const all = [state.coordinatingAgencyId, ...openTasks(state).map(({ agencyId: holder }) => holder)];
  return [...new Set(all.flatMap((id) => (id === null || id === undefined ? [] : [id])))];
}

/** Those that had ended before this day, with the last day of each. */
async function endedAgencies(
  { statements }: Directory,
  ids: readonly AgencyId[],
  on: PlainDate,
): Promise<ReadonlyMap<string, PlainDate>> {
  if (ids.length === 0) return new Map();
  const rows = await statements.$queryRaw<{ id: string; valid_to: string }[]>`/* ended-agencies */
    select id, valid_to from agency where id = any(${ids}::uuid[]) and valid_to < ${on}`;
  return new Map(rows.map(({ id, valid_to }) => [id, plainDate(valid_to)]));
}

/** Whose duty it is, of those who returned it, is from the second return on for their common superior to say. */
async function askSuperiors(
  { statements }: Directory,
  named: Named,
  { events, on }: Context,
): Promise<Named> {
  let next = named;
  for (const event of events) {
    const task = event.type === 'task-misdirected' ? named.state.tasks[event.data.taskId] : undefined;
    if (task === undefined || !isDisputed(task)) continue;
    const superior = await commonSuperior(statements, task.returnedBy, on);
    const id = derivedUuid(`escalation:${task.id}:returned:${String(task.returnedBy.length)}`);
    next = append(
      next,
      { events: [event] },
      {
        type: 'escalation-raised',
        data: {
          escalationId: escalationId(id),
          taskId: task.id,
          level: superior?.level === 'nation' || superior === undefined ? 3 : 2,
          cause: 'returned-twice',
          ...(superior === undefined ? {} : { to: superior.id }),
        },
      },
    );
  }
  return next;
}

async function route(
  directory: Directory,
  named: Named,
  { task, ...context }: Context & { readonly task: Task },
): Promise<Named> {
  const agency = await agencyFor(directory, named.state, { task, on: context.on });
  const opening = context.events.find(
    (event) => event.type === 'task-opened' && event.data.taskId === task.id,
  );
  const causes = opening === undefined ? context : { ...context, events: [opening] };
  return append(named, causes, { type: 'task-routed', data: { taskId: task.id, agencyId: agency ?? null } });
}

interface Sought {
  readonly task: Task;
  readonly on: PlainDate;
}

/** Whose duty a task is on a day; undefined or null: the directory names nobody. */
export async function agencyFor(
  directory: Directory,
  state: CaseState,
  { task, on }: Sought,
): Promise<AgencyId | null | undefined> {
  const procedure = procedureOf(state.procedure);
  const byCoordinator =
    task.role === procedure.coordinatingRole &&
    state.coordinatingAgencyId !== undefined &&
    !isExcludedAgency(state, state.coordinatingAgencyId);
  if (byCoordinator) return state.coordinatingAgencyId;
  return find(directory, state, {
    role: task.role,
    kind: procedure.steps[task.stepId]?.place ?? 'reception',
    on,
    avoid: state.steps[task.stepId]?.declinedBy ?? [],
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
  directory: Directory,
  state: CaseState,
  { role, kind, on, avoid = [] }: Wanted,
): Promise<AgencyId | undefined> {
  const placeCode = placeOf(directory, state, kind);
  const found = await findAgency(directory.statements, {
    role,
    placeCode,
    on,
    excluded: excludedAgencies(state),
    avoid,
  });
  return found === undefined ? undefined : agencyId(found);
}

/** A place not told yet is taken to be where the report was received. */
function placeOf({ places }: Directory, state: CaseState, kind: PlaceKind): string | undefined {
  const revision = state.places[kind] ?? state.places.reception;
  return revision === undefined ? undefined : places[revision];
}

function append<Type extends EventType>(
  { state, added }: Named,
  { events, at }: Pick<Context, 'events' | 'at'>,
  what: { readonly type: Type; readonly data: EventData[Type] },
): Named {
  const cause = events.at(-1);
  if (cause === undefined) throw new Error('the directory is asked because something happened');
  const event = {
    caseId: state.caseId,
    version: state.version + 1,
    ...what,
    occurredAt: at ?? cause.occurredAt,
    recordedAt: cause.recordedAt,
    actor: { kind: 'system', name: 'directory' },
    commandId: cause.commandId,
  } as CaseEvent; // one type of the union by construction: type and data come from the same parameter
  return { state: evolve(state, event), added: [...added, event] };
}
