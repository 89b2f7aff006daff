import type { TFunction } from 'i18next';
import type { z } from 'zod';
import type { ConsentInput as ConsentInputShape } from '../../api/contract/consent.js';
import { inputName, type Answers, type Entered, type Question } from '../forms/question.js';
import { relativeKeys } from '../words/coded-words.js';
import {
  childViewKeys,
  consentGiverKeys,
  consentProofKeys,
  consentPurposeKeys,
  consentScopeKeys,
} from '../words/consent-words.js';

export type ConsentInput = z.input<typeof ConsentInputShape>;

/** What is known of the person's age, which decides who may agree. */
export type Age = 'child' | 'adult' | 'unknown';

interface Asking {
  readonly t: TFunction;
  readonly entered: Entered;
  readonly age: Age;
  /** Put before each id where other questions stand in the same form. */
  readonly mark?: string;
}

const mostAgencies = 10;

/** To what the person agreed, and how that can be shown: asked in the order in which it is explained to them. */
export function consentQuestions({ t, entered, age, mark = '' }: Asking): readonly Question[] {
  return [
    choice(`${mark}purpose`, t('consent.purpose'), titled(consentPurposeKeys, t)),
    ...recipientQuestions({ t, entered, age, mark }),
    {
      id: `${mark}scope`,
      title: t('consent.scope'),
      type: 'choices',
      required: true,
      options: titled(consentScopeKeys, t),
    },
    choice(
      `${mark}givenBy`,
      t('consent.given-by'),
      titled(consentGiverKeys, t).filter(({ id }) => maySpeak(id, age)),
    ),
    ...(asksChild(entered[inputName(`${mark}givenBy`)], age)
      ? [
          {
            ...choice(`${mark}childView`, t('consent.child-view'), titled(childViewKeys, t)),
            required: age === 'child',
            help: t('consent.child-view-help'),
          },
        ]
      : []),
    choice(`${mark}proof`, t('consent.proof'), titled(consentProofKeys, t)),
    {
      id: `${mark}evidence`,
      title: t('consent.evidence'),
      type: 'text',
      required: true,
      help: t('consent.evidence-help'),
    },
    { id: `${mark}expiresOn`, title: t('consent.expires'), type: 'date', required: false },
  ];
}

/** The family by what they are to the person; agencies one by one: one more appears when the last is answered. */
function recipientQuestions({ t, entered, mark = '' }: Asking): readonly Question[] {
  const purpose = entered[inputName(`${mark}purpose`)] ?? '';
  if (purpose === '') return [];
  if (purpose === 'family-contact')
    return [
      {
        id: `${mark}recipients`,
        title: t('consent.relatives'),
        type: 'choices',
        required: true,
        options: titled(relativeKeys, t),
      },
    ];
  const ids = agencyIds(mark);
  const last = ids.findLastIndex((id) => (entered[inputName(id)] ?? '') !== '');
  return ids.slice(0, last + 2).map((id, index) => ({
    id,
    title: t(index === 0 ? 'consent.agency' : 'consent.agency-more'),
    type: 'agency' as const,
    required: index === 0,
    ...(index === 0 ? { help: t('consent.agency-help') } : {}),
  }));
}

/** Named as the API names them, so that what it says about one is shown at its question. */
const agencyIds = (mark: string): readonly string[] =>
  Array.from({ length: mostAgencies }, (_, index) => `${mark}recipients.${String(index)}.agencyId`);

/** A child does not agree alone; for an adult, if not they themselves, only a guardian speaks. */
const maySpeak = (giver: string, age: Age): boolean =>
  age === 'unknown' || giver !== (age === 'child' ? 'person' : 'parent');

const asksChild = (giver: Entered[string], age: Age): boolean =>
  age === 'child' || (age === 'unknown' && (giver === 'parent' || giver === 'guardian'));

/** As the API takes it. */
export function consentOf(answers: Answers, mark = ''): ConsentInput {
  const relatives = several(answers[`${mark}recipients`], relativeKeys);
  const agencies = agencyIds(mark).flatMap((id) => {
    const agencyId = answers[id];
    return typeof agencyId === 'string' ? [{ agencyId }] : [];
  });
  const childView = one(answers[`${mark}childView`], childViewKeys);
  const expiresOn = answers[`${mark}expiresOn`];
  const evidence = answers[`${mark}evidence`];
  return {
    purpose: one(answers[`${mark}purpose`], consentPurposeKeys) ?? 'medical-help',
    recipients: relatives.length > 0 ? relatives.map((relative) => ({ relative })) : agencies,
    scope: several(answers[`${mark}scope`], consentScopeKeys),
    givenBy: one(answers[`${mark}givenBy`], consentGiverKeys) ?? 'person',
    ...(childView === undefined ? {} : { childView }),
    proof: one(answers[`${mark}proof`], consentProofKeys) ?? 'signed',
    evidence: typeof evidence === 'string' ? evidence : '',
    ...(typeof expiresOn === 'string' ? { expiresOn } : {}),
  };
}

/** By the facts `isMinor` and `ageUncertain`, as far as they are known. */
export function ageOf(isMinor: unknown, ageUncertain: unknown): Age {
  if (isMinor === true || ageUncertain === true) return 'child';
  return isMinor === false ? 'adult' : 'unknown';
}

const choice = (id: string, title: string, options: Question['options']): Question => ({
  id,
  title,
  type: 'choice',
  required: true,
  ...(options === undefined ? {} : { options }),
});

const codesOf = <Code extends string>(keys: Readonly<Record<Code, string>>): readonly Code[] =>
  Object.keys(keys) as Code[]; // the keys of a table that is complete by type

const titled = <Code extends string, Key extends string>(
  keys: Readonly<Record<Code, Key>>,
  t: (key: Key) => string,
) => codesOf(keys).map((id) => ({ id, title: t(keys[id]) }));

const one = <Code extends string>(answer: unknown, keys: Readonly<Record<Code, string>>): Code | undefined =>
  codesOf(keys).find((code) => code === answer);

const several = <Code extends string>(answer: unknown, keys: Readonly<Record<Code, string>>): Code[] =>
  codesOf(keys).filter((code) => Array.isArray(answer) && answer.includes(code));
