import { ageOf, consentOf, consentQuestions, type ConsentInput } from '../consent/consent-questions.js';
import { inputName, type Answers, type Entered, type Question } from '../forms/question.js';
import type { TFunction } from 'i18next';

const mark = 'consent:';
const askedId = 'consentAsked';

interface Asking {
  readonly t: TFunction;
  readonly entered: Entered;
  /** The mark of questions about facts: the age that was answered decides who may agree. */
  readonly factMark: string;
}

/** Did the person agree already? To what is asked only then: silence is no consent. */
export function registrationConsent({ t, entered, factMark }: Asking): readonly Question[] {
  const isTrue = (fact: string): boolean | undefined =>
    ({ true: true, false: false })[String(entered[inputName(`${factMark}${fact}`)])];
  const age = ageOf(isTrue('isMinor'), isTrue('ageUncertain'));
  return [
    {
      id: askedId,
      title: t('register.consent'),
      type: 'choice',
      required: true,
      help: t('register.consent-help'),
      options: [
        { id: 'given', title: t('register.consent-given') },
        { id: 'not-given', title: t('register.consent-not-given') },
      ],
    },
    ...(entered[askedId] === 'given' ? consentQuestions({ t, entered, age, mark }) : []),
  ];
}

/** As the API takes them. */
export const consentsOf = (answers: Answers): readonly ConsentInput[] =>
  answers[askedId] === 'given' ? [consentOf(answers, mark)] : [];

/** The question that a problem's pointer (`consents/0/recipients/1/agencyId`) speaks of. */
export const consentQuestionOf = (pointer: string): string | undefined => {
  const path = /^consents\/0\/(.+)$/.exec(pointer)?.[1];
  return path === undefined ? undefined : `${mark}${path.replaceAll('/', '.')}`;
};
