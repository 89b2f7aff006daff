import type { Step, Words } from '../procedure.js';

/** What distinguishes one step from another; the rest is filled in. */
type StepPlan = Omit<Step, 'kind' | 'limits' | 'ladder' | 'declineReasons'> &
  Partial<Pick<Step, 'limits' | 'ladder'>>;

/** Laid on an agency by law: cannot be declined. */
export const duty = (plan: StepPlan): Step => ({ limits: [], ladder: 'days', ...plan, kind: 'duty' });

/** May be declined for one of these reasons. */
export const request = (plan: StepPlan, declineReasons: Readonly<Record<string, Words>>): Step => ({
  limits: [],
  ladder: 'days',
  ...plan,
  kind: 'request',
  declineReasons,
});

/** A period in the person's favour. */
export const stay = (plan: StepPlan): Step => ({ limits: [], ladder: 'stay', ...plan, kind: 'stay' });

export const byId = <Item extends { readonly id: string }>(
  items: readonly Item[],
): Readonly<Record<string, Item>> => Object.fromEntries(items.map((item) => [item.id, item]));
