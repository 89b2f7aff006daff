/**
 * The closed list of reasons for which the rules say no. A refusal is a value returned by `decide`;
 * it is never thrown in the domain. HTTP status and sentence of each code stand in `api/contract/problem.ts`
 * and `messages/`.
 */
export const refusalCodes = [
  'not-your-task',
  'not-permitted',
  'wrong-state',
  'unknown-task',
  'unknown-escalation',
  'unknown-exclusion',
  'unknown-consent',
  'unknown-outcome',
  'field-required',
  'field-invalid',
  'cannot-decline-duty',
  'person-may-not-decline',
  'limit-exhausted',
  'extension-not-allowed',
  'clock-not-pausable',
  'consent-required',
  'consent-withdrawn',
  'agency-not-eligible',
  'agency-excluded',
  'mandatory-steps-open',
  'case-exists',
  'case-not-open',
  'case-closed',
  'case-parked',
  'procedure-not-in-force',
  'no-counterpart',
  'fact-not-allowed',
  'occurred-in-future',
  'stale-version',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** Why the rules say no, and what would be allowed instead. Holds ids and codes only. */
export interface Refusal {
  readonly refused: RefusalCode;
  /** Command types, outcome ids, step ids or fact ids that would have been accepted. */
  readonly allowed?: readonly string[];
  /** The field, fact, step or limit that the refusal is about. */
  readonly about?: string;
  readonly currentVersion?: number;
}

export const refuse = (refused: RefusalCode, more: Omit<Refusal, 'refused'> = {}): Refusal => ({
  refused,
  ...more,
});

export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}
