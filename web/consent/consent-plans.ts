import type { TFunction } from 'i18next';
import type { CaseView } from '../../api/contract/case.js';
import type { Plan } from '../acts/plan.js';
import { whenOf, whenQuestions } from '../acts/questions.js';
import { ageOf, consentOf, consentQuestions } from './consent-questions.js';

/** The person agreed: to what, for whom, what for, and how that can be shown. */
export const recordPlan = (t: TFunction, { facts }: CaseView): Plan => ({
  title: t('consent.record'),
  about: t('consent.record-about'),
  questions: (entered) => [
    ...consentQuestions({ t, entered, age: ageOf(facts['isMinor'], facts['ageUncertain']) }),
    ...whenQuestions(t, entered, t('consent.when')),
  ],
  command: (answers) => ({ type: 'record-consent', ...consentOf(answers), ...whenOf(answers) }),
  submit: t('consent.record'),
});

/** The person takes it back: nothing is asked but when. */
export const withdrawPlan = (t: TFunction, consentId: string): Plan => ({
  title: t('consent.withdraw'),
  about: t('consent.withdraw-about'),
  questions: (entered) => whenQuestions(t, entered, t('consent.withdrawn-when')),
  command: (answers) => ({ type: 'withdraw-consent', consentId, ...whenOf(answers) }),
  submit: t('consent.withdraw'),
  grave: true,
});
