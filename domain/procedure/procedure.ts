import type { PlainDate } from '../time/plain-date.js';
import type { TimeLimit } from '../time/limit.js';

/** A sentence or title at parity in both languages. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** A: the text of the law was read. B: a reputable second source. C: not confirmed, runs as a service level only. */
export type Confidence = 'A' | 'B' | 'C';

export const phases = [
  'receipt',
  'verification',
  'protection',
  'shelter',
  'support',
  'transfer',
  'return',
  'follow-up',
] as const;
export type Phase = (typeof phases)[number];

export const tracks = ['main', 'child', 'protection', 'support', 'criminal-report'] as const;
export type Track = (typeof tracks)[number];

export const channels = [
  'self-report',
  'rescue',
  'mission-abroad',
  'self-return',
  'bilateral-handover',
  'foreign-victim',
  'hotline',
  'outreach',
] as const;
export type Channel = (typeof channels)[number];

/** Which of the case's places names the agency that must act. The places themselves live in `case_place`. */
export const placeKinds = ['reception', 'rescue', 'residence', 'entry-gate', 'facility', 'coordinating'] as const;
export type PlaceKind = (typeof placeKinds)[number];

export type FactValue = string | number | boolean;

/** A coded, non-identifying truth that rules may read. Dates are `YYYY-MM-DD`. */
export interface FactDefinition {
  readonly title: Words;
  readonly type: 'boolean' | 'code' | 'number' | 'date';
  /** For `code`: the values that may be recorded. */
  readonly values?: Readonly<Record<string, Words>>;
  /** May an officer record it directly with `record-fact`, or is it set by outcomes only? */
  readonly recordable: boolean;
}

export type Condition =
  | { readonly after: string } // 'step' or 'step:outcome'; reads the latest completion of that step
  | { readonly fact: string; readonly is: FactValue | readonly FactValue[] }
  | { readonly known: string } // the fact has any value
  | { readonly elapsed: Elapsed; readonly since: { readonly fact: string } | { readonly step: string } }
  | { readonly channel: Channel | readonly Channel[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export interface Elapsed {
  readonly amount: number;
  readonly unit: 'hour' | 'calendar-day' | 'month';
}

/** Where a limit's time begins. `offered` is the receipt of the task, never its acceptance. */
export type LimitStart =
  | 'offered'
  | 'extended' // the moment at which the deadline was extended
  | { readonly fact: string } // a date fact
  | { readonly opened: string } // another step was opened
  | { readonly completed: string } // another step was completed
  | { readonly dueOf: string }; // the due instant of another step's open task, e.g. the end of a stay

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
  readonly at: { readonly when: 'before' | 'at' | 'after'; readonly amount: number; readonly unit: 'hour' | 'working-day' };
  readonly tell: readonly Audience[];
  /** For an escalation: 1 the agency's own lead and the coordinator, 2 the province's supervisor, 3 the ministry. */
  readonly level?: 1 | 2 | 3;
}

/** What happens as time passes on a task, earliest rung first. */
export interface Ladder {
  readonly id: string;
  readonly rungs: readonly Rung[];
}

export type FieldType = 'text' | 'choice' | 'choices' | 'date' | 'instant' | 'boolean' | 'number' | 'place' | 'agency';

/** A question of an outcome's form. Text is sealed, a place goes to `case_place`, other answers are codes. */
export interface FormField {
  readonly id: string;
  readonly title: Words;
  readonly type: FieldType;
  readonly required: boolean;
  readonly options?: Readonly<Record<string, Words>>;
  readonly help?: Words;
  /** The fact that takes the answer (types `choice`, `date`, `boolean`, `number`). */
  readonly fact?: string;
  /** For `place`: which place of the case is answered. For `agency`: the role that the agency must have. */
  readonly placeKind?: PlaceKind;
  readonly agencyRole?: string;
}

export interface Outcome {
  readonly title: Words;
  /** Facts that this outcome makes true. */
  readonly sets?: Readonly<Record<string, FactValue>>;
  readonly form: readonly FormField[];
}

export type StepKind = 'duty' | 'request' | 'stay';

export interface Extension {
  /** The limits that count instead; all are shown, the strictest counts. */
  readonly limits: readonly string[];
  readonly times: number;
  /** Roles of procedure that may decide it; the step's own role decides if none is named. */
  readonly decidedBy: readonly string[];
  readonly grounds: Readonly<Record<string, Words>>;
}

/** What the agency that holds the task may learn of the case: as little as the duty needs. */
export interface NeedToKnow {
  readonly facts: readonly string[];
  readonly person: readonly PersonField[];
}

export const personFields = [
  'fullName',
  'otherNames',
  'birthDate',
  'phone',
  'address',
  'idNumber',
  'language',
  'safeContact',
  'story',
] as const;
export type PersonField = (typeof personFields)[number];

/** A node of a procedure: who must act, when it opens, its time limits, its possible outcomes, its legal source. */
export interface Step {
  readonly id: string;
  readonly title: Words;
  /** What the officer has to do, in two or three plain sentences. */
  readonly instructions: Words;
  readonly phase: Phase;
  readonly track: Track;
  readonly channels?: readonly Channel[];
  readonly role: string;
  readonly place: PlaceKind;
  /** The agency is the answer to an `agency` field of another step's latest completion, e.g. the shelter chosen. */
  readonly agencyFrom?: { readonly step: string; readonly field: string };
  readonly opens: Condition;
  /** Stays open when its condition falls back to false. */
  readonly keep?: true;
  readonly repeats?: { readonly max: number };
  readonly kind: StepKind;
  readonly limits: readonly string[];
  readonly serviceLevel?: string;
  readonly extension?: Extension;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** For a request: the coded reasons for which it may be declined. */
  readonly declineReasons?: Readonly<Record<string, Words>>;
  readonly personMayDecline?: true;
  readonly ladder: string;
  /** A case cannot close while it is open. */
  readonly mandatory?: true;
  readonly needs: NeedToKnow;
  readonly source: Words;
  readonly confidence: Confidence;
}

/** How a case may end, and when that is lawful. */
export interface Closing {
  readonly title: Words;
  readonly when: Condition;
}

export interface Role {
  readonly title: Words;
  /** Level of the body that holds the role: the narrowest area in which it is looked for first. */
  readonly level: 'commune' | 'district' | 'province' | 'nation';
}

/** A versioned legal rule set as data. Never edited once published: a change is a new version. */
export interface Procedure {
  readonly id: string;
  readonly version: number;
  readonly title: Words;
  readonly inForce: { readonly from: PlainDate; readonly to?: PlainDate };
  readonly zone: 'Asia/Ho_Chi_Minh';
  readonly channels: Readonly<Partial<Record<Channel, Words>>>;
  readonly roles: Readonly<Record<string, Role>>;
  /** The role whose agency coordinates the case and closes it. */
  readonly coordinatingRole: string;
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly steps: Readonly<Record<string, Step>>;
  readonly limits: Readonly<Record<string, Limit>>;
  readonly serviceLevels: Readonly<Record<string, ServiceLevel>>;
  readonly ladders: Readonly<Record<string, Ladder>>;
  readonly closings: Readonly<Record<string, Closing>>;
  /** Grounds by command, as codes with their legal basis. */
  readonly grounds: Readonly<Record<string, Words>>;
}

/** `vn-2025@1`: how a case names the version it is pinned to. */
export type ProcedureRef = `${string}@${number}`;

export const refOf = (procedure: Procedure): ProcedureRef => `${procedure.id}@${procedure.version}`;

/** The step that the engine itself opens for the coordinator as soon as a closing holds. */
export const closeStepId = 'close-case';
