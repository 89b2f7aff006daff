import { IntendedAct } from '../api/intended-act.js';
import type { Entered } from '../forms/question.js';

/**
 * What was typed of a registration that is not sent yet. It outlives leaving the page for a look at something else,
 * and is in no storage of the device: signing out or closing the window forgets it.
 */
export interface Draft {
  entered: Record<string, Entered[string]>;
  readonly act: IntendedAct;
}

const fresh = (): Draft => ({ entered: { when: 'now', urgent: 'false' }, act: new IntendedAct() });

let draft = fresh();

export const currentDraft = (): Draft => draft;

/** After it was registered, or thrown away. */
export function forgetDraft(): void {
  draft = fresh();
}

export const hasDraft = (): boolean => isBegun(draft);

export const isBegun = ({ entered }: Draft): boolean =>
  Object.entries(entered).some(([name, value]) => !(name in fresh().entered) && (value?.length ?? 0) > 0);
