import type { Instant } from '../../domain/time/instant.js';
import { readDate } from '../time/date-entry.js';

/** A birthday may be a day or, as so often, only a year. What is neither stays as it was typed: the API says why. */
export function birthOf(typed: string, now: Instant): string {
  const entry = readDate(typed, now);
  if (entry === undefined) return typed;
  if (entry.kind === 'day') return entry.day;
  return entry.kind === 'year' ? entry.year : entry.month.slice(0, 4);
}
