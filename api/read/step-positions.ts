import { countingDeadline, isOpenTask, type Task } from '../../domain/case/case-state.js';
import { standingOf } from '../../domain/case/position.js';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import type { CasePosition, StepPosition } from '../contract/procedure.js';
import { openDueState } from './due.js';
import { seesTask, type Sight } from './sight.js';
import { caseNow } from './task-view.js';

/** Where the case stands, as far as this viewer may know: only their own tasks, or all of them. */
export function casePosition(sight: Sight): CasePosition {
  const { caseId, code, phase, status, channel, procedure } = sight.state;
  const tasks = Object.values(sight.state.tasks)
    .filter(({ id }) => seesTask(sight, id))
    .toSorted((one, other) => one.ordinal - other.ordinal);
  const isWhole = sight.extent('see-tasks') === 'all';
  return {
    case: { id: caseId, code: code ?? caseId, phase },
    isWhole,
    items: Object.values(procedureOf(procedure).steps).map((step) => ({
      stepId: step.id,
      standing: standingOf(step, { status, channel, tasks, isWhole }),
      ...dueOf(
        tasks.find((task) => task.stepId === step.id && isOpenTask(task)),
        sight,
      ),
    })),
  };
}

function dueOf(task: Task | undefined, { now, record }: Sight): Pick<StepPosition, 'due'> {
  const deadline = task === undefined ? undefined : countingDeadline(task);
  if (deadline === undefined) return {};
  const inDays = deadline.dueDate !== undefined;
  return { due: openDueState(deadline.dueAt, { inDays, now: caseNow(now, record.clockOffsetMs) }) };
}
