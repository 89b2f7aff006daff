import type { Condition, Elapsed, FactValue } from '../procedure.js';

/** A condition said as a sentence: `all(after('notify-authority'), not(is('inShelter', true)))`. */
export const after = (step: string): Condition => ({ after: step });
/** Completed (so), and that later than the latest completion of the other step: not left over from a former round. */
export const afterSince = (step: string, since: string): Condition => ({ after: step, since });
/** Told (anew) later than the latest completion of the step. */
export const isSince = (fact: string, value: FactValue, since: string): Condition => ({
  fact,
  is: value,
  since,
});
/** The time of a step that is still open was extended. */
export const extended = (step: string): Condition => ({ extended: step });
export const extendedSince = (step: string, since: string): Condition => ({ extended: step, since });
export const is = (fact: string, value: FactValue | readonly FactValue[]): Condition => ({ fact, is: value });
export const all = (...conditions: readonly Condition[]): Condition => ({ all: conditions });
export const any = (...conditions: readonly Condition[]): Condition => ({ any: conditions });
export const not = (condition: Condition): Condition => ({ not: condition });

const months = (amount: number): Elapsed => ({ amount, unit: 'month' });
export const monthsSinceStep = (amount: number, step: string): Condition => ({
  elapsed: months(amount),
  since: { step },
});
export const monthsSinceFact = (amount: number, fact: string): Condition => ({
  elapsed: months(amount),
  since: { fact },
});

/**
 * Always true. It names a step whose new completion opens this one again while its other conditions hold: after each
 * declined admission a facility has to be chosen anew.
 */
export const againWhenever = (step: string): Condition => any(not(after(step)), after(step));

export const always: Condition = all();

/** Someone under 18, or whose age is doubtful: treated as a child until the contrary is shown. */
export const child: Condition = any(is('isMinor', true), is('ageUncertain', true));
export const adult: Condition = not(child);

export const confirmed: Condition = is('victimStatus', 'confirmed');
export const notConfirmed: Condition = is('victimStatus', 'not-confirmed');
/** Found to be, or as long as nothing was found said to be, of another nationality. */
export const foreigner: Condition = any(
  is('nationalityConfirmed', 'foreign'),
  all(not({ known: 'nationalityConfirmed' }), is('nationalityClaimed', 'foreign')),
);
export const inShelter: Condition = is('inShelter', true);
