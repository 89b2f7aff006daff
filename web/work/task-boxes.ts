import type { TaskBox } from '../../api/contract/task.js';
import type { AccountRole } from '../../domain/access/viewer.js';

interface Queue {
  /** Is the number of tasks in it told? What is done is not a queue. */
  readonly isCounted: boolean;
  /** Whose it is: to others it would always be empty, and say what is not so. */
  readonly for: readonly AccountRole[];
}

const staff = ['coordinator', 'officer', 'lead'] as const;
const everybody = [...staff, 'supervisor', 'auditor', 'administrator'] as const;

/** Queues in the order in which they are worked off. */
const boxes = {
  mine: { isCounted: true, for: staff },
  agency: { isCounted: true, for: staff },
  unassigned: { isCounted: true, for: staff },
  overdue: { isCounted: true, for: everybody },
  soon: { isCounted: true, for: everybody },
  others: { isCounted: true, for: ['coordinator'] },
  done: { isCounted: false, for: everybody },
} as const satisfies Record<TaskBox, Queue>;

export const taskBoxes = Object.keys(boxes) as readonly TaskBox[];

/** The queues of whoever has these roles. */
export const boxesOf = (roles: readonly AccountRole[]): readonly TaskBox[] =>
  taskBoxes.filter((box) => boxes[box].for.some((role) => roles.includes(role)));

/** Does whoever has these roles act for an agency? Others only watch. */
export const holdsTasks = (roles: readonly AccountRole[]): boolean => boxesOf(roles).includes('agency');

/** The queue that is opened where none was asked for: one's agency's, or what is late where one only watches. */
export const firstBoxOf = (roles: readonly AccountRole[]): TaskBox =>
  holdsTasks(roles) ? 'agency' : 'overdue';

export const isCounted = (box: TaskBox): box is Exclude<TaskBox, 'done'> => boxes[box].isCounted;

export type { TaskBox };
