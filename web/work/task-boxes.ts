import type { TaskBox } from '../../api/contract/task.js';

/** Queues in the order in which they are worked off, and whether they are counted. */
const boxes = {
  mine: 'counted',
  agency: 'counted',
  unassigned: 'counted',
  overdue: 'counted',
  soon: 'counted',
  others: 'counted',
  done: 'uncounted',
} as const satisfies Record<TaskBox, 'counted' | 'uncounted'>;

export const taskBoxes = Object.keys(boxes) as readonly TaskBox[];

/** Is the number of tasks in it told? What is done is not a queue. */
export const isCounted = (box: TaskBox): box is Exclude<TaskBox, 'done'> => boxes[box] === 'counted';

export type { TaskBox };
