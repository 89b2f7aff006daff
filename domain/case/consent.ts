import { derivedUuid, type AgencyId, type CommandId } from '../ids.js';
import type { Instant } from '../time/instant.js';
import type { PlainDate } from '../time/plain-date.js';

/** What the recipients may be told: kinds of information, never the information. */
export const consentScopes = ['identity', 'contact', 'needs', 'health', 'family', 'events'] as const;
export type ConsentScope = (typeof consentScopes)[number];

/** What for. Each purpose is agreed to by itself; silence, or a yes to something else, is no yes. */
export const consentPurposes = [
  'medical-help',
  'psychological-help',
  'legal-aid',
  'shelter',
  'essential-help',
  'education-work',
  'return-home',
  'family-contact',
  'criminal-report',
] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** How it can be shown later that it was given; the words about it are sealed. */
export const consentProofs = ['signed', 'oral-witnessed'] as const;
export type ConsentProof = (typeof consentProofs)[number];

/** The person, or who by law speaks for them. */
export const consentGivers = ['person', 'parent', 'guardian'] as const;
export type ConsentGiver = (typeof consentGivers)[number];

/** A child is heard, too. That a child who can say so disagrees is no consent, whoever else agrees. */
export const childViews = ['agrees', 'under-seven'] as const;
export type ChildView = (typeof childViews)[number];

/** A named agency or a relative: nobody agrees to whoever may come. */
export type ConsentRecipient = { readonly agencyId: AgencyId } | { readonly relative: string };

/** What was agreed to, as officials write it down: codes, ids and a day, and the id of the sealed evidence. */
export interface ConsentTerms {
  readonly scope: readonly ConsentScope[];
  readonly recipients: readonly ConsentRecipient[];
  readonly purpose: ConsentPurpose;
  /** The last day on which it counts; until it is withdrawn where absent. */
  readonly expiresOn?: PlainDate;
  readonly givenBy: ConsentGiver;
  /** Of a child, and only then. */
  readonly childView?: ChildView;
  /** Absent where the sealed words alone say it. */
  readonly proof?: ConsentProof;
  readonly evidenceTextId: string;
}

/**
 * A consent of the case. In force until its last day is over or it is withdrawn, whichever comes first; neither is ever
 * undone: who agrees again gives a new one.
 */
export interface Consent extends ConsentTerms {
  readonly id: string;
  readonly givenAt: Instant;
  readonly recordedAt: Instant;
  /** The agency that wrote it down. */
  readonly recordedBy: AgencyId | null;
  readonly withdrawnAt?: Instant;
}

/** Was this consent written down by that agency, or does it name it as a recipient? */
export const concernsAgency = (consent: Consent, agencyId: AgencyId | null): boolean =>
  agencyId !== null && (isRecorder(consent, agencyId) || names(consent, agencyId));

export const isRecorder = ({ recordedBy }: Consent, agencyId: AgencyId | null): boolean =>
  agencyId !== null && recordedBy === agencyId;

/** One command may bring several, each with its ordinal. */
export const consentIdOf = (commandId: CommandId, ordinal: number): string =>
  derivedUuid(`consent:${commandId}:${String(ordinal)}`);

export const names = ({ recipients }: ConsentTerms, agencyId: AgencyId): boolean =>
  recipients.some((each) => 'agencyId' in each && each.agencyId === agencyId);
