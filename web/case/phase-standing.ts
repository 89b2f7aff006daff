import type { CaseView } from '../../api/contract/case.js';
import { closeStepId, type Phase } from '../../domain/procedure/procedure.js';
import { isOpen } from './task-order.js';

/** `unseen`: whoever sees their own tasks alone has none there, and cannot know how far the others came. */
export type Standing = 'open' | 'passed' | 'ahead' | 'unseen';

/** How far the person came in a phase, by the tasks of it that the reader sees. */
export function standingIn(
  phase: Phase,
  { tasks, tasksSeen, phase: current, status }: Pick<CaseView, 'tasks' | 'tasksSeen' | 'phase' | 'status'>,
): Standing {
  // The closing is written down in the last phase; it says nothing about how far the person came.
  const here = tasks.filter((task) => task.phase === phase && task.stepId !== closeStepId);
  if (here.some(isOpen) || (phase === current && status !== 'closed')) return 'open';
  if (phase === current || here.length > 0) return 'passed';
  return tasksSeen === 'all' ? 'ahead' : 'unseen';
}
