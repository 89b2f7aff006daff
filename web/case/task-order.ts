import type { TaskView } from '../../api/contract/task.js';

const openStatuses: readonly TaskView['status'][] = ['offered', 'accepted', 'misdirected'];

/** Whoever returned a task as misdirected answers for it until another has it. */
export const isOpen = ({ status }: TaskView): boolean => openStatuses.includes(status);

/** Open tasks, the earliest deadline first; those without one last. */
export const openTasks = (tasks: readonly TaskView[]): readonly TaskView[] =>
  tasks.filter(isOpen).sort((one, other) => dueKey(one).localeCompare(dueKey(other)));

const dueKey = ({ due }: TaskView): string => due?.at ?? '9999';

/** A stay is a time in the person's favour: what is to be done by somebody comes before its end. */
export const mostUrgent = (open: readonly TaskView[]): TaskView | undefined =>
  open.find(({ kind }) => kind !== 'stay') ?? open[0];
