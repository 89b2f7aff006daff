import { checkFields } from '../../procedure/form.js';
import { closeStepId } from '../../procedure/procedure.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { FieldAnswer, Fields } from '../case-state.js';
import type { Ground } from '../events.js';
import { happening, type Draft, type Stamp } from '../draft.js';
import { endedTask, type Rule, type TaskSubject } from '../rule.js';
import { memoryOf } from '../step-memory.js';

/** How the agency that holds a task answers it: accept, decline, send back, complete, correct. */
export const answeringRules = {
  'accept-task': {
    about: 'task',
    may: ['holder'],
    onBehalf: true,
    during: ['open'],
    possible: (subject) =>
      endedTask(subject) ??
      (subject.task.status === 'offered'
        ? undefined
        : refuse('wrong-state', { about: subject.task.status, allowed: ['complete-task'] })),
    decide: ({ command, draft, stamp }) =>
      happening(draft, stamp, { type: 'task-accepted', data: { taskId: command.data.taskId } }),
  },
  'decline-task': {
    about: 'task',
    may: ['holder'],
    onBehalf: true,
    during: ['open'],
    possible: (subject) =>
      endedTask(subject) ??
      (subject.step.kind === 'request'
        ? undefined
        : refuse('cannot-decline-duty', { allowed: ['return-misdirected'] })),
    decide: ({ command: { data }, subject, draft, stamp }) => {
      const reasons = Object.keys(subject.step.declineReasons ?? {});
      if (!reasons.includes(data.reason))
        return refuse('field-invalid', { about: 'reason', allowed: reasons });
      return happening(draft, stamp, { type: 'task-declined', data });
    },
  },
  'return-misdirected': {
    about: 'task',
    may: ['holder'],
    onBehalf: true,
    during: ['open'],
    possible: (subject) =>
      endedTask(subject) ??
      (subject.task.status === 'misdirected' ? refuse('wrong-state', { about: 'misdirected' }) : undefined),
    decide: ({ command: { data }, draft, stamp }) =>
      happening(draft, stamp, { type: 'task-misdirected', data }),
  },
  'complete-task': {
    about: 'task',
    may: ['holder'],
    onBehalf: true,
    during: ['open'],
    possible: (subject) => endedTask(subject) ?? closesByItself(subject),
    decide: ({ command: { data }, subject, draft, stamp }) => {
      const problem = outcomeProblem(subject, data.outcome, data.fields);
      if (problem !== undefined) return problem;
      const completed = happening(draft, stamp, { type: 'task-completed', data });
      return withAnswers(completed, stamp, { subject, outcome: data.outcome, fields: data.fields });
    },
  },
  'correct-outcome': {
    about: 'task',
    may: ['holder', 'coordinator'],
    onBehalf: true,
    during: ['open'],
    possible: ({ task, state }) => {
      if (task.status !== 'completed')
        return refuse('wrong-state', { about: task.status, allowed: ['complete-task'] });
      const latest = memoryOf(state, task.stepId).lastTask === task.id;
      return latest ? undefined : refuse('wrong-state', { about: 'superseded', allowed: ['add-note'] });
    },
    decide: ({ command: { data }, subject, draft, stamp }) => {
      const { outcome, ground } = data;
      const fields = { ...sealedBefore(subject, outcome), ...data.fields };
      const problem = outcomeProblem(subject, outcome, fields);
      if (problem !== undefined) return problem;
      const corrected = happening(draft, stamp, { type: 'outcome-corrected', data: { ...data, fields } });
      return withAnswers(corrected, stamp, { subject, outcome, fields, ground });
    },
  },
  'person-declines': {
    about: 'task',
    may: ['holder', 'coordinator'],
    onBehalf: true,
    during: ['open'],
    possible: (subject) =>
      endedTask(subject) ??
      (subject.step.personMayDecline === true ? undefined : refuse('person-may-not-decline')),
    decide: ({ command: { data }, draft, stamp }) =>
      happening(draft, stamp, {
        type: 'task-completed',
        data: { taskId: data.taskId, outcome: 'declined-by-person', fields: {}, informedOf: data.informedOf },
      }),
  },
  'assign-officer': {
    about: 'task',
    may: ['holder'],
    during: ['open'],
    possible: endedTask,
    decide: ({ command: { data }, draft, stamp }) => happening(draft, stamp, { type: 'task-assigned', data }),
  },
} satisfies {
  [
    Type in
      | 'accept-task'
      | 'decline-task'
      | 'return-misdirected'
      | 'complete-task'
      | 'correct-outcome'
      | 'person-declines'
      | 'assign-officer'
  ]: Rule<Type>;
};

/** The closing of a case is a command of its own: it checks that nothing mandatory is open. */
const closesByItself = ({ step }: TaskSubject): Refusal | undefined =>
  step.id === closeStepId
    ? refuse('wrong-state', { about: closeStepId, allowed: ['close-case'] })
    : undefined;

function outcomeProblem({ step }: TaskSubject, outcomeId: string, fields: Fields): Refusal | undefined {
  // `constructor` is a property of every object and an outcome of no step.
  const outcome = Object.hasOwn(step.outcomes, outcomeId) ? step.outcomes[outcomeId] : undefined;
  if (outcome === undefined)
    return refuse('unknown-outcome', { about: outcomeId, allowed: Object.keys(step.outcomes) });
  const [problem] = checkFields(outcome, fields);
  if (problem === undefined) return undefined;
  return refuse(problem.code, {
    about: problem.pointer,
    ...(problem.allowed === undefined ? {} : { allowed: problem.allowed }),
  });
}

/**
 * The sealed texts of the answer that is corrected, as far as the right outcome asks for them too. Whoever corrects
 * cannot read them again, so what they leave untouched stays.
 */
export function sealedBefore({ state, step }: TaskSubject, outcome: string): Fields {
  const form = Object.hasOwn(step.outcomes, outcome) ? step.outcomes[outcome]?.form : undefined;
  const before = memoryOf(state, step.id).fields ?? {};
  return Object.fromEntries(
    (form ?? []).flatMap(({ id, type }): [string, FieldAnswer][] => {
      const answer = before[id];
      return type === 'text' && answer !== undefined ? [[id, answer]] : [];
    }),
  );
}

interface Answers {
  readonly subject: TaskSubject;
  readonly outcome: string;
  readonly fields: Fields;
  readonly ground?: Ground;
}

/** The facts and places that an outcome and its form make known. */
function withAnswers(draft: Draft, stamp: Stamp, { subject, outcome, fields, ground }: Answers): Draft {
  const { sets = {}, form } = subject.step.outcomes[outcome] ?? { form: [] };
  const bySetting = Object.entries(sets);
  const byForm = form.flatMap((field): [string, FieldAnswer][] => {
    const answer = fields[field.id];
    return field.fact === undefined || answer === undefined ? [] : [[field.fact, answer]];
  });
  const withFacts = [...bySetting, ...byForm].reduce((next, [fact, value]) => {
    if (typeof value === 'object') return next;
    const data = { fact, value, byTask: subject.task.id, ...(ground === undefined ? {} : { ground }) };
    return happening(next, stamp, { type: 'fact-recorded', data });
  }, draft);
  return form.reduce((next, field) => {
    const answer = fields[field.id];
    if (field.placeKind === undefined || typeof answer !== 'object' || !('placeRevision' in answer))
      return next;
    return happening(next, stamp, {
      type: 'place-recorded',
      data: { kind: field.placeKind, placeRevision: answer.placeRevision },
    });
  }, withFacts);
}
