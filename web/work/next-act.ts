import type { TaskView } from '../../api/contract/task.js';

/**
 * What another agency has to do can only be read; where none was found, one is to be chosen. A stay is under way by
 * itself: nobody accepts it.
 */
export function nextAct(
  { kind, status, agency }: Pick<TaskView, 'kind' | 'status' | 'agency'>,
  ours: string | undefined,
): 'task.open' | 'task.go-on' | 'task.receive' | 'overdue.hand-on' {
  if (agency === null) return 'overdue.hand-on';
  if (agency.id !== ours || kind === 'stay') return 'task.open';
  if (status === 'offered') return 'task.receive';
  return status === 'accepted' ? 'task.go-on' : 'task.open';
}
