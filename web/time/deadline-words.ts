import type { DueView } from '../../api/contract/task.js';
import { epochMs, fromEpochMs, instant, type Instant } from '../../domain/time/instant.js';
import { dateOf, daysBetween, plainDate } from '../../domain/time/plain-date.js';
import { workingDaysBetween, type WorkingCalendar } from '../../domain/time/working-calendar.js';

/** How far a due instant lies ahead of us, or behind. */
export interface Distance {
  readonly late: boolean;
  readonly amount: number;
  readonly unit: 'minute' | 'hour' | 'day' | 'working-day';
}

export interface Reading {
  readonly now: Instant;
  /** Without it, working days cannot be told, and ordinary days are. */
  readonly calendar?: WorkingCalendar | undefined;
}

const msPerMinute = 60_000;
const msPerHour = 60 * msPerMinute;

/**
 * The distance to a deadline as it is spoken of. A limit in days counts whole days to its last lawful day (0: today is
 * the last), working days where the limit does; a limit in hours counts hours, below two hours minutes.
 */
export function distanceTo(due: Pick<DueView, 'at' | 'date' | 'unit'>, { now, calendar }: Reading): Distance {
  if (due.date === undefined) return clockDistance(epochMs(instant(due.at)) - epochMs(now));
  const today = dateOf(now);
  const last = plainDate(due.date);
  const days = daysBetween(today, last);
  if (due.unit !== 'working-day' || calendar === undefined || days < 0)
    return { late: days < 0, amount: Math.abs(days), unit: 'day' };
  return { late: false, amount: Math.max(workingDaysBetween(calendar, today, last), 0), unit: 'working-day' };
}

function clockDistance(ms: number): Distance {
  const late = ms <= 0;
  const left = Math.abs(ms);
  if (left < 2 * msPerHour) return { late, amount: Math.floor(left / msPerMinute), unit: 'minute' };
  if (left < 48 * msPerHour) return { late, amount: Math.floor(left / msPerHour), unit: 'hour' };
  return { late, amount: Math.floor(left / (24 * msPerHour)), unit: 'day' };
}

/** What the clock shows now, ahead by what a rehearsal was fast-forwarded. */
export const nowAhead = (aheadMs = 0): Instant => fromEpochMs(Date.now() + aheadMs);
