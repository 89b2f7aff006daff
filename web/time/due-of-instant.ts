import { instant } from '../../domain/time/instant.js';
import { addDays, dateOf, startOfDay } from '../../domain/time/plain-date.js';

/** A due instant at midnight is the end of the day before; others are limits in hours. */
export function dueOfInstant(at: string): { readonly at: string; readonly date?: string } {
  const due = instant(at);
  const day = dateOf(due);
  return startOfDay(day) === due ? { at, date: addDays(day, -1) } : { at };
}
