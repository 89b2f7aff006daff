import { addHours, compareInstants, type Instant } from './instant.js';
import { at, dateOf, type PlainDate } from './plain-date.js';
import { addWorkingDays, type WorkingCalendar } from './working-calendar.js';

/** How far from a due instant a rung of a ladder lies. `at`: on it, whatever the amount. */
export interface Offset {
  readonly amount: number;
  readonly unit: 'hour' | 'working-day';
  readonly when: 'before' | 'at' | 'after';
}

/** Reminders counted in working days come when offices open. */
const openingHour = 8;

/**
 * The instant of a rung. Hours are exact. Working days are counted from the due date (for a limit in hours: the day of
 * its due instant), and the rung comes at 08:00 in Việt Nam on the day reached; 0 working days before is the morning of
 * the due date itself. What is meant before the due instant never comes after it, and the other way round.
 */
// eslint-disable-next-line max-params -- a due time is an instant and, for limits in days, a date
export function offsetFrom(
  due: Instant,
  dueDate: PlainDate | undefined,
  offset: Offset,
  calendar: WorkingCalendar,
): Instant {
  if (offset.when === 'at') return due;
  const amount = offset.when === 'before' ? -offset.amount : offset.amount;
  if (offset.unit === 'hour') return addHours(due, amount);
  const morning = at(addWorkingDays(calendar, dueDate ?? dateOf(due), amount), openingHour, 0);
  const isOnItsSide = compareInstants(morning, due) < 0 === (offset.when === 'before');
  return isOnItsSide ? morning : due;
}
