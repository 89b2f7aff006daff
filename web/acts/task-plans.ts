import type { NudgeAs } from '../../api/contract/task.js';
import type { Answers, Entered, Question } from '../forms/question.js';
import { given, text, type Plan, type PlanContext } from './plan.js';
import {
  anotherAgency,
  behalfOf,
  behalfQuestions,
  fieldsOf,
  groundOf,
  groundQuestions,
  noteQuestion,
  outcomeQuestions,
  whenOf,
  whenQuestions,
} from './questions.js';

/** What can be asked about one task, in the order in which it is offered. */
export const taskCommands = [
  'complete-task',
  'accept-task',
  'decline-task',
  'return-misdirected',
  'person-declines',
  'assign-officer',
  'nudge',
  'extend-deadline',
  'reassign-task',
  'recall-task',
  'correct-outcome',
] as const;
export type TaskCommand = (typeof taskCommands)[number];

const none = (): readonly Question[] => [];

/** How and when it happened: for the agency by its letter, or by ourselves. */
const how = (
  { t, permission }: PlanContext,
  entered: Entered,
  when = t('act.when-happened'),
): readonly Question[] =>
  permission.onBehalf === true ? behalfQuestions(t, entered) : whenQuestions(t, entered, when);

/** Whose the words are about: the reader's agency, or the one in whose name they write. */
const whose = ({ permission }: PlanContext): '-about' | '-about-theirs' =>
  permission.onBehalf === true ? '-about-theirs' : '-about';

/** What another agency did is recorded, not done: its letter said so. */
const ofTheirs = ({ t, permission }: PlanContext, act: OthersAct): string =>
  permission.onBehalf === true ? t('behalf.act', { act: t(act) }) : t(act);

type OthersAct = 'act.accept' | 'act.decline' | 'act.misdirected' | 'act.person-declines' | 'act.extend';

const howOf = ({ permission, task }: PlanContext, answers: Answers) =>
  permission.onBehalf === true ? behalfOf(answers, task?.agency?.id ?? '') : whenOf(answers);

/** Downwards an agency is urged; the police and equals are asked to answer. */
const nudgeKeys = { urge: 'act.nudge', request: 'act.request-answer' } as const satisfies Record<
  NudgeAs,
  string
>;

/** What nobody has cannot go to another. */
const reassignKey = ({ task }: PlanContext): 'act.reassign' | 'overdue.hand-on' =>
  task?.agency === null ? 'overdue.hand-on' : 'act.reassign';

type TaskPlan = (context: PlanContext, taskId: string) => Plan;

const plans = {
  'complete-task': (context, taskId) => ({
    title: context.t('act.complete'),
    // How an agency answered comes before what: that is how one reads its letter.
    questions: (entered) =>
      context.permission.onBehalf === true
        ? [...how(context, entered), ...outcomeQuestions(context, entered)]
        : [...outcomeQuestions(context, entered), ...how(context, entered, context.t('act.when'))],
    command: (answers) => ({
      type: 'complete-task',
      taskId,
      outcome: text(answers, 'outcome'),
      fields: fieldsOf(answers),
      ...howOf(context, answers),
    }),
    submit: context.t('act.complete-submit'),
    follows: true,
  }),
  'accept-task': (context, taskId) => ({
    title: ofTheirs(context, 'act.accept'),
    about: context.t(`act.accept${whose(context)}`),
    questions: (entered) => (context.permission.onBehalf === true ? how(context, entered) : []),
    command: (answers) => ({ type: 'accept-task', taskId, ...howOf(context, answers) }),
    submit: context.t('act.accept'),
    ...(context.permission.onBehalf === true ? {} : { beside: true }),
  }),
  'decline-task': (context, taskId) => ({
    title: ofTheirs(context, 'act.decline'),
    about: context.t('act.decline-about'),
    questions: (entered) => [
      {
        id: 'reason',
        title: context.t('act.reason'),
        type: 'choice',
        required: true,
        options: context.task?.declineReasons ?? [],
      },
      noteQuestion(context.t),
      ...how(context, entered),
    ],
    command: (answers) => ({
      type: 'decline-task',
      taskId,
      reason: text(answers, 'reason'),
      ...given(answers, 'note', 'note'),
      ...howOf(context, answers),
    }),
    submit: context.t('act.decline'),
    follows: true,
    grave: true,
  }),
  'return-misdirected': (context, taskId) => ({
    title: ofTheirs(context, 'act.misdirected'),
    about: context.t(`act.misdirected${whose(context)}`),
    questions: (entered) => [
      {
        id: 'suggestedAgencyId',
        title: context.t('act.right-agency'),
        type: 'agency',
        required: false,
        ...anotherAgency(context, taskId),
      },
      noteQuestion(context.t),
      ...how(context, entered),
    ],
    command: (answers) => ({
      type: 'return-misdirected',
      taskId,
      ...given(answers, 'suggestedAgencyId', 'suggestedAgencyId'),
      ...given(answers, 'note', 'note'),
      ...howOf(context, answers),
    }),
    submit: context.t('act.misdirected'),
    grave: true,
  }),
  'person-declines': (context, taskId) => ({
    title: ofTheirs(context, 'act.person-declines'),
    about: context.t('act.person-declines-about'),
    questions: (entered) => [
      { id: 'informedOf', title: context.t('act.informed-of'), type: 'text', required: true },
      ...how(context, entered),
    ],
    command: (answers) => ({
      type: 'person-declines',
      taskId,
      informedOf: text(answers, 'informedOf'),
      ...howOf(context, answers),
    }),
    submit: context.t('act.person-declines-submit'),
    follows: true,
  }),
  'assign-officer': ({ t, me }, taskId) => ({
    title: t('act.take'),
    about: t('act.take-about'),
    questions: none,
    command: () => ({ type: 'assign-officer', taskId, userId: me.id }),
    submit: t('act.take'),
  }),
  nudge: ({ t, task }, taskId) => ({
    title: t(nudgeKeys[task?.nudgeAs ?? 'urge']),
    about: t('act.nudge-about', { agency: task?.agency?.name }),
    questions: none,
    command: () => ({ type: 'nudge', taskId }),
    submit: t(nudgeKeys[task?.nudgeAs ?? 'urge']),
  }),
  'extend-deadline': (context, taskId) => ({
    title: ofTheirs(context, 'act.extend'),
    about: context.t('act.extend-about'),
    questions: (entered) => [
      ...groundQuestions(context, context.task?.extensionGrounds ?? []),
      { id: 'until', title: context.t('act.until'), type: 'date', required: false },
      ...(context.permission.onBehalf === true ? how(context, entered) : []),
    ],
    command: (answers) => ({
      type: 'extend-deadline',
      taskId,
      ground: groundOf(answers),
      ...given(answers, 'until', 'until'),
      ...howOf(context, answers),
    }),
    submit: context.t('act.extend'),
  }),
  'reassign-task': (context, taskId) => ({
    title: context.t(reassignKey(context)),
    questions: () => [
      {
        id: 'agencyId',
        title: context.t('act.to-agency'),
        type: 'agency',
        required: true,
        ...(context.task === undefined ? {} : { agencyRole: context.task.role }),
        ...anotherAgency(context, taskId),
      },
      ...groundQuestions(context),
    ],
    command: (answers) => ({
      type: 'reassign-task',
      taskId,
      agencyId: text(answers, 'agencyId'),
      ground: groundOf(answers),
    }),
    submit: context.t(reassignKey(context)),
  }),
  'recall-task': (context, taskId) => ({
    title: context.t('act.recall'),
    about: context.t('act.recall-about'),
    questions: () => groundQuestions(context),
    command: (answers) => ({ type: 'recall-task', taskId, ground: groundOf(answers) }),
    submit: context.t('act.recall'),
    grave: true,
  }),
  'correct-outcome': (context, taskId) => ({
    title: context.t('act.correct'),
    about: context.t('act.correct-about'),
    questions: (entered) => [...outcomeQuestions(context, entered), ...groundQuestions(context)],
    command: (answers) => ({
      type: 'correct-outcome',
      taskId,
      outcome: text(answers, 'outcome'),
      fields: fieldsOf(answers),
      ground: groundOf(answers),
    }),
    submit: context.t('act.correct-submit'),
    follows: true,
    grave: true,
  }),
} satisfies Record<TaskCommand, TaskPlan>;

/** The plan of a permitted act about a task; undefined for acts about something else. */
export function taskPlan(context: PlanContext): Plan | undefined {
  const command = taskCommands.find((each) => each === context.permission.type);
  const { taskId } = context.permission;
  if (command === undefined || taskId === undefined) return undefined;
  // Whoever has it already need not take it.
  if (command === 'assign-officer' && context.task?.assignee?.id === context.me.id) return undefined;
  // What no agency was found for is neither accepted nor returned: it is handed to one.
  if (context.task?.agency === null && (command === 'accept-task' || command === 'return-misdirected'))
    return undefined;
  // Nobody urges their own agency by a message to it.
  if (command === 'nudge' && context.task?.agency?.id === context.me.agency?.id) return undefined;
  const plan: TaskPlan = plans[command];
  return plan(context, taskId);
}
