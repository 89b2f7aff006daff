import type { TFunction } from 'i18next';
import { ageOf, consentOf, consentQuestions, type ConsentInput } from '../consent/consent-questions.js';
import { inputName, type Answers, type Entered, type Question } from '../forms/question.js';
import { consentAskedId, moreConsentsId, mostConsents } from './consent-first.js';

/** The first as drafts of earlier screens have it. */
const markOf = (index: number): string => (index === 0 ? 'consent:' : `consent:${String(index)}:`);

interface Asking {
  readonly t: TFunction;
  readonly entered: Entered;
  /** The mark of questions about facts: the age that was answered decides who may agree. */
  readonly factMark: string;
}

/** Did the person agree already? To what is asked only then, purpose by purpose. */
export function registrationConsent({ t, entered, factMark }: Asking): readonly Question[] {
  const isTrue = (fact: string): boolean | undefined =>
    ({ true: true, false: false })[String(entered[inputName(`${factMark}${fact}`)])];
  const age = ageOf(isTrue('isMinor'), isTrue('ageUncertain'));
  const count = howMany(
    (id) => entered[id] === 'given',
    (id) => entered[inputName(id)] === 'true',
  );
  const numbered = (question: Question, index: number): Question =>
    count < 2
      ? question
      : { ...question, title: t('register.consent-nth', { number: index + 1, title: question.title }) };
  return [
    {
      id: consentAskedId,
      title: t('register.consent'),
      type: 'choice',
      required: true,
      help: t('register.consent-help'),
      options: [
        { id: 'given', title: t('register.consent-given') },
        { id: 'not-given', title: t('register.consent-not-given') },
      ],
    },
    ...Array.from({ length: count }, (_, index) => [
      ...consentQuestions({ t, entered, age, mark: markOf(index) }).map((each) => numbered(each, index)),
      ...(index < mostConsents - 1 ? [moreQuestion(t, index)] : []),
    ]).flat(),
  ];
}

const moreQuestion = (t: TFunction, index: number): Question => ({
  id: moreConsentsId(index),
  title: t(index === 0 ? 'register.consent-more' : 'register.consent-still-more'),
  type: 'boolean',
  required: true,
  help: t('register.consent-more-help'),
});

function howMany(isGiven: (id: string) => boolean, goesOn: (id: string) => boolean): number {
  if (!isGiven(consentAskedId)) return 0;
  let count = 1;
  while (count < mostConsents && goesOn(moreConsentsId(count - 1))) count++;
  return count;
}

/** As the API takes them. */
export function consentsOf(answers: Answers): readonly ConsentInput[] {
  const count = howMany(
    (id) => answers[id] === 'given',
    (id) => answers[id] === true,
  );
  return Array.from({ length: count }, (_, index) => consentOf(answers, markOf(index)));
}

/** The question that a problem's pointer (`consents/0/recipients/1/agencyId`) speaks of. */
export function consentQuestionOf(pointer: string): string | undefined {
  const [, index, path] = /^consents\/(\d+)\/(.+)$/.exec(pointer) ?? [];
  return path === undefined ? undefined : `${markOf(Number(index))}${path.replaceAll('/', '.')}`;
}
