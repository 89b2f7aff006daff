import type {
  AgencyId,
  CaseId,
  CommandId,
  EscalationId,
  ExclusionId,
  GroupId,
  TaskId,
  UserId,
} from '../ids.js';
import type { Channel, FactValue, Phase, PlaceKind, ProcedureRef, StepKind } from '../procedure/procedure.js';
import type { Explanation } from '../time/deadline.js';
import type { Instant } from '../time/instant.js';
import type { PlainDate } from '../time/plain-date.js';
import type { Consent } from './consent.js';

/**
 * Raised when the shape of the folded state changes, or the steps of a published procedure, each of which has its place
 * in the state: a snapshot of another number is ignored and folded anew.
 */
export const stateSchema = 9;

/** Was this state folded by code that knows the present shape? That there is no case yet has every shape. */
export const isOurs = (state: CaseState | null): boolean => (state?.schema ?? stateSchema) === stateSchema;

export type TaskStatus = 'offered' | 'accepted' | 'completed' | 'declined' | 'misdirected' | 'recalled';

/** A limit or service level applied to one task: a due instant with its explanation. */
export interface ArmedDeadline {
  readonly limitId: string;
  readonly serviceLevel: boolean;
  readonly startAt: Instant;
  readonly dueAt: Instant;
  /** Absent for limits in hours. */
  readonly dueDate?: PlainDate;
  /** Version of the working calendar that it was computed with. */
  readonly calendar: string;
  readonly explanation: Explanation;
  /** Why it ends on another day than the count alone would give: bed days already used, or an end that was agreed. */
  readonly shifted?: { readonly by: 'used-days' | 'agreement'; readonly from: PlainDate };
  /** The limit runs beyond the known calendar. */
  readonly incompleteCalendar?: true;
}

/**
 * A step opened for this case and handed to one agency.
 * offered → accepted → completed; a request may be declined; a duty may be returned as misdirected (the last holder
 * stays responsible until somebody decides); any open task may be recalled.
 */
export interface Task {
  readonly id: TaskId;
  readonly stepId: string;
  readonly ordinal: number;
  readonly kind: StepKind;
  readonly status: TaskStatus;
  readonly role: string;
  /** null: no agency is named yet, or none was found. */
  readonly agencyId: AgencyId | null;
  /** The save must name an agency for it. */
  readonly wantsRouting: boolean;
  readonly assignee?: UserId;
  /** Who held it and returned it as misdirected, each time. */
  readonly returnedBy: readonly AgencyId[];
  readonly offeredAt: Instant;
  readonly acceptedAt?: Instant;
  readonly completedAt?: Instant;
  readonly outcome?: string;
  /** When we learned of it: later than `offeredAt` for what is typed in afterwards. */
  readonly recordedAt: Instant;
  readonly deadlines: readonly ArmedDeadline[];
  /** When the deadlines were last set. What was past by then waits, see `pendingRungs`. */
  readonly armedAt: Instant;
  /** When somebody last asked for it since then. */
  readonly nudgedAt?: Instant;
  /** Grows each time the deadlines are set anew; rungs belong to one generation. */
  readonly generation: number;
  readonly extendedTimes: number;
  readonly extendedVersion?: number;
  readonly reached: readonly string[];
  /** Version of the last event about this task: what a task command is compared with. */
  readonly changedVersion: number;
}

/** What the rules remember of a step over all its tasks. */
export interface StepMemory {
  /** Did its condition hold after the last event? A step opens when this goes from false to true. */
  readonly held: boolean;
  readonly opened: number;
  /** Its last task lapsed with its condition, unanswered. */
  readonly lapsed?: true;
  readonly openedAt?: Instant;
  readonly openTask?: TaskId;
  readonly lastTask?: TaskId;
  readonly outcome?: string;
  readonly completedAt?: Instant;
  /** Version of the event of its latest completion: what came later is told by it. */
  readonly completedVersion?: number;
  /** How many times it was completed: a repeatable step opens anew when a predecessor completes anew. */
  readonly completed: number;
  readonly fields?: Fields;
  /** What was known before the last task's answer, of each fact that it made known; null: nothing. */
  readonly replaced?: Readonly<Record<string, FactMemory | null>>;
  /** Agencies that declined it: the next offer looks elsewhere. */
  readonly declinedBy: readonly AgencyId[];
  /** Bed days used in former stays of this step. */
  readonly usedDays: number;
}

export interface EscalationState {
  readonly id: EscalationId;
  readonly taskId: TaskId;
  readonly level: 1 | 2 | 3;
  /** Raised by something else than time. */
  readonly cause?: EscalationCause;
  /** The body that was asked, where it is a certain one. */
  readonly to?: AgencyId;
  readonly raisedAt: Instant;
  readonly acknowledgedAt?: Instant;
  readonly action?: EscalationAction;
  readonly until?: Instant;
}

/** `returned-twice`: agencies disagree on whose duty it is; their common superior decides. */
export type EscalationCause = 'returned-twice';

export type EscalationAction = 'nudged' | 'reassigned' | 'extended' | 'wait-until';

/** Answers of a form as the rules see them: codes, numbers, dates, or a pointer to what is sealed. */
export type FieldAnswer =
  FactValue | readonly string[] | { readonly textId: string } | { readonly placeRevision: string };
export type Fields = Readonly<Record<string, FieldAnswer>>;

export type Exclusion =
  { readonly agencyId: AgencyId } | { readonly userId: UserId } | { readonly relative: string };

/** An exclusion that stands: since when, and on what ground. */
export type StandingExclusion = Exclusion & {
  readonly id: ExclusionId;
  readonly at: Instant;
  readonly ground: string;
};

export interface FactMemory {
  readonly value: FactValue;
  /** When it became true, in the world. */
  readonly at: Instant;
  /** Version of the event that told it. */
  readonly toldVersion: number;
  /** The task whose answer made it known; absent where somebody recorded it by itself. */
  readonly byTask?: TaskId;
}

/** One person's way through the procedure, folded from its events. Plain data; identifies nobody. */
export interface CaseState {
  readonly schema: number;
  readonly caseId: CaseId;
  readonly version: number;
  readonly status: 'none' | 'open' | 'closed' | 'parked';
  readonly procedure: ProcedureRef;
  readonly code?: string;
  readonly channel: Channel;
  readonly urgent: boolean;
  readonly rehearsal: boolean;
  readonly groupId?: GroupId;
  /** Receipt, in the world; `recordedAt` is when we learned of it. */
  readonly openedAt: Instant;
  readonly recordedAt: Instant;
  readonly closedAt?: Instant;
  readonly outcome?: string;
  readonly phase: Phase;
  readonly coordinatingAgencyId?: AgencyId;
  /** The agency that took the report and registered it, where the person is with it. */
  readonly receiver?: AgencyId;
  readonly facts: Readonly<Record<string, FactMemory>>;
  /** The moment as of which the directory named bodies; a role that passes on later is acted upon. */
  readonly directoryAsOf: Instant;
  /** The latest revision of each place; the commune codes stand in `case_place` only. */
  readonly places: Readonly<Partial<Record<PlaceKind, string>>>;
  readonly steps: Readonly<Record<string, StepMemory>>;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly escalations: Readonly<Record<string, EscalationState>>;
  readonly exclusions: readonly StandingExclusion[];
  readonly consents: Readonly<Record<string, Consent>>;
  /** Version of the last event that a person caused: what a case command is compared with. */
  readonly personVersion: number;
}

/** How many command ids a run remembers by itself; older ones are known to the table `command`. */
export const rememberedCommands = 100;
export type RecentCommands = Readonly<Record<CommandId, number>>;

export const isOpenTask = (task: Task): boolean =>
  task.status === 'offered' || task.status === 'accepted' || task.status === 'misdirected';

/** Returned as misdirected more than once, and nobody has decided since whose it is; its last holder answers for it. */
export const isDisputed = ({ status, returnedBy }: Task): boolean =>
  status === 'misdirected' && returnedBy.length > 1;

export const openTasks = (state: CaseState): readonly Task[] => Object.values(state.tasks).filter(isOpenTask);

/** The deadline that counts: the strictest of those that are armed. */
export function countingDeadline(task: Pick<Task, 'deadlines'>): ArmedDeadline | undefined {
  return task.deadlines.reduce<ArmedDeadline | undefined>(
    (strictest, each) => (strictest === undefined || each.dueAt < strictest.dueAt ? each : strictest),
    undefined,
  );
}
