import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { CaseId } from '../domain/ids.js';
import { epochMs, type Instant } from '../domain/time/instant.js';

const minuteMs = 60_000;

/** Deadlines end at midnight; their wakes are spread over five minutes, so that they do not all fall on one second. */
const spreadMs = 5 * minuteMs;

/** A longer sleep is taken in parts: a date of the year 9999 is no reason to break the engine's timers. */
const longestSleepMs = 180 * 24 * 60 * minuteMs;

/**
 * When this case wakes for an instant, in milliseconds of its clock: always the same for a case, and at once for
 * instants off the full minute.
 */
export function spreadWake(caseId: CaseId, at: Instant | undefined): number | undefined {
  if (at === undefined) return undefined;
  const onTheMinute = epochMs(at) % minuteMs === 0;
  return epochMs(at) + (onTheMinute ? Number.parseInt(caseId.slice(0, 8), 16) % spreadMs : 0);
}

/**
 * One timer, made anew only when its instant changes: a timer made for every command would write two more events
 * of history each time.
 */
export class CaseTimer {
  private at: number | undefined;
  private scope: CancellationScope | undefined;
  fired = false;

  /** Wakes at this moment (milliseconds since the epoch) and at no other; never, if undefined. */
  keep(at: number | undefined, now: number): void {
    if (at === this.at) return;
    this.scope?.cancel();
    this.at = at;
    this.fired = at !== undefined && at <= now;
    this.scope = undefined;
    if (at !== undefined && at > now) this.start(Math.min(at - now, longestSleepMs));
  }

  /** The instant was acted upon. */
  reset(): void {
    this.at = undefined;
    this.fired = false;
  }

  private start(durationMs: number): void {
    const scope = new CancellationScope();
    this.scope = scope;
    scope
      .run(() => sleep(durationMs))
      .then(() => {
        if (this.scope === scope) this.fired = true;
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }
}
