import type { Condition, Elapsed } from '../procedure/procedure.js';
import { addHours, type Instant } from '../time/instant.js';
import { addDays, addMonths, dateOf, parsePlainDate, startOfDay } from '../time/plain-date.js';
import type { CaseState } from './case-state.js';

/** Does the condition hold for this case at this instant? */
export function holds(condition: Condition, state: CaseState, now: Instant): boolean {
  if ('after' in condition) return isAfter(condition, state);
  if ('fact' in condition) return factIs(condition, state);
  if ('known' in condition) return state.facts[condition.known] !== undefined;
  if ('extended' in condition) return isExtended(condition, state);
  if ('channel' in condition) return asList(condition.channel).includes(state.channel);
  if ('all' in condition) return condition.all.every((each) => holds(each, state, now));
  if ('any' in condition) return condition.any.some((each) => holds(each, state, now));
  if ('not' in condition) return !holds(condition.not, state, now);
  const at = elapsesAt(condition, state);
  return at !== undefined && at <= now;
}

/** The instants at which time alone may change the condition. */
export function elapsingInstants(condition: Condition, state: CaseState): readonly Instant[] {
  if ('all' in condition) return condition.all.flatMap((each) => elapsingInstants(each, state));
  if ('any' in condition) return condition.any.flatMap((each) => elapsingInstants(each, state));
  if ('not' in condition) return elapsingInstants(condition.not, state);
  if (!('elapsed' in condition)) return [];
  const at = elapsesAt(condition, state);
  return at === undefined ? [] : [at];
}

/** The steps of which a new completion may open this one again: those named by `after`, not under a `not`. */
export function predecessors(condition: Condition): readonly string[] {
  if ('after' in condition) return [stepAndOutcome(condition.after).step];
  if ('all' in condition) return condition.all.flatMap(predecessors);
  if ('any' in condition) return condition.any.flatMap(predecessors);
  return [];
}

export function stepAndOutcome(after: string): { step: string; outcome?: string } {
  const [step = after, outcome] = after.split(':');
  return outcome === undefined ? { step } : { step, outcome };
}

function isAfter({ after, since }: Extract<Condition, { after: string }>, state: CaseState): boolean {
  const { step, outcome } = stepAndOutcome(after);
  const memory = state.steps[step];
  if (memory?.completedVersion === undefined || !isLater(memory.completedVersion, since, state)) return false;
  return outcome === undefined || memory.outcome === outcome;
}

function isExtended(
  { extended, since }: Extract<Condition, { extended: string }>,
  state: CaseState,
): boolean {
  const openTask = state.steps[extended]?.openTask;
  const version = openTask === undefined ? undefined : state.tasks[openTask]?.extendedVersion;
  return version !== undefined && isLater(version, since, state);
}

/** What came with this version came later than the latest completion of that step, or that step was never completed. */
const isLater = (version: number, since: string | undefined, state: CaseState): boolean =>
  since === undefined || version > (state.steps[since]?.completedVersion ?? 0);

function factIs(condition: Extract<Condition, { fact: string }>, state: CaseState): boolean {
  const known = state.facts[condition.fact];
  return (
    known !== undefined &&
    asList(condition.is).includes(known.value) &&
    isLater(known.toldVersion, condition.since, state)
  );
}

function elapsesAt(
  condition: Extract<Condition, { elapsed: Elapsed }>,
  state: CaseState,
): Instant | undefined {
  const since =
    'fact' in condition.since
      ? factInstant(condition.since.fact, state)
      : state.steps[condition.since.step]?.completedAt;
  return since === undefined ? undefined : later(since, condition.elapsed);
}

/** A date fact as the first instant of its day; another fact as the moment at which it became true. */
export function factInstant(fact: string, state: CaseState): Instant | undefined {
  const known = state.facts[fact];
  if (known === undefined) return undefined;
  const date = typeof known.value === 'string' ? parsePlainDate(known.value) : undefined;
  return date === undefined ? known.at : startOfDay(date);
}

function later(since: Instant, { amount, unit }: Elapsed): Instant {
  if (unit === 'hour') return addHours(since, amount);
  const day = dateOf(since);
  return startOfDay(unit === 'month' ? addMonths(day, amount) : addDays(day, amount));
}

const asList = <Item>(value: Item | readonly Item[]): readonly Item[] =>
  Array.isArray(value) ? (value as readonly Item[]) : [value as Item];
