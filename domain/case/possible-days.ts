import type { Elapsed, FormField, Procedure, Step } from '../procedure/procedure.js';
import { refuse, type Refusal } from '../refusal.js';
import { addDays, addMonths, plainDate, type PlainDate } from '../time/plain-date.js';
import type { Fields } from './case-state.js';

/** A day that was told and cannot be, with the days between which it would have to lie. */
export interface ImpossibleDay {
  /** Of the fact, or of the field of the form. */
  readonly about: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

interface Judging {
  readonly procedure: Procedure;
  /** By the case's own clock. */
  readonly today: PlainDate;
  /** The day of receipt: what is planned for the person is planned after it. */
  readonly receivedOn: PlainDate;
}

/** Nobody of whom a case tells lived before. */
export const firstPossibleDay = plainDate('1900-01-01');

/** Nothing is planned for later than so many months from today: a year too many was typed. */
const furthestPlanMonths = 24;

/** Facts whose day cannot be: what has happened did not happen tomorrow. */
export const impossibleFacts = (
  facts: readonly { readonly fact: string; readonly value: unknown }[],
  judging: Judging,
): readonly ImpossibleDay[] =>
  facts.flatMap(({ fact, value }) => judged({ about: fact, fact }, value, judging));

/** The same for the days of a form. */
export const impossibleAnswers = (
  form: readonly FormField[],
  fields: Fields,
  judging: Judging,
): readonly ImpossibleDay[] =>
  form
    .filter(({ type }) => type === 'date')
    .flatMap(({ id, fact, ago }) => judged({ about: id, fact, ago }, fields[id], judging));

/** Every day that a command tells and that cannot be. */
export function impossibleDays(
  data: object,
  step: Pick<Step, 'outcomes'> | undefined,
  judging: Judging,
): readonly ImpossibleDay[] {
  if ('fact' in data && 'value' in data && typeof data.fact === 'string')
    return impossibleFacts([{ fact: data.fact, value: data.value }], judging);
  if (!('outcome' in data) || !('fields' in data) || typeof data.outcome !== 'string') return [];
  const form = step?.outcomes[data.outcome]?.form ?? [];
  return impossibleAnswers(form, data.fields as Fields, judging);
}

export const refusedDay = ({ about, from, to }: ImpossibleDay): Refusal =>
  refuse('field-invalid', { about, allowed: [`${from}/${to}`] });

interface Told {
  readonly about: string;
  readonly fact?: string | undefined;
  readonly ago?: Elapsed | undefined;
}

function judged(
  { about, fact, ago }: Told,
  value: unknown,
  { procedure, today, receivedOn }: Judging,
): readonly ImpossibleDay[] {
  const definition =
    fact !== undefined && Object.hasOwn(procedure.facts, fact) ? procedure.facts[fact] : undefined;
  if (typeof value !== 'string' || (definition !== undefined && definition.type !== 'date')) return [];
  const isPast = ago !== undefined || definition?.past === true;
  const from = definition === undefined || isPast ? firstPossibleDay : receivedOn;
  const past = ago === undefined ? today : daysAgo(today, ago);
  const to = isPast ? past : addMonths(today, furthestPlanMonths);
  return value >= from && value <= to ? [] : [{ about, from, to }];
}

const daysAgo = (today: PlainDate, { amount, unit }: Elapsed): PlainDate =>
  unit === 'month' ? addMonths(today, -amount) : addDays(today, unit === 'hour' ? 0 : -amount);
