import { epochMs, instant, msPerDay } from '../../domain/time/instant.js';
import { dateOf } from '../../domain/time/plain-date.js';

/** `27/11/2026` of `2026-11-27`. */
export const dayWords = (date: string): string => date.split('-').reverse().join('/');

/** The day in Việt Nam of an ISO instant, `27/11/2026`. */
export const dayOfInstant = (at: string): string => dayWords(dateOf(instant(at)));

/** `14:30` in Việt Nam, 24 hours. */
export function clockWords(at: string): string {
  const minutes = Math.floor(
    ((((epochMs(instant(at)) + zoneOffsetMs) % msPerDay) + msPerDay) % msPerDay) / 60_000,
  );
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** `27/11/2026 14:30` in Việt Nam. */
export const momentWords = (at: string): string => `${dayOfInstant(at)} ${clockWords(at)}`;

/** Việt Nam is UTC+07:00 all year. */
const zoneOffsetMs = 7 * 60 * 60_000;
