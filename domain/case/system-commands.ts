import { commandId, derivedUuid, type CaseId } from '../ids.js';
import type { Instant } from '../time/instant.js';
import type { CaseState } from './case-state.js';
import type { CommandOf } from './commands.js';
import type { Decision } from './decide.js';
import type { CaseEvent } from './events.js';
import { evolve } from './evolve.js';

/** The case's own clock asks. Its id follows from case, version and moment, so that a replay asks the same. */
export const timePasses = (caseId: CaseId, version: number, now: Instant): CommandOf<'pass-time'> => ({
  id: commandId(derivedUuid(`pass-time:${caseId}:${String(version)}:${now}`)),
  caseId,
  type: 'pass-time',
  data: {},
  actor: { kind: 'system', name: 'clock' },
});

interface Noticed {
  readonly command: CommandOf<'pass-time'>;
  readonly now: Instant;
}

/** The case broke an invariant: it takes no commands until an operator has looked at it. */
export const parked = (
  state: CaseState,
  { command, now, cause }: Noticed & { readonly cause: string },
): Decision => single(state, { ...envelope(state, command, now), type: 'case-parked', data: { cause } });

/** The record turned out older than the engine; the case went on from the record. */
export const restored = (
  state: CaseState,
  { command, now, engineVersion }: Noticed & { readonly engineVersion: number },
): Decision => single(state, { ...envelope(state, command, now), type: 'restored', data: { engineVersion } });

const envelope = (state: CaseState, command: CommandOf<'pass-time'>, now: Instant) => ({
  caseId: state.caseId,
  version: state.version + 1,
  occurredAt: now,
  recordedAt: now,
  actor: command.actor,
  commandId: command.id,
});

const single = (state: CaseState, event: CaseEvent): Decision => ({
  events: [event],
  state: evolve(state, event),
});
