import type { AgencyId, CaseId, CommandId, EscalationId, GroupId, TaskId, UserId } from '../ids.js';
import type { Channel, FactValue, PlaceKind, ProcedureRef, StepKind } from '../procedure/procedure.js';
import type { Instant } from '../time/instant.js';
import type { ArmedDeadline, EscalationAction, EscalationCause, Exclusion, Fields } from './case-state.js';
import type { ConsentTerms } from './consent.js';

/** A reason, as a code with its legal basis, and the id of a sealed text. */
export interface Ground {
  readonly code: string;
  readonly textId?: string;
}

export interface InitialFact {
  readonly fact: string;
  readonly value: FactValue;
}

/** What happened, by type. Fields are only ever added, with defaults; `evolve` reads every version ever written. */
export interface EventData {
  'case-opened': {
    procedure: ProcedureRef;
    channel: Channel;
    urgent: boolean;
    rehearsal: boolean;
    groupId?: GroupId;
    places: Partial<Record<PlaceKind, string>>;
    facts: readonly InitialFact[];
    receiver?: AgencyId;
  };
  /** By the save: the number that people use, and the agency that coordinates. */
  'case-registered': { code: string; coordinatingAgencyId: AgencyId | null };
  /** By the save: the coordinating body was dissolved, its successor took the case over. */
  'coordinator-named': { agencyId: AgencyId | null };
  /**
   * Other bodies may be competent from now on: a role passed to its successor, or the watch found that an agency
   * ended. The save names the successors in events of its own.
   */
  'directory-changed': { cause: 'role-succession' | 'watch' };
  'fact-recorded': { fact: string; value: FactValue; ground?: Ground; byTask?: TaskId };
  'place-recorded': { kind: PlaceKind; placeRevision: string };
  'task-opened': {
    taskId: TaskId;
    stepId: string;
    ordinal: number;
    kind: StepKind;
    role: string;
    agencyId?: AgencyId;
    deadlines: readonly ArmedDeadline[];
  };
  /** By the save: the directory named an agency, or found none. */
  'task-routed': { taskId: TaskId; agencyId: AgencyId | null };
  'task-accepted': { taskId: TaskId };
  'task-assigned': { taskId: TaskId; userId: UserId };
  'task-declined': { taskId: TaskId; reason: string; textId?: string };
  'task-misdirected': { taskId: TaskId; suggestedAgencyId?: AgencyId; textId?: string };
  /** Handed to a named agency by a person, or to be routed anew (`agencyId: null`). */
  'task-reassigned': { taskId: TaskId; agencyId: AgencyId | null; ground: Ground };
  'task-recalled': { taskId: TaskId; ground: Ground };
  'task-completed': { taskId: TaskId; outcome: string; fields: Fields; informedOf?: string };
  'outcome-corrected': { taskId: TaskId; outcome: string; fields: Fields; ground: Ground };
  /** Deadlines computed anew: their start came or moved, or the time was lawfully extended. */
  'deadlines-set': {
    taskId: TaskId;
    cause: 'start-known' | 'start-moved' | 'extended' | 'reassigned';
    deadlines: readonly ArmedDeadline[];
    ground?: Ground;
  };
  'rung-reached': {
    taskId: TaskId;
    generation: number;
    rung: string;
    kind: 'reminder' | 'overdue' | 'escalation';
    /** When it fell due; the event's own times say when it was noticed. */
    dueAt: Instant;
    lateByMs: number;
    /** It fell due before its task was recorded (formerly: its case): nobody is mailed about it. */
    beforeRecord: boolean;
  };
  'escalation-raised': {
    escalationId: EscalationId;
    taskId: TaskId;
    level: 1 | 2 | 3;
    /** The escalation whose agreed waiting time is over. */
    renews?: EscalationId;
    /** By the save, where it is not time that raised it: only the directory knows whose superior is asked. */
    cause?: EscalationCause;
    /** With a cause: the body that was asked to decide, where the directory knows one. */
    to?: AgencyId;
  };
  'escalation-acknowledged': {
    escalationId: EscalationId;
    action: EscalationAction;
    until?: Instant;
    textId?: string;
  };
  nudged: { taskId: TaskId };
  excluded: { exclusion: Exclusion; ground: Ground };
  /** Whoever this was may take part and know again, however often they were excluded. */
  'exclusion-lifted': { exclusion: Exclusion; ground: Ground };
  'consent-recorded': ConsentTerms & { consentId: string };
  'consent-withdrawn': { consentId: string };
  'note-added': { textId: string; visibility: 'coordinators' | 'agencies'; taskId?: TaskId };
  'case-closed': { outcome: string; ground: Ground };
  'case-reopened': { ground: Ground };
  'case-parked': { cause: string };
  'case-unparked': { ground: Ground };
  /** The record was older than the engine (a restored database): the run took the record's side. */
  restored: { engineVersion: number };
}

export type EventType = keyof EventData;

/** Who did it. A system actor is the case's own clock, the directory or an operator's tool. */
export type Actor =
  | {
      readonly kind: 'user';
      readonly userId: UserId;
      readonly agencyId: AgencyId | null;
      readonly roles: readonly string[];
    }
  | { readonly kind: 'system'; readonly name: 'clock' | 'directory' | 'operator' };

/** A coordinator recorded what the task's agency answered by other means. */
export interface OnBehalfOf {
  readonly agencyId: AgencyId;
  readonly ground: 'letter' | 'phone' | 'in-person';
  /** Sealed: the number of the letter. */
  readonly referenceTextId?: string;
  readonly sentOn?: string;
  readonly receivedOn?: string;
}

interface EventEnvelope<Type extends EventType> {
  readonly caseId: CaseId;
  readonly version: number;
  readonly type: Type;
  readonly data: EventData[Type];
  /** When it really happened. */
  readonly occurredAt: Instant;
  /** When it was decided. */
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly onBehalfOf?: OnBehalfOf;
  readonly commandId: CommandId;
}

export type CaseEvent = { [Type in EventType]: EventEnvelope<Type> }[EventType];
export type EventOf<Type extends EventType> = EventEnvelope<Type>;
/** An event before it has a version: what the rules return. */
export type Happening = {
  [Type in EventType]: { readonly type: Type; readonly data: EventData[Type]; readonly occurredAt: Instant };
}[EventType];
