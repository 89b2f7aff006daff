import { concernsAgency, isRecorder, type Consent } from '../../domain/case/consent.js';
import { consentStanding } from '../../domain/case/consent-standing.js';
import type { CaseEvent } from '../../domain/case/events.js';
import { dateOf } from '../../domain/time/plain-date.js';
import { consentStandings, type ConsentView } from '../contract/consent.js';
import { relatives } from '../contract/ground.js';
import { shownAgency, type Names } from './names.js';
import type { Sight } from './sight.js';
import { caseNow } from './task-view.js';

/** The consents that this viewer may know of: all, or those that their agency wrote down or that name it. */
export const consentsSeen = (sight: Sight): readonly Consent[] =>
  Object.values(sight.state.consents).filter((consent) => seesConsent(sight, consent));

export function seesConsent(sight: Sight, consent: Consent | undefined): boolean {
  const extent = sight.extent('see-consents');
  if (consent === undefined || extent === 'none') return false;
  return extent === 'all' || concernsAgency(consent, sight.viewer.agencyId);
}

/** Whom it names, and who wrote it down. */
export const agenciesOfConsent = ({ recipients, recordedBy }: Consent): readonly (string | null)[] => [
  recordedBy,
  ...recipients.map((each) => ('agencyId' in each ? each.agencyId : null)),
];

/** In words of the contract; those in force first, then the latest. */
export function consentViews(sight: Sight, names: Names): ConsentView[] {
  return consentsSeen(sight)
    .map((consent) => consentView(consent, sight, names))
    .sort(
      (one, other) =>
        consentStandings.indexOf(one.standing) - consentStandings.indexOf(other.standing) ||
        other.givenAt.localeCompare(one.givenAt),
    );
}

function consentView(consent: Consent, sight: Sight, names: Names): ConsentView {
  const { id, scope, purpose, givenAt, expiresOn, withdrawnAt, givenBy, childView, proof } = consent;
  const today = dateOf(caseNow(sight.now, sight.record.clockOffsetMs));
  return {
    id,
    standing: consentStanding(consent, sight.state, today),
    scope: [...scope],
    recipients: recipientsSeen(consent, sight, names),
    purpose,
    givenAt,
    ...(expiresOn === undefined ? {} : { expiresOn }),
    ...(withdrawnAt === undefined ? {} : { withdrawnAt }),
    givenBy,
    ...(childView === undefined ? {} : { childView }),
    ...(proof === undefined ? {} : { proof }),
    ...(consent.recordedBy === null
      ? {}
      : { recordedBy: shownAgency(names.agency(consent.recordedBy), sight) }),
    ...(seesEvidence(sight, consent) ? { evidenceTextId: consent.evidenceTextId } : {}),
  };
}

/** Whoever is told something learns that they may be, and not who else is. */
function recipientsSeen(consent: Consent, sight: Sight, names: Names): ConsentView['recipients'] {
  const whole = sight.extent('see-consents') === 'all' || isRecorder(consent, sight.viewer.agencyId);
  return consent.recipients.flatMap((each): ConsentView['recipients'] => {
    if ('agencyId' in each)
      return whole || each.agencyId === sight.viewer.agencyId
        ? [{ agency: shownAgency(names.agency(each.agencyId), sight) }]
        : [];
    const relative = relatives.find((known) => known === each.relative);
    return whole && relative !== undefined ? [{ relative }] : [];
  });
}

/** The words about it, which may name a witness, are for those who steer the case and for whoever wrote them. */
export function seesEvidence(sight: Sight, consent: Consent): boolean {
  const extent = sight.extent('see-texts');
  return extent === 'all' || (extent !== 'none' && isRecorder(consent, sight.viewer.agencyId));
}

/** The consent that an event is about. */
export const consentOf = ({ data }: CaseEvent, { state }: Sight): Consent | undefined =>
  'consentId' in data ? state.consents[data.consentId] : undefined;
