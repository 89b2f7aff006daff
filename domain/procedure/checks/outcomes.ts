import type { FactValue, FormField, Outcome, Procedure, Step } from '../procedure.js';

/** Outcomes that a step may have without naming them: a request's refusal, the person's, a stay's end by time. */
export function implicitOutcomes(step: Step): readonly string[] {
  return [
    ...(step.kind === 'request' ? ['declined'] : []),
    ...(step.personMayDecline === true ? ['declined-by-person'] : []),
    ...(step.kind === 'stay' ? ['ended'] : []),
  ];
}

export const outcomesOf = (step: Step): readonly string[] => [
  ...Object.keys(step.outcomes),
  ...implicitOutcomes(step),
];

/** The values that an answer to this field may give its fact; undefined: any value of the fact's type. */
export function valuesGiven(field: FormField): readonly FactValue[] | undefined {
  if (field.type === 'boolean') return [true, false];
  if (field.type === 'choice') return Object.keys(field.options ?? {});
  return undefined;
}

/** Could this outcome make the fact one of these values (or any value, if none is named)? */
export function couldMake(outcome: Outcome, fact: string, values?: readonly FactValue[]): boolean {
  const set = outcome.sets?.[fact];
  const wanted = (value: FactValue): boolean => values === undefined || values.includes(value);
  if (set !== undefined && wanted(set)) return true;
  return outcome.form.some((field) => field.fact === fact && (valuesGiven(field)?.some(wanted) ?? true));
}

export const stepsOf = (procedure: Procedure): readonly Step[] => Object.values(procedure.steps);
