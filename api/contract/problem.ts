import { z } from 'zod';
import { refusalCodes, type RefusalCode } from '../../domain/refusal.js';

/** What the API itself says no with; what the rules say no with stands in `domain/refusal.ts`. */
export const apiCodes = [
  'malformed',
  'no-session',
  'sign-in-failed',
  'passphrase-temporary',
  'cross-site',
  'not-found',
  'too-large',
  'unsupported-media-type',
  'key-missing',
  'idempotency-key-reused',
  'if-match-missing',
  'last-administrator',
  'own-account',
  'second-person-needed',
  'reset-open',
  'reset-ended',
  'too-many',
  'internal',
  'not-known-yet',
] as const;

export type ApiCode = (typeof apiCodes)[number];
export type ProblemCode = RefusalCode | ApiCode;
export const problemCodes = [...new Set<ProblemCode>([...apiCodes, ...refusalCodes])];

/** HTTP status of every problem. A refusal of the rules is 409, unless it is about the form of the request. */
export const statusOf = {
  malformed: 400,
  'no-session': 401,
  'sign-in-failed': 401,
  'passphrase-temporary': 403,
  'cross-site': 403,
  'not-permitted': 403,
  'not-found': 404,
  'unknown-task': 404,
  'unknown-escalation': 404,
  'unknown-exclusion': 404,
  'unknown-consent': 404,
  'case-not-open': 404,
  'not-your-task': 409,
  'wrong-state': 409,
  'unknown-outcome': 409,
  'cannot-decline-duty': 409,
  'person-may-not-decline': 409,
  'limit-exhausted': 409,
  'extension-not-allowed': 409,
  'clock-not-pausable': 409,
  'consent-required': 409,
  'consent-withdrawn': 409,
  'agency-not-eligible': 409,
  'agency-excluded': 409,
  'mandatory-steps-open': 409,
  'case-exists': 409,
  'case-closed': 409,
  'case-parked': 409,
  'procedure-not-in-force': 409,
  'no-counterpart': 409,
  'fact-not-allowed': 409,
  'occurred-in-future': 409,
  'last-administrator': 409,
  'own-account': 409,
  'second-person-needed': 409,
  'reset-open': 409,
  'reset-ended': 409,
  'stale-version': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  'field-required': 422,
  'field-invalid': 422,
  'key-missing': 422,
  'idempotency-key-reused': 422,
  'if-match-missing': 428,
  'too-many': 429,
  internal: 500,
  'not-known-yet': 503,
} satisfies Record<ProblemCode, number>;

export const FieldError = z.strictObject({
  /** JSON pointer into the body, or the name of a parameter or header. */
  pointer: z.string(),
  message: z.string(),
  code: z.string(),
  /** The codes that this field takes. */
  allowed: z.array(z.string()).optional(),
});
export type FieldError = z.output<typeof FieldError>;

/** RFC 9457, in the reader's language. Never repeats a value that was sent. */
export const ProblemDocument = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum(problemCodes),
    errors: z.array(FieldError),
    allowed: z.array(z.string()).optional(),
    currentVersion: z.number().int().optional(),
    traceId: z.string(),
  })
  .meta({ id: 'Problem' });
export type ProblemDocument = z.output<typeof ProblemDocument>;
