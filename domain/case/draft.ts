import type { CaseId, CommandId } from '../ids.js';
import type { Instant } from '../time/instant.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { CaseState } from './case-state.js';
import type { Actor, CaseEvent, EventData, EventType, OnBehalfOf } from './events.js';
import { evolve } from './evolve.js';

/** What the rules may know besides the case: the moment of deciding and the working calendar in force. */
export interface Moment {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
}

/** By whom, when and for what command the events of one decision are made. */
export interface Stamp extends Moment {
  readonly caseId: CaseId;
  readonly commandId: CommandId;
  readonly actor: Actor;
  /** When it really happened; never after `now`. */
  readonly occurredAt: Instant;
  readonly onBehalfOf?: OnBehalfOf;
}

/** Events decided so far, and the state they lead to. */
export interface Draft {
  readonly state: CaseState | undefined;
  readonly events: readonly CaseEvent[];
}

/** The draft with one more event. The clock acts as itself: what time brings about is no person's act. */
export function happening<Type extends EventType>(
  draft: Draft,
  stamp: Stamp,
  what: {
    readonly type: Type;
    readonly data: EventData[Type];
    readonly at?: Instant;
    readonly byClock?: true;
  },
): Draft {
  const byClock = what.byClock === true;
  const event = {
    caseId: stamp.caseId,
    version: (draft.state?.version ?? 0) + 1,
    type: what.type,
    data: what.data,
    occurredAt: what.at ?? stamp.occurredAt,
    recordedAt: stamp.now,
    actor: byClock ? { kind: 'system', name: 'clock' } : stamp.actor,
    ...(stamp.onBehalfOf === undefined || byClock ? {} : { onBehalfOf: stamp.onBehalfOf }),
    commandId: stamp.commandId,
  } as CaseEvent; // one type of the union by construction: type and data come from the same parameter
  return { state: evolve(draft.state, event), events: [...draft.events, event] };
}

export function stateOf(draft: Draft): CaseState {
  if (draft.state === undefined) throw new Error('the case is not open yet');
  return draft.state;
}
