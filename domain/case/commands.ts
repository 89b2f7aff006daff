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
import type { Channel, FactValue, PlaceKind, ProcedureRef } from '../procedure/procedure.js';
import type { Instant } from '../time/instant.js';
import type { EscalationAction, Exclusion, Fields } from './case-state.js';
import type { ConsentTerms } from './consent.js';
import type { Actor, Ground, InitialFact, OnBehalfOf } from './events.js';

/** A command whose type says it all. */
type Nothing = Readonly<Record<string, never>>;

/** What is asked, by type. Ids, codes, numbers, booleans and dates only: text was sealed before it came here. */
export interface CommandData {
  'open-case': {
    procedure: ProcedureRef;
    channel: Channel;
    receivedAt: Instant;
    urgent: boolean;
    rehearsal: boolean;
    groupId?: GroupId;
    places: Partial<Record<PlaceKind, string>>;
    facts: readonly InitialFact[];
    /** The registering agency, where it is the one that took the report and has the person with it. */
    receiver?: AgencyId;
    exclusions: readonly { exclusion: Exclusion; ground: Ground }[];
    /** Absent in what was sent before registrations asked for it. */
    consents?: readonly ConsentTerms[];
  };
  'accept-task': { taskId: TaskId };
  'decline-task': { taskId: TaskId; reason: string; textId?: string };
  'return-misdirected': { taskId: TaskId; suggestedAgencyId?: AgencyId; textId?: string };
  'complete-task': { taskId: TaskId; outcome: string; fields: Fields };
  'correct-outcome': { taskId: TaskId; outcome: string; fields: Fields; ground: Ground };
  'person-declines': { taskId: TaskId; informedOf: string };
  'assign-officer': { taskId: TaskId; userId: UserId };
  'reassign-task': { taskId: TaskId; agencyId: AgencyId; ground: Ground };
  'recall-task': { taskId: TaskId; ground: Ground };
  'extend-deadline': { taskId: TaskId; ground: Ground; until?: string };
  nudge: { taskId: TaskId };
  'acknowledge-escalation': {
    escalationId: EscalationId;
    action: EscalationAction;
    until?: Instant;
    textId?: string;
  };
  'record-fact': { fact: string; value: FactValue; ground: Ground };
  'record-place': { kind: PlaceKind; placeRevision: string };
  exclude: { exclusion: Exclusion; ground: Ground };
  'lift-exclusion': { exclusionId: ExclusionId; ground: Ground };
  'record-consent': ConsentTerms;
  'withdraw-consent': { consentId: string };
  'add-note': { textId: string; visibility: 'coordinators' | 'agencies'; taskId?: TaskId };
  'close-case': { outcome: string; ground: Ground };
  'reopen-case': { ground: Ground };
  'unpark-case': { ground: Ground };
  /** The case's own clock: rungs, ends of stays, steps that open by time. */
  'pass-time': Nothing;
  /** An operator or the watchman: name an agency for what has none (the directory changed). */
  'route-anew': Nothing;
}

export type CommandType = keyof CommandData;

interface CommandEnvelope<Type extends CommandType> {
  readonly id: CommandId;
  readonly caseId: CaseId;
  readonly type: Type;
  readonly data: CommandData[Type];
  readonly actor: Actor;
  /** When it really happened; the moment of deciding if absent. */
  readonly occurredAt?: Instant;
  readonly onBehalfOf?: OnBehalfOf;
  /** The case version that the person saw. */
  readonly ifVersion?: number;
}

export type CaseCommand = { [Type in CommandType]: CommandEnvelope<Type> }[CommandType];
export type CommandOf<Type extends CommandType> = CommandEnvelope<Type>;
