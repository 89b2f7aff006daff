import type { FactValue } from '../../../domain/procedure/procedure.js';
import type { DemoUsername } from '../demo-accounts.js';
import type { DemoConsent } from './consents.js';

/** How an agency answers a step: as a part of the time it has. Above 1 it is late, `never` it stays silent. */
export type Pace = number | 'never';

/** What most cases get where that is not the step's first outcome; answers to the same step in turn. */
export const usualAnswers: Readonly<Record<string, string | readonly string[]>> = {
  'initial-verification': 'no-paper',
  'follow-up': ['goes-on', 'settled'],
  'child-review': ['continued', 'closed'],
};

/** An invented case: who reported where and when, and how the agencies answer. */
export interface Story {
  /** Receipt, in days before the demo world is made, or an instant. */
  readonly received: number | `${string}Z`;
  /** Commune that received the report. */
  readonly place: string;
  /** Where the person lives or will live. */
  readonly residence: string;
  /** The same as it was called before the reform of 1 July 2025, for forms answered until then. */
  readonly formerResidence?: string;
  readonly registeredBy: DemoUsername;
  readonly urgent?: true;
  /** What is true of the person; asked by forms and told at the registration. */
  readonly facts: Readonly<Record<string, FactValue>>;
  /** Outcomes other than the first one of the step; answers to the same step in turn. */
  readonly answers?: Readonly<Record<string, string | readonly string[]>>;
  readonly paces?: Readonly<Record<string, Pace>>;
  /** To what the person agreed when they were received. */
  readonly consents?: readonly DemoConsent[];
  /** What the coordinator or supervisor did besides. */
  readonly extras?: readonly ('nudge' | 'acknowledge' | 'note' | 'withdraw-consent')[];
}
