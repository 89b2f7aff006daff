import type { ConsentView } from '../../api/contract/consent.js';

export const consentScopeKeys = {
  identity: 'consent-scope.identity',
  contact: 'consent-scope.contact',
  needs: 'consent-scope.needs',
  health: 'consent-scope.health',
  family: 'consent-scope.family',
  events: 'consent-scope.events',
} as const satisfies Record<ConsentView['scope'][number], string>;

export const consentPurposeKeys = {
  'medical-help': 'consent-purpose.medical-help',
  'psychological-help': 'consent-purpose.psychological-help',
  'legal-aid': 'consent-purpose.legal-aid',
  shelter: 'consent-purpose.shelter',
  'essential-help': 'consent-purpose.essential-help',
  'education-work': 'consent-purpose.education-work',
  'return-home': 'consent-purpose.return-home',
  'family-contact': 'consent-purpose.family-contact',
  'criminal-report': 'consent-purpose.criminal-report',
} as const satisfies Record<ConsentView['purpose'], string>;

export const consentGiverKeys = {
  person: 'consent-giver.person',
  parent: 'consent-giver.parent',
  guardian: 'consent-giver.guardian',
} as const satisfies Record<ConsentView['givenBy'], string>;

export const childViewKeys = {
  agrees: 'child-view.agrees',
  'under-seven': 'child-view.under-seven',
} as const satisfies Record<NonNullable<ConsentView['childView']>, string>;

export const consentProofKeys = {
  signed: 'consent-proof.signed',
  'oral-witnessed': 'consent-proof.oral-witnessed',
} as const satisfies Record<NonNullable<ConsentView['proof']>, string>;

export const consentStandingKeys = {
  'in-force': 'consent-standing.in-force',
  expired: 'consent-standing.expired',
  withdrawn: 'consent-standing.withdrawn',
  lapsed: 'consent-standing.lapsed',
} as const satisfies Record<ConsentView['standing'], string>;
