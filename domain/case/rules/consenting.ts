import type { AgencyId } from '../../ids.js';
import { refuse, type Refusal } from '../../refusal.js';
import { dateOf } from '../../time/plain-date.js';
import type { CaseState } from '../case-state.js';
import { concernsAgency, consentIdOf, names, type Consent, type ConsentTerms } from '../consent.js';
import { termsProblem } from '../consent-standing.js';
import { happening, type Draft, type Stamp } from '../draft.js';
import type { Actor } from '../events.js';
import type { Rule } from '../rule.js';
import { standingsOf } from '../standing.js';

/** The person's yes, and that it is taken back: which must never be harder than to give it. */
export const consentingRules = {
  'record-consent': {
    about: 'case',
    may: ['coordinator', 'present-holder'],
    during: ['open'],
    decide: ({ command: { data }, subject: { state }, draft, stamp }) =>
      inOwnFavour(data, state, stamp.actor) ??
      termsProblem(data, state, dateOf(stamp.occurredAt)) ??
      consentRecorded(draft, stamp, { terms: data }),
  },
  'withdraw-consent': {
    about: 'case',
    may: ['coordinator', 'supervisor', 'past-holder', 'consent-recorder'],
    during: ['open', 'closed', 'parked'],
    decide: ({ command: { data }, subject: { state }, draft, stamp }) => {
      const consent = Object.hasOwn(state.consents, data.consentId)
        ? state.consents[data.consentId]
        : undefined;
      if (consent === undefined || !isTheirs(consent, state, stamp.actor)) return refuse('unknown-consent');
      if (consent.withdrawnAt !== undefined) return refuse('consent-withdrawn');
      if (stamp.occurredAt < consent.givenAt) return refuse('field-invalid', { about: 'occurredAt' });
      return happening(draft, stamp, { type: 'consent-withdrawn', data });
    },
  },
} satisfies { [Type in 'record-consent' | 'withdraw-consent']: Rule<Type> };

/** The consents that this actor may take back for the person now. */
export const withdrawable = (state: CaseState, actor: Actor): readonly Consent[] =>
  Object.values(state.consents).filter(
    (consent) => consent.withdrawnAt === undefined && isTheirs(consent, state, actor),
  );

/** The coordinator's and supervisor's: all; an agency's: those that it recorded, or that name it. */
function isTheirs(consent: Consent, state: CaseState, actor: Actor): boolean {
  const standings = standingsOf(actor, state);
  return (
    standings.includes('coordinator') ||
    standings.includes('supervisor') ||
    (actor.kind === 'user' && concernsAgency(consent, actor.agencyId))
  );
}

/** Whoever wants to be told something does not write down by themselves that the person agreed. */
function inOwnFavour(terms: ConsentTerms, state: CaseState, actor: Actor): Refusal | undefined {
  if (actor.kind !== 'user' || standingsOf(actor, state).includes('coordinator')) return undefined;
  return isNamed(terms, actor.agencyId) ? refuse('not-permitted', { about: 'recipients' }) : undefined;
}

const isNamed = (terms: ConsentTerms, agencyId: AgencyId | null): boolean =>
  agencyId !== null && names(terms, agencyId);

/** With the event of one consent; `ordinal` tells apart those that one command brings. */
export const consentRecorded = (
  draft: Draft,
  stamp: Stamp,
  { terms, ordinal = 0 }: { readonly terms: ConsentTerms; readonly ordinal?: number },
): Draft =>
  happening(draft, stamp, {
    type: 'consent-recorded',
    data: { consentId: consentIdOf(stamp.commandId, ordinal), ...terms },
  });
