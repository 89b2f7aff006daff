import { refuse } from '../../refusal.js';
import { isDisputed, openTasks, type Task } from '../case-state.js';
import { deadlinesOf } from '../deadlines.js';
import { happening, stateOf, type Draft, type Stamp } from '../draft.js';
import { endedTask, type Rule } from '../rule.js';

/** How a task moves between agencies by a decision: reassigned, recalled, routed anew. */
export const handingOverRules = {
  'reassign-task': {
    about: 'task',
    may: ['coordinator', 'supervisor'],
    // Two agencies said that it is not theirs: their common superior decides whose it is.
    mayFor: ({ task }) => (isDisputed(task) ? ['supervisor'] : ['coordinator', 'supervisor']),
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
      const armed = happening(handed, stamp, {
        type: 'deadlines-set',
        data: { taskId: task.id, cause: 'reassigned', deadlines },
      });
      return decided(armed, task, stamp);
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
    decide: ({ draft, stamp }) =>
      routedAnew(
        happening(draft, stamp, { type: 'directory-changed', data: { cause: 'watch' } }),
        stamp,
        'directory-changed',
      ),
  },
} satisfies { [Type in 'reassign-task' | 'recall-task' | 'route-anew']: Rule<Type> };

/** The superior who was asked whose duty it is has said so. */
const decided = (draft: Draft, task: Task, stamp: Stamp): Draft =>
  Object.values(stateOf(draft).escalations)
    .filter(
      ({ taskId, cause, acknowledgedAt }) =>
        taskId === task.id && cause === 'returned-twice' && acknowledgedAt === undefined,
    )
    .reduce(
      (next, { id }) =>
        happening(next, stamp, {
          type: 'escalation-acknowledged',
          data: { escalationId: id, action: 'reassigned' },
        }),
      draft,
    );

/** For whatever found no agency the save asks the directory once more. */
export const routedAnew = (draft: Draft, stamp: Stamp, code: string): Draft =>
  openTasks(stateOf(draft))
    .filter(waitsForAgency)
    .reduce(
      (next, { id }) =>
        happening(next, stamp, {
          type: 'task-reassigned',
          data: { taskId: id, agencyId: null, ground: { code } },
        }),
      draft,
    );

const waitsForAgency = (task: Task): boolean => task.agencyId === null && !task.wantsRouting;
