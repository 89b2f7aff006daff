import { readAnswers } from '../../web/forms/answers.js';
import type { Entered } from '../../web/forms/question.js';
import { instant } from '../../domain/time/instant.js';
import { consentAtFirst, mostConsents } from '../../web/register/consent-first.js';
import { consentQuestionOf, consentsOf, registrationConsent } from '../../web/register/consent.js';
import { consentPurposeKeys } from '../../web/words/consent-words.js';

const t = ((key: string, values: { number?: number; title?: string } = {}) =>
  values.title === undefined ? key : `${String(values.number)}. ${values.title}`) as never;

const asked = (entered: Entered) => registrationConsent({ t, entered, factMark: 'fact:' });
const given = { ...consentAtFirst, consentAsked: 'given' };

const toLawyers = {
  'consent:purpose': 'legal-aid',
  'consent:recipients~0~agencyId': 'lawyers',
  'consent:scope': ['identity'],
  'consent:givenBy': 'person',
  'consent:proof': 'signed',
  'consent:evidence': 'Phiếu số 1',
};
const toMother = {
  'consent:1:purpose': 'family-contact',
  'consent:1:recipients': ['parent'],
  'consent:1:scope': ['health'],
  'consent:1:givenBy': 'person',
  'consent:1:proof': 'oral-witnessed',
  'consent:1:evidence': 'Có cán bộ phường',
};

describe('what the person agreed to when the case is registered', () => {
  it('is asked for one purpose, and for another only where somebody says so', () => {
    expect(asked(consentAtFirst).map(({ id }) => id)).toEqual(['consentAsked']);
    const one = asked(given);
    expect(one.filter(({ id }) => id.endsWith('purpose')).map(({ title }) => title)).toEqual([
      'consent.purpose',
    ]);
    const two = asked({ ...given, 'consentMore:0': 'true' });
    expect(two.filter(({ id }) => id.endsWith('purpose')).map(({ title }) => title)).toEqual([
      '1. consent.purpose',
      '2. consent.purpose',
    ]);
    expect(two.at(-1)?.id).toBe('consentMore:1');
  });

  it('may be asked for as many purposes as there are', () => {
    expect(Object.keys(consentPurposeKeys)).toHaveLength(mostConsents);
  });

  it('is sent purpose by purpose', () => {
    const entered = { ...given, ...toLawyers, 'consentMore:0': 'true', ...toMother };
    const { answers, problems } = readAnswers(asked(entered), entered, instant('2026-11-29T08:00:00Z'));
    expect(problems).toEqual({});
    expect(consentsOf(answers)).toEqual([
      expect.objectContaining({ purpose: 'legal-aid', recipients: [{ agencyId: 'lawyers' }] }),
      expect.objectContaining({ purpose: 'family-contact', recipients: [{ relative: 'parent' }] }),
    ]);
  });

  it('is sent without what was typed of a purpose that was taken back', () => {
    const entered = { ...given, ...toLawyers, ...toMother };
    const { answers } = readAnswers(asked(entered), entered, instant('2026-11-29T08:00:00Z'));
    expect(consentsOf(answers).map(({ purpose }) => purpose)).toEqual(['legal-aid']);
    expect(consentsOf({ ...answers, consentAsked: 'not-given' })).toEqual([]);
  });

  it('is found again where the answer speaks of it', () => {
    expect(consentQuestionOf('consents/0/recipients/1/agencyId')).toBe('consent:recipients.1.agencyId');
    expect(consentQuestionOf('consents/1/childView')).toBe('consent:1:childView');
    expect(consentQuestionOf('receivedPlace')).toBeUndefined();
  });
});
