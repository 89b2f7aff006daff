import type { CaseEvent } from '../domain/case/events.js';
import type { CommandType } from '../domain/case/commands.js';
import type { CaseId, CommandId } from '../domain/ids.js';
import type { Instant } from '../domain/time/instant.js';
import type { KnownCase } from './known-case.js';

/** What a case's workflow asks of the record. Both may run twice: they are idempotent. */
export interface CaseActivities {
  loadCase(request: LoadRequest): Promise<KnownCase>;
  saveCaseEvents(request: SaveRequest): Promise<SaveAnswer>;
}

export interface LoadRequest {
  readonly caseId: CaseId;
}

export interface DecidedCommand {
  readonly commandId: CommandId;
  readonly type: CommandType;
  readonly events: readonly CaseEvent[];
}

export interface SaveRequest {
  readonly caseId: CaseId;
  /** The version that the workflow believes to be saved. */
  readonly expectedVersion: number;
  /** The case's own clock. */
  readonly now: Instant;
  readonly decisions: readonly DecidedCommand[];
}

/**
 * Part of the history of every run: read it tolerantly, add fields with defaults only.
 * saved: written, with the events that the save itself added (numbers, agencies).
 * adopt: the record knows more (an answer was lost); here is what the workflow lacks.
 * behind: the record knows less (it was restored); the workflow must begin anew from it.
 */
export type SaveAnswer =
  | { readonly kind: 'saved'; readonly version: number; readonly added: readonly CaseEvent[] }
  | {
      readonly kind: 'adopt';
      readonly events: readonly CaseEvent[];
      readonly known: readonly (readonly [CommandId, number])[];
    }
  | { readonly kind: 'behind'; readonly version: number };
