import type { Channel, Step } from '../procedure/procedure.js';
import type { CaseState, TaskStatus } from './case-state.js';

/**
 * Where a step of the procedure stands in one case. `skipped`: it was recalled or declined, or the case ended without
 * it. `unseen`: this reader may not know.
 */
export const stepStandings = ['done', 'open', 'ahead', 'skipped', 'unseen'] as const;
export type StepStanding = (typeof stepStandings)[number];

export interface Seen {
  readonly status: CaseState['status'];
  readonly channel: Channel;
  /** The tasks of the case that the reader may know of, in the order in which they were opened. */
  readonly tasks: readonly { readonly stepId: string; readonly status: TaskStatus }[];
  /** Are these all tasks of the case? If not, a step without any tells nothing. */
  readonly isWhole: boolean;
}

const standingOfTask = {
  offered: 'open',
  accepted: 'open',
  misdirected: 'open',
  completed: 'done',
  declined: 'skipped',
  recalled: 'skipped',
} as const satisfies Record<TaskStatus, StepStanding>;

/** An open task counts before an ended one; of ended ones the latest. */
export function standingOf(step: Step, { status, channel, tasks, isWhole }: Seen): StepStanding {
  const own = tasks.filter(({ stepId }) => stepId === step.id).map((task) => standingOfTask[task.status]);
  const latest = own.at(-1);
  if (latest !== undefined) return own.includes('open') ? 'open' : latest;
  if (!isWhole) return 'unseen';
  const isMeant = step.channels === undefined || step.channels.includes(channel);
  return status === 'closed' || !isMeant ? 'skipped' : 'ahead';
}
