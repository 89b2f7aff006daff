import type { CaseState } from '../domain/case/case-state.js';
import type { CommandOf } from '../domain/case/commands.js';
import { decide, type Decision } from '../domain/case/decide.js';
import type { Moment } from '../domain/case/draft.js';
import { nextWake } from '../domain/case/obligations.js';
import { parked, timePasses } from '../domain/case/system-commands.js';
import { isRefusal } from '../domain/refusal.js';
import type { Instant } from '../domain/time/instant.js';

interface Brought {
  readonly command: CommandOf<'pass-time'>;
  /** undefined: time brought nothing about. */
  readonly decision?: Decision;
}

/** Rungs, ends of stays, steps that open by time. A case whose own clock breaks parks itself; the others go on. */
export function whatTimeBrings(state: CaseState, moment: Moment): Brought {
  const command = timePasses(state.caseId, state.version, moment.now);
  const park = (cause: string): Brought => parkedFor(state, { command, now: moment.now, cause });
  try {
    const decision = decide(state, command, moment);
    if (isRefusal(decision)) return { command };
    if (decision.events.length > 0) return { command, decision };
    return isStuck(state, moment) ? park('time-stuck') : { command };
  } catch {
    return park('time-broken');
  }
}

export type Wake = { readonly at: Instant | undefined } | Required<Brought>;

/** When the case must wake; a case whose rules cannot tell parks itself, for nobody would notice what it misses. */
export function wakeOf(state: CaseState, { now, calendar }: Moment): Wake {
  try {
    return { at: nextWake(state, now, calendar) };
  } catch {
    const command = timePasses(state.caseId, state.version, now);
    return parkedFor(state, { command, now, cause: 'time-broken' });
  }
}

const parkedFor = (state: CaseState, because: Parameters<typeof parked>[1]): Required<Brought> => ({
  command: because.command,
  decision: parked(state, because),
});

/** Something is due and nothing came of it: going on would turn in a circle. */
function isStuck(state: CaseState, { now, calendar }: Moment): boolean {
  const wake = nextWake(state, now, calendar);
  return wake !== undefined && wake <= now;
}
