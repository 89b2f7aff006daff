import type { PlaceKind } from '../../domain/procedure/procedure.js';
import type { Answers, Entered, Question } from '../forms/question.js';
import { placeKindKeys } from '../words/coded-words.js';
import { excludePlan } from './exclude-plan.js';
import { text, type Plan, type PlanContext } from './plan.js';
import { groundOf, groundQuestions, outcomeOptions, whenOf, whenQuestions } from './questions.js';

/** What can be asked of a case as a whole, in the order in which it is offered. */
export const caseCommands = [
  'close-case',
  'unpark-case',
  'reopen-case',
  'add-note',
  'record-fact',
  'record-place',
  'exclude',
] as const;
export type CaseCommandType = (typeof caseCommands)[number];

const plans = {
  'close-case': (context) => ({
    title: context.t('act.close'),
    about: context.t('act.close-about'),
    questions: () => [
      {
        id: 'outcome',
        title: context.t('act.close-outcome'),
        type: 'choice',
        required: true,
        options: [...outcomeOptions(context.permission.outcomes ?? [], context.procedure?.outcomes ?? [])],
      },
      ...groundQuestions(context),
    ],
    command: (answers) => ({
      type: 'close-case',
      outcome: text(answers, 'outcome'),
      ground: groundOf(answers),
    }),
    submit: context.t('act.close'),
    follows: true,
    grave: true,
  }),
  'unpark-case': (context) => ({
    title: context.t('act.unpark'),
    about: context.t('act.unpark-about'),
    questions: () => groundQuestions(context),
    command: (answers) => ({ type: 'unpark-case', ground: groundOf(answers) }),
    submit: context.t('act.unpark'),
  }),
  'reopen-case': (context) => ({
    title: context.t('act.reopen'),
    about: context.t('act.reopen-about'),
    questions: () => groundQuestions(context),
    command: (answers) => ({ type: 'reopen-case', ground: groundOf(answers) }),
    submit: context.t('act.reopen'),
    follows: true,
  }),
  'add-note': ({ t }) => ({
    title: t('act.add-note'),
    questions: () => [
      { id: 'text', title: t('act.note-text'), type: 'text', required: true },
      {
        id: 'visibility',
        title: t('act.visibility'),
        type: 'choice',
        required: true,
        options: [
          { id: 'coordinators', title: t('act.visible-coordinators') },
          { id: 'agencies', title: t('act.visible-agencies') },
        ],
      },
    ],
    command: (answers) => ({
      type: 'add-note',
      text: text(answers, 'text'),
      visibility: text(answers, 'visibility') === 'agencies' ? 'agencies' : 'coordinators',
    }),
    submit: t('act.add-note'),
  }),
  'record-fact': (context) => ({
    title: onlyFact(context)?.title ?? context.t('act.record-fact'),
    about: context.t('act.record-fact-about'),
    questions: (entered) => factQuestions(context, entered),
    command: (answers) => ({
      type: 'record-fact',
      fact: onlyFact(context)?.id ?? text(answers, 'fact'),
      value: factValue(answers['value']),
      ground: groundOf(answers),
      ...whenOf(answers),
    }),
    submit: context.t('act.record-fact'),
    follows: true,
  }),
  'record-place': ({ t }) => ({
    title: t('act.record-place'),
    about: t('act.record-place-about'),
    questions: () => [
      {
        id: 'kind',
        title: t('act.place-kind'),
        type: 'choice',
        required: true,
        options: placeKinds.map((id) => ({ id, title: t(placeKindKeys[id]) })),
      },
      { id: 'place', title: t('act.place'), type: 'place', required: true },
    ],
    command: (answers) => ({
      type: 'record-place',
      kind: placeKinds.find((kind) => kind === answers['kind']) ?? 'residence',
      place: text(answers, 'place'),
    }),
    submit: t('act.record-place'),
  }),
  exclude: excludePlan,
} satisfies Record<CaseCommandType, (context: PlanContext) => Plan>;

/** Asked of the case, but offered beside a task too. */
export const besideTask = 'record-fact';

/** The plan of a permitted act about the whole case; undefined for acts about something else. */
export function casePlan(context: PlanContext): Plan | undefined {
  const { type, taskId } = context.permission;
  const command = caseCommands.find((each) => each === type);
  return command === undefined || (taskId !== undefined && command !== besideTask)
    ? undefined
    : plans[command](context);
}

const placeKinds = Object.keys(placeKindKeys) as readonly PlaceKind[];

type Fact = NonNullable<PlanContext['procedure']>['facts'][number];

const factsIn = ({ procedure, permission: { outcomes } }: PlanContext): readonly Fact[] =>
  (procedure?.facts ?? []).filter(
    ({ id, recordable }) => recordable && (outcomes === undefined || outcomes.includes(id)),
  );

/** The fact, where only one may be recorded here. */
const onlyFact = (context: PlanContext): Fact | undefined => {
  const [fact, ...others] = context.permission.outcomes === undefined ? [] : factsIn(context);
  return others.length === 0 ? fact : undefined;
};

const valueQuestion = ({ title, type, values }: Fact): Question => ({
  id: 'value',
  title,
  type: factTypes[type] ?? 'choice',
  required: true,
  options: [...(values ?? [])],
});

/** A limit may count from that moment. */
const sinceQuestions = ({ t }: PlanContext, entered: Entered): readonly Question[] =>
  whenQuestions(t, entered).map((question) =>
    question.id === 'when' ? { ...question, title: t('act.since') } : question,
  );

/** The fact first, then its value in the way that the fact is known, then why; beside a task also since when. */
function factQuestions(context: PlanContext, entered: Entered): readonly Question[] {
  const only = onlyFact(context);
  if (only !== undefined)
    return [valueQuestion(only), ...sinceQuestions(context, entered), ...groundQuestions(context)];
  const facts = factsIn(context);
  const fact = facts.find(({ id }) => id === entered['fact']);
  const value = fact && valueQuestion(fact);
  return [
    {
      id: 'fact',
      title: context.t('act.fact'),
      type: 'choice',
      required: true,
      options: facts.map(({ id, title }) => ({ id, title })),
    },
    ...(value === undefined ? [] : [value]),
    ...groundQuestions(context),
  ];
}

const factTypes: Readonly<Record<string, Question['type']>> = {
  boolean: 'boolean',
  date: 'date',
  number: 'number',
};

const factValue = (value: Answers[string] | undefined): string | number | boolean =>
  typeof value === 'object' || value === undefined ? '' : value;
