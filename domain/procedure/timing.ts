import type { TimeLimit } from '../time/limit.js';
import type { PlainDate } from '../time/plain-date.js';
import type { Confidence, Words } from './words.js';

/** Where a limit's time begins. `offered` is the receipt of the task, never its acceptance. */
export type LimitStart =
  | 'offered'
  | 'extended' // the moment at which the deadline was extended
  | { readonly fact: string } // a date fact
  | { readonly opened: string } // another step was opened
  | { readonly completed: string } // another step was completed
  | { readonly dueOf: string | readonly string[] }; // the due instant of the open task of another step (the first that has one), e.g. the end of a stay

/** A period set by law, identified as in the deadline register. */
export interface Limit extends TimeLimit {
  readonly id: string;
  readonly starts: LimitStart;
  /** Days on which the limit is law; a task opened outside them is not bound by it. */
  readonly validFrom?: PlainDate;
  readonly validTo?: PlainDate;
  /** The article of law that sets it. */
  readonly source: Words;
  readonly confidence: Confidence;
}

/**
 * Our own target where the law says only "immediately" or where a legal number is not confirmed. Runs through the
 * full ladder but is never shown or counted as law.
 */
export interface ServiceLevel extends TimeLimit {
  readonly id: string;
  readonly starts: LimitStart;
  /** What the law says instead of a number, e.g. "ngay" (Law 53/2024 art. 27(1)). */
  readonly source: Words;
  readonly confidence: Confidence;
}

export type Audience = 'agency' | 'agency-lead' | 'coordinator' | 'supervisor' | 'ministry';

export interface Rung {
  readonly id: string;
  readonly kind: 'reminder' | 'overdue' | 'escalation';
  readonly at: {
    readonly when: 'before' | 'at' | 'after';
    readonly amount: number;
    readonly unit: 'hour' | 'working-day';
  };
  readonly tell: readonly Audience[];
  /** For an escalation: 1 the agency's own lead and the coordinator, 2 the province's supervisor, 3 the ministry. */
  readonly level?: 1 | 2 | 3;
}

/** What happens as time passes on a task, earliest rung first. */
export interface Ladder {
  readonly id: string;
  readonly rungs: readonly Rung[];
}
