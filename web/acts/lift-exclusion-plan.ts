import type { Plan, PlanContext } from './plan.js';
import { groundOf, groundQuestions } from './questions.js';

/** Somebody was excluded by mistake, or the reason is past: they may take part and know again. */
export const liftExclusionPlan = (context: PlanContext, exclusionId: string): Plan => ({
  title: context.t('act.lift-exclusion'),
  about: context.t('act.lift-exclusion-about'),
  questions: () => groundQuestions(context),
  command: (answers) => ({ type: 'lift-exclusion', exclusionId, ground: groundOf(answers) }),
  submit: context.t('act.lift-exclusion'),
  grave: true,
});
