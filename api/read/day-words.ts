import type { Instant } from '../../domain/time/instant.js';
import { addHours, instant } from '../../domain/time/instant.js';
import { dateOf } from '../../domain/time/plain-date.js';

/** `27/11/2026` of `2026-11-27`, in every language. */
export const dayWords = (date: string): string => date.split('-').reverse().join('/');

/** `27/11/2026 14:30` in Việt Nam, which is UTC+07:00 all year. */
export const momentWords = (at: Instant | string): string =>
  `${dayWords(dateOf(instant(at)))} ${addHours(instant(at), 7).slice(11, 16)}`;
