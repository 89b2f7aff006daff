import type { CaseView } from '../../api/contract/case.js';
import { phases } from '../words/coded-words.js';

type Locked = CaseView['locked'];

/** Near is what belongs to the present phase and to the next one in which something waits. */
export function byNearness(
  locked: Locked,
  present: CaseView['phase'],
): { readonly near: Locked; readonly far: Locked } {
  const order = (phase: CaseView['phase']): number => phases.indexOf(phase);
  const ahead = locked.map(({ phase }) => order(phase)).filter((each) => each > order(present));
  const next = Math.min(...ahead);
  const isNear = ({ phase }: Locked[number]): boolean => phase === present || order(phase) === next;
  return { near: locked.filter(isNear), far: locked.filter((each) => !isNear(each)) };
}
