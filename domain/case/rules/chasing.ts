import { refuse } from '../../refusal.js';
import { dateOf, parsePlainDate } from '../../time/plain-date.js';
import { countingDeadline, type ArmedDeadline } from '../case-state.js';
import { deadlinesOf, endingOn } from '../deadlines.js';
import { happening } from '../draft.js';
import { endedTask, type Asked, type Rule, type TaskSubject } from '../rule.js';
import type { Standing } from '../standing.js';
import type { Refusal } from '../../refusal.js';

/** What people do about time: extend it lawfully, nudge, answer for an escalation. */
export const chasingRules = {
  'extend-deadline': {
    about: 'task',
    may: ['holder', 'coordinator'],
    mayFor: deciders,
    onBehalf: true,
    during: ['open'],
    possible: (subject) => {
      const { extension } = subject.step;
      if (extension === undefined)
        return endedTask(subject) ?? refuse('extension-not-allowed', { about: subject.step.id });
      return (
        endedTask(subject) ??
        (subject.task.extendedTimes < extension.times
          ? undefined
          : refuse('limit-exhausted', { about: subject.step.id }))
      );
    },
    decide: (asked) => {
      const { data } = asked.command;
      const deadlines = extendedDeadlines(asked);
      if ('refused' in deadlines) return deadlines;
      return happening(asked.draft, asked.stamp, {
        type: 'deadlines-set',
        data: { taskId: data.taskId, cause: 'extended', deadlines, ground: data.ground },
      });
    },
  },
  nudge: {
    about: 'task',
    may: ['coordinator', 'supervisor'],
    during: ['open'],
    possible: (subject) => endedTask(subject) ?? heldByNobody(subject),
    decide: ({ command: { data }, draft, stamp }) => happening(draft, stamp, { type: 'nudged', data }),
  },
  'acknowledge-escalation': {
    about: 'escalation',
    may: ['supervisor', 'coordinator'],
    during: ['open', 'closed'],
    possible: ({ escalation }) =>
      escalation.acknowledgedAt === undefined ? undefined : refuse('wrong-state', { about: 'acknowledged' }),
    decide: ({ command: { data }, draft, stamp }) => {
      if (data.action !== 'wait-until')
        return happening(draft, stamp, { type: 'escalation-acknowledged', data });
      if (data.until === undefined) return refuse('field-required', { about: 'until' });
      if (data.until <= stamp.now) return refuse('field-invalid', { about: 'until' });
      return happening(draft, stamp, { type: 'escalation-acknowledged', data });
    },
  },
} satisfies { [Type in 'extend-deadline' | 'nudge' | 'acknowledge-escalation']: Rule<Type> };

/** Where no agency was found there is nobody to remind: one must be named first. */
const heldByNobody = ({ task, step }: TaskSubject): Refusal | undefined =>
  task.agencyId === null
    ? refuse('no-counterpart', { about: step.id, allowed: ['reassign-task'] })
    : undefined;

/** Whose body has a role that decides the extension: more time is not the coordinator's to give to the police. */
function deciders({ step, task, procedure }: TaskSubject): readonly Standing[] {
  const { decidedBy = [] } = step.extension ?? {};
  const roles = decidedBy.length === 0 ? [step.role] : decidedBy;
  return [
    ...(roles.includes(task.role) ? ['holder' as const] : []),
    ...(roles.includes(procedure.coordinatingRole) ? ['coordinator' as const] : []),
  ];
}

/**
 * The deadlines of the extension; with `until`, an end agreed within them. Where the law sets no longest time an
 * end must be agreed.
 */
function extendedDeadlines({
  command: { data },
  subject,
  stamp,
}: Asked<'extend-deadline'>): readonly ArmedDeadline[] | Refusal {
  const { step, state, task } = subject satisfies TaskSubject;
  const longest = deadlinesOf(step, state, {
    offeredAt: task.offeredAt,
    extendedAt: stamp.occurredAt,
    calendar: stamp.calendar,
  });
  const now = countingDeadline(task);
  if (now === undefined) return refuse('extension-not-allowed', { about: step.id });
  // A time of the law that has passed is missed: what was decided in time may still be written down with its day.
  if (!now.serviceLevel && stamp.occurredAt >= now.dueAt)
    return refuse('limit-exhausted', { about: now.limitId, allowed: [now.dueDate ?? dateOf(now.dueAt)] });
  if (data.until === undefined)
    return longest.length > 0 ? longest : refuse('field-required', { about: 'until' });
  const until = parsePlainDate(data.until);
  if (until === undefined || (now.dueDate !== undefined && until <= now.dueDate))
    return refuse('field-invalid', { about: 'until' });
  const first = longest.reduce<ArmedDeadline | undefined>(
    (strictest, each) => (strictest === undefined || each.dueAt < strictest.dueAt ? each : strictest),
    undefined,
  );
  if (first?.dueDate !== undefined && until > first.dueDate)
    return refuse('limit-exhausted', { about: first.limitId, allowed: [first.dueDate] });
  return [endingOn(first ?? now, until, 'agreement'), ...longest.filter((each) => each !== first)];
}
