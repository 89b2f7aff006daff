import type { CaseView } from '../../api/contract/case.js';
import { phases } from '../words/coded-words.js';
import { standingIn } from './phase-standing.js';

type Locked = CaseView['locked'];

interface Nearness {
  /** Of the present phase and of the next one in which something waits. */
  readonly near: Locked;
  /** Of the phases after that. */
  readonly later: Locked;
  /** Of phases that the case has left behind: only news would open them. */
  readonly behind: Locked;
}

/** Steps that are not open yet, by when they may be expected. */
export function byNearness(
  view: Pick<CaseView, 'locked' | 'phase' | 'tasks' | 'tasksSeen' | 'status'>,
): Nearness {
  const order = (phase: CaseView['phase']): number => phases.indexOf(phase);
  const isBehind = ({ phase }: Locked[number]): boolean =>
    order(phase) < order(view.phase) || standingIn(phase, view) === 'passed';
  const expected = view.locked.filter((step) => !isBehind(step));
  const next = Math.min(
    ...expected.map(({ phase }) => order(phase)).filter((each) => each > order(view.phase)),
  );
  const isNear = ({ phase }: Locked[number]): boolean => phase === view.phase || order(phase) === next;
  return {
    near: expected.filter(isNear),
    later: expected.filter((step) => !isNear(step)),
    behind: view.locked.filter(isBehind),
  };
}
