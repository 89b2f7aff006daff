import { z } from 'zod';
import {
  childViews,
  consentGivers,
  consentProofs,
  consentPurposes,
  consentScopes,
} from '../../domain/case/consent.js';
import { NamedAgency } from './directory.js';
import { relatives } from './ground.js';
import { dayText, sealed, uuid } from './text.js';

/** Exactly one of the two: an agency by its id, a relative by what they are to the person. */
const recipient = z.strictObject({ agencyId: uuid.optional(), relative: z.enum(relatives).optional() });

/** What the person agrees to: kinds of information, for one purpose, to these and nobody else. */
export const consentTerms = {
  scope: z
    .array(z.enum(consentScopes))
    .min(1)
    .refine((scope) => new Set(scope).size === scope.length, 'twice'),
  recipients: z
    .array(recipient)
    .min(1)
    .max(10)
    .refine((all) => new Set(all.map((each) => JSON.stringify(each))).size === all.length, 'twice'),
  purpose: z.enum(consentPurposes),
  /** The last day on which it counts; until it is withdrawn where absent. */
  expiresOn: dayText.optional(),
  givenBy: z.enum(consentGivers).default('person'),
  /** Required of a child, and of nobody else. */
  childView: z.enum(childViews).optional(),
  proof: z.enum(consentProofs).optional(),
  /** Where the signed form is kept, or who was there when it was said. */
  evidence: sealed(4_000),
};

export const ConsentInput = z.strictObject(consentTerms);
export type ConsentInput = z.output<typeof ConsentInput>;

export const consentStandings = ['in-force', 'expired', 'withdrawn', 'lapsed'] as const;

export const ConsentView = z
  .strictObject({
    id: uuid,
    standing: z.enum(consentStandings),
    scope: z.array(z.enum(consentScopes)),
    /** As far as this reader may know them: an agency that is one of several sees itself. */
    recipients: z.array(
      z.strictObject({ agency: NamedAgency.optional(), relative: z.enum(relatives).optional() }),
    ),
    purpose: z.enum(consentPurposes),
    /** When it was given, in the world. */
    givenAt: z.string(),
    expiresOn: z.string().optional(),
    withdrawnAt: z.string().optional(),
    givenBy: z.enum(consentGivers),
    childView: z.enum(childViews).optional(),
    proof: z.enum(consentProofs).optional(),
    /** Who wrote it down. */
    recordedBy: NamedAgency.optional(),
    /** The sealed evidence, for whoever may open it. */
    evidenceTextId: uuid.optional(),
  })
  .meta({ id: 'Consent' });
export type ConsentView = z.output<typeof ConsentView>;
