import { refuse } from '../../refusal.js';
import { openTasks, type Task } from '../case-state.js';
import { deadlinesOf } from '../deadlines.js';
import { happening, stateOf } from '../draft.js';
import { endedTask, type Rule } from '../rule.js';

/** How a task moves between agencies by a decision: reassigned, recalled, routed anew. */
export const handingOverRules = {
  'reassign-task': {
    about: 'task',
    may: ['coordinator', 'supervisor'],
    during: ['open'],
    possible: endedTask,
    decide: ({ command: { data }, subject, draft, stamp }) => {
      const { state, task, step } = subject;
      if (task.agencyId === data.agencyId && task.status !== 'misdirected')
        return refuse('agency-not-eligible', { about: 'agencyId' });
      if (state.exclusions.some((each) => 'agencyId' in each && each.agencyId === data.agencyId))
        return refuse('agency-excluded');
      const handed = happening(draft, stamp, { type: 'task-reassigned', data });
      // The limit runs from the receipt by the agency that must act; what stood before stays in the record.
      const deadlines = deadlinesOf(step, stateOf(handed), {
        offeredAt: stamp.occurredAt,
        calendar: stamp.calendar,
      });
      return happening(handed, stamp, {
        type: 'deadlines-set',
        data: { taskId: task.id, cause: 'reassigned', deadlines },
      });
    },
  },
  'recall-task': {
    about: 'task',
    may: ['coordinator', 'supervisor'],
    during: ['open'],
    possible: (subject) =>
      endedTask(subject) ??
      (subject.step.mandatory === true
        ? refuse('mandatory-steps-open', { about: subject.step.id, allowed: ['reassign-task'] })
        : undefined),
    decide: ({ command: { data }, draft, stamp }) => happening(draft, stamp, { type: 'task-recalled', data }),
  },
  'route-anew': {
    about: 'case',
    may: ['system'],
    during: ['open'],
    decide: ({ subject, draft, stamp }) =>
      openTasks(subject.state)
        .filter(waitsForAgency)
        .reduce(
          (next, { id }) =>
            happening(next, stamp, {
              type: 'task-reassigned',
              data: { taskId: id, agencyId: null, ground: { code: 'directory-changed' } },
            }),
          happening(draft, stamp, { type: 'directory-changed', data: { cause: 'watch' } }),
        ),
  },
} satisfies { [Type in 'reassign-task' | 'recall-task' | 'route-anew']: Rule<Type> };

const waitsForAgency = (task: Task): boolean => task.agencyId === null && !task.wantsRouting;
