import { refuse, type Refusal } from '../refusal.js';
import type { PlainDate } from '../time/plain-date.js';
import type { AgencyId } from '../ids.js';
import type { CaseState } from './case-state.js';
import {
  consentGivers,
  names,
  type Consent,
  type ConsentPurpose,
  type ConsentRecipient,
  type ConsentScope,
  type ConsentTerms,
} from './consent.js';

/**
 * `lapsed`: given by somebody who, as is known by now, could not give it (an age was corrected, a relative excluded), or
 * to nobody but who is excluded from the case.
 */
export type ConsentStanding = 'in-force' | 'expired' | 'withdrawn' | 'lapsed';

/** Where a consent stands on a day, by what is known of the case. */
export function consentStanding(consent: Consent, state: CaseState, today: PlainDate): ConsentStanding {
  if (consent.withdrawnAt !== undefined) return 'withdrawn';
  if (consent.expiresOn !== undefined && consent.expiresOn < today) return 'expired';
  const reachesSomebody = consent.recipients.some((each) => !isExcludedRecipient(each, state));
  return reachesSomebody && giverProblem(consent, state) === undefined ? 'in-force' : 'lapsed';
}

/** Something that may be handed on only by the person's will. */
export interface Disclosure {
  readonly to: AgencyId;
  readonly purpose: ConsentPurpose;
  readonly scope: readonly ConsentScope[];
  /** Where the sender names the consent on which it rests, no other counts. */
  readonly consentId?: string;
}

/**
 * Why the person's will does not carry this; undefined where one consent in force covers the recipient, the purpose and
 * all that would be told. What the law itself hands on is not asked here.
 */
export function missingConsent(wanted: Disclosure, state: CaseState, today: PlainDate): Refusal | undefined {
  if (isExcludedRecipient({ agencyId: wanted.to }, state)) return refuse('agency-excluded');
  const covering = Object.values(state.consents).filter((consent) => covers(consent, wanted));
  const standings = covering.map((consent) => consentStanding(consent, state, today));
  if (standings.includes('in-force')) return undefined;
  return refuse(standings.includes('withdrawn') ? 'consent-withdrawn' : 'consent-required', {
    about: wanted.purpose,
  });
}

const covers = (consent: Consent, { to, purpose, scope, consentId }: Disclosure): boolean =>
  (consentId === undefined || consent.id === consentId) &&
  consent.purpose === purpose &&
  names(consent, to) &&
  scope.every((each) => consent.scope.includes(each));

/** Why these terms are none that this case admits; undefined where they are. `givenOn`: the day of the consent. */
export const termsProblem = (
  terms: ConsentTerms,
  state: CaseState,
  givenOn: PlainDate,
): Refusal | undefined =>
  expiryProblem(terms, givenOn) ?? recipientProblem(terms, state) ?? giverProblem(terms, state);

function expiryProblem({ expiresOn }: ConsentTerms, givenOn: PlainDate): Refusal | undefined {
  if (expiresOn === undefined || expiresOn >= givenOn) return undefined;
  return refuse('field-invalid', { about: 'expiresOn', allowed: [`${givenOn}/`] });
}

/** The family is told by the person's will alone; for every other purpose an agency is. */
function recipientProblem({ recipients, purpose }: ConsentTerms, state: CaseState): Refusal | undefined {
  const fits = recipients.every((each) => 'relative' in each === (purpose === 'family-contact'));
  if (recipients.length === 0 || !fits) return refuse('field-invalid', { about: 'recipients' });
  return recipients.some((each) => isExcludedRecipient(each, state))
    ? refuse('agency-excluded', { about: 'recipients' })
    : undefined;
}

/** A child, and whoever may be one, does not agree alone, and nobody agrees over the head of a child who was not heard. */
function giverProblem(
  { givenBy, childView }: Pick<ConsentTerms, 'givenBy' | 'childView'>,
  state: CaseState,
): Refusal | undefined {
  const allowed = consentGivers.filter((each) => each !== (mayBeChild(state) ? 'person' : 'parent'));
  if (!allowed.includes(givenBy)) return refuse('field-invalid', { about: 'givenBy', allowed });
  if (isExcludedRecipient({ relative: givenBy }, state))
    return refuse('agency-excluded', { about: 'givenBy' });
  if (mayBeChild(state))
    return childView === undefined ? refuse('field-required', { about: 'childView' }) : undefined;
  return childView === undefined ? undefined : refuse('field-invalid', { about: 'childView' });
}

/** As the procedures treat an age that is not certain. */
export const mayBeChild = ({ facts }: CaseState): boolean =>
  facts['isMinor']?.value === true || facts['ageUncertain']?.value === true;

const isExcludedRecipient = (who: ConsentRecipient, { exclusions }: CaseState): boolean =>
  exclusions.some((each) =>
    'agencyId' in who
      ? 'agencyId' in each && each.agencyId === who.agencyId
      : 'relative' in each && each.relative === who.relative,
  );
