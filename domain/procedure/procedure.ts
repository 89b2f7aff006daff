import type { PlainDate } from '../time/plain-date.js';
import type { Channel, Condition, Elapsed, FactValue } from './condition.js';
import type { Ladder, Limit, ServiceLevel } from './timing.js';
import type { Confidence, Words } from './words.js';

export * from './condition.js';
export type * from './timing.js';
export type * from './words.js';

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

/** Which of the case's places names the agency that must act. The places themselves live in `case_place`. */
export const placeKinds = [
  'reception',
  'rescue',
  'residence',
  'entry-gate',
  'facility',
  'coordinating',
] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** A coded, non-identifying truth that rules may read. Dates are `YYYY-MM-DD`. */
export interface FactDefinition {
  readonly title: Words;
  readonly type: 'boolean' | 'code' | 'number' | 'date';
  /** For `code`: the values that may be recorded. */
  readonly values?: Readonly<Record<string, Words>>;
  /** May an officer record it directly with `record-fact`, or is it set by outcomes only? */
  readonly recordable: boolean;
  /** Only once the case is open: a case does not begin with its end. */
  readonly afterOpening?: true;
  /** For `date`: tells of what has happened, so never of a day to come. */
  readonly past?: true;
}

export type FieldType =
  'text' | 'choice' | 'choices' | 'date' | 'instant' | 'boolean' | 'number' | 'place' | 'agency';

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
  /** For `date`: the day lies at least so long ago. */
  readonly ago?: Elapsed;
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

/** The answer to an `agency` field of another step's latest completion, e.g. the shelter chosen. */
export interface AnsweredAgency {
  readonly step: string;
  readonly field: string;
  /** Only while this holds when the task is opened. */
  readonly when?: Condition;
  /** In which role that agency then acts, if not in the step's. */
  readonly role?: string;
}

/** `registrar`: the agency that took the report and registered it. */
export type AgencySource = AnsweredAgency | 'registrar';

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
  /** Where the agency comes from if not from the directory; the first that applies and was answered. */
  readonly agencyFrom?: readonly AgencySource[];
  readonly opens: Condition;
  /** Stays open when its condition falls back to false. */
  readonly keep?: true;
  readonly repeats?: { readonly max: number };
  readonly kind: StepKind;
  readonly limits: readonly string[];
  /** The limits bind only a task that is opened while this holds; another has our own target. */
  readonly limitsWhen?: Condition;
  /** Falls within the time of another step: the deadlines that its last task had bind this one too. */
  readonly within?: string;
  readonly serviceLevel?: string;
  readonly extension?: Extension;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** Facts that whoever holds it may record while it is open, without ending it. */
  readonly records?: readonly string[];
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

/** The limits that bind a step: its own, and those of the step within whose time it falls. */
export const limitIdsOf = ({ limits, within }: Step, { steps }: Procedure): readonly string[] => [
  ...limits,
  ...(within === undefined ? [] : (steps[within]?.limits ?? [])),
];

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

/** The commands whose ground stands in a list of the procedure; that of an extension stands in its step. */
export const groundedCommands = [
  'correct-outcome',
  'record-fact',
  'reassign-task',
  'recall-task',
  'exclude',
  'lift-exclusion',
  'close-case',
  'reopen-case',
  'unpark-case',
] as const;
export type GroundedCommand = (typeof groundedCommands)[number];

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
  /** Every ground, as a code with its legal basis. */
  readonly grounds: Readonly<Record<string, Words>>;
  /** Which of them each command may name; the engine gives its own. */
  readonly groundsFor: Readonly<Record<GroundedCommand, readonly string[]>>;
}

/** `vn-2025@1`: how a case names the version it is pinned to. */
export type ProcedureRef = `${string}@${number}`;

export const refOf = (procedure: Procedure): ProcedureRef => `${procedure.id}@${procedure.version}`;

/** The phases in which it has a step, in their order: a case lies in no other. */
export const phasesOf = ({ steps }: Procedure): readonly Phase[] =>
  phases.filter((phase) => Object.values(steps).some((step) => step.phase === phase));

/** The step that the engine itself opens for the coordinator as soon as a closing holds and no mandatory duty is open. */
export const closeStepId = 'close-case';
