import type { TFunction } from 'i18next';
import { dateOf } from '../../domain/time/plain-date.js';
import type { Answers, Entered, Question } from '../forms/question.js';
import { nowAhead } from '../time/deadline-words.js';
import { fieldMark, given, text, type PlanContext } from './plan.js';

/** The admitted ones among titled codes; a code without a title stands for itself. */
export const outcomeOptions = (
  ids: readonly string[],
  known: readonly { readonly id: string; readonly title: string }[],
) => ids.map((id) => known.find((each) => each.id === id) ?? { id, title: id });

export const noteQuestion = (t: TFunction): Question => ({
  id: 'note',
  title: t('act.note'),
  type: 'text',
  required: false,
});

/** The reason as a code with its legal basis, and its words, which are sealed. */
export function groundQuestions(
  { t, procedure, permission: { type } }: PlanContext,
  ofStep?: NonNullable<Question['options']>,
): readonly Question[] {
  const ofCommand = (procedure?.grounds ?? []).filter((each) => each.for.includes(type));
  const options = ofStep ?? ofCommand.map(({ id, title }) => ({ id, title }));
  return [
    { id: 'ground.code', title: t('act.ground'), type: 'choice', required: true, options },
    { id: 'ground.text', title: t('act.ground-text'), type: 'text', required: false },
  ];
}

export const groundOf = (answers: Answers): { code: string; text?: string } => ({
  code: text(answers, 'ground.code'),
  ...given(answers, 'ground.text', 'text'),
});

/** The outcomes that the rules admit now, and the questions of the one that is chosen. */
export function outcomeQuestions(
  { t, task, permission }: PlanContext,
  entered: Entered,
): readonly Question[] {
  const options = (task?.outcomes ?? []).filter(({ id }) => permission.outcomes?.includes(id) !== false);
  const only = options.length === 1 ? options[0] : undefined;
  const outcome = only?.id ?? entered['outcome'];
  const asked = (task?.form ?? []).filter(
    ({ outcomes }) => outcomes === undefined || outcomes.some((each) => each === outcome),
  );
  // A correction keeps what is sealed where nothing is written over it.
  const kept = new Set(permission.type === 'correct-outcome' ? sealedAnswers(task) : []);
  const ofForm = outcome === undefined || outcome === '' ? [] : asked;
  const ahead = task?.clockAheadMs;
  return [
    { id: 'outcome', title: t('act.outcome'), type: 'choice', required: true, options: [...options] },
    ...ofForm.map((field) => ({
      ...field,
      ...(kept.has(field.id) && field.type === 'text' ? { required: false, help: t('act.keeps-text') } : {}),
      // Places and agencies of the day that the case's own clock shows.
      ...(ahead === undefined ? {} : { on: dateOf(nowAhead(ahead)) }),
      ...(task === undefined ? {} : { nearTask: task.id }),
      id: `${fieldMark}${field.id}`,
    })),
  ];
}

const sealedAnswers = (task: PlanContext['task']): readonly string[] =>
  (task?.answered?.answers ?? []).flatMap(({ id, textId }) => (textId === undefined ? [] : [id]));

/** An agency near to where the task is done, but not the one that has it. */
export const anotherAgency = (
  { task }: PlanContext,
  taskId: string,
): Pick<Question, 'nearTask' | 'except'> => ({
  nearTask: taskId,
  except: task?.agency?.id ?? undefined,
});

export const fieldsOf = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers)
      .filter(([id]) => id.startsWith(fieldMark))
      .map(([id, value]) => [id.slice(fieldMark.length), value]),
  );

/** When it really happened: now, or a moment that the person names. */
export const whenQuestions = (t: TFunction, entered: Entered, title = t('act.when')): readonly Question[] => [
  {
    id: 'when',
    title,
    type: 'choice',
    required: true,
    options: [
      { id: 'now', title: t('act.when-now') },
      { id: 'earlier', title: t('act.when-earlier') },
    ],
  },
  ...(entered['when'] === 'earlier' ? [occurredQuestion(t)] : []),
];

const occurredQuestion = (t: TFunction, help?: string): Question => ({
  id: 'occurredAt',
  title: t('act.occurred'),
  type: 'instant',
  required: true,
  ...(help === undefined ? {} : { help }),
});

export const whenOf = (answers: Answers): { occurredAt?: string } =>
  given(answers, 'occurredAt', 'occurredAt');

/** The agency answered by letter or phone, and the coordinator writes it down for it. */
export const behalfQuestions = (t: TFunction, entered: Entered): readonly Question[] => [
  {
    id: 'ground',
    title: t('behalf.how'),
    type: 'choice',
    required: true,
    options: [
      { id: 'letter', title: t('behalf.letter') },
      { id: 'phone', title: t('behalf.phone') },
      { id: 'in-person', title: t('behalf.in-person') },
    ],
  },
  ...(entered['ground'] === 'letter' ? letterQuestions(t) : []),
  { ...occurredQuestion(t, t('behalf.occurred-help')), title: t('behalf.occurred') },
];

const letterQuestions = (t: TFunction): readonly Question[] => [
  { id: 'reference', title: t('behalf.reference'), type: 'line', required: false },
  { id: 'sentOn', title: t('behalf.sent-on'), type: 'date', required: false },
  { id: 'receivedOn', title: t('behalf.received-on'), type: 'date', required: false },
];

const behalfGrounds = ['letter', 'phone', 'in-person'] as const;

export function behalfOf(answers: Answers, agencyId: string) {
  const ground = behalfGrounds.find((each) => each === answers['ground']) ?? 'letter';
  return {
    ...whenOf(answers),
    onBehalfOf: {
      agencyId,
      ground,
      ...given(answers, 'reference', 'reference'),
      ...given(answers, 'sentOn', 'sentOn'),
      ...given(answers, 'receivedOn', 'receivedOn'),
    },
  };
}
