import type { relatives } from '../../api/contract/ground.js';
import type { Answers, Entered, Question } from '../forms/question.js';
import { relativeKeys } from '../words/coded-words.js';
import { given, type Plan, type PlanContext } from './plan.js';
import { groundOf, groundQuestions } from './questions.js';

/** Who must take no part and learn nothing: an agency, one of its officers, or a relative, who is never named. */
export const excludePlan = (context: PlanContext): Plan => ({
  title: context.t('act.exclude'),
  about: context.t('act.exclude-about'),
  questions: (entered) => [...whoQuestions(context, entered), ...groundQuestions(context)],
  asksOfficer: true,
  command: (answers) => ({ type: 'exclude', ...exclusionOf(answers), ground: groundOf(answers) }),
  submit: context.t('act.exclude'),
  grave: true,
});

const allRelatives = Object.keys(relativeKeys) as readonly (typeof relatives)[number][];

function whoQuestions({ t }: PlanContext, entered: Entered): readonly Question[] {
  const who: Question = {
    id: 'who',
    title: t('act.who'),
    type: 'choice',
    required: true,
    options: [
      { id: 'agency', title: t('act.who-agency') },
      { id: 'officer', title: t('act.who-officer') },
      { id: 'relative', title: t('act.who-relative') },
    ],
  };
  const which: Record<string, readonly Question[]> = {
    agency: [agency(t('act.who-agency'))],
    officer: [
      agency(t('act.officer-of')),
      { id: 'userId', title: t('act.who-officer'), type: 'choice', required: true, options: [] },
    ],
    relative: [
      {
        id: 'relative',
        title: t('act.who-relative'),
        type: 'choice',
        required: true,
        options: allRelatives.map((id) => ({ id, title: t(relativeKeys[id]) })),
      },
    ],
  };
  const chosen = entered['who'];
  return [who, ...(typeof chosen === 'string' ? (which[chosen] ?? []) : [])];
}

const agency = (title: string): Question => ({ id: 'agencyId', title, type: 'agency', required: true });

/** Only what is asked is answered: an officer is excluded alone, not with the agency. */
function exclusionOf(answers: Answers) {
  const relative = allRelatives.find((each) => each === answers['relative']);
  if (relative !== undefined) return { relative };
  return answers['who'] === 'officer'
    ? given(answers, 'userId', 'userId')
    : given(answers, 'agencyId', 'agencyId');
}
