import type { CaseCommand } from '../../domain/case/commands.js';
import type { CaseEvent } from '../../domain/case/events.js';
import type { CaseId } from '../../domain/ids.js';
import type { Refusal } from '../../domain/refusal.js';
import type { Jump } from './fast-forward.js';

/**
 * What the engine said to a command. `not-known-yet`: it could not be reached, or its answer was lost; sending the
 * same command again is safe and tells.
 */
export type GatewayAnswer =
  | { readonly kind: 'accepted'; readonly version: number; readonly events: readonly CaseEvent[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'not-known-yet' };

/** `before`: these days had passed when they were asked for again. */
export type JumpAnswer =
  | { readonly kind: 'moved' | 'before' | 'not-known-yet' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The API's only door to the engine. */
export interface CaseGateway {
  /** Every command goes this way, `open-case` too. A repeated command id answers with the events of the first time. */
  submit(command: CaseCommand): Promise<GatewayAnswer>;
  /** Moves the clock of a rehearsal. The caller has made sure that the case is one. */
  fastForward(caseId: CaseId, jump: Jump): Promise<JumpAnswer>;
  /** Waits for a jump that may be under way. */
  arrived(caseId: CaseId, jumpId: string): Promise<JumpAnswer>;
  /** Can the engine be reached at this moment, and read its own tables? */
  isReachable(): Promise<boolean>;
}
