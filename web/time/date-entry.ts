import { addDays, dateOf, parsePlainDate, type PlainDate } from '../../domain/time/plain-date.js';
import type { Instant } from '../../domain/time/instant.js';

/** A day as typed; `month` and `year` where a person knows no more than that. */
export type DateEntry =
  | { readonly kind: 'day'; readonly day: PlainDate }
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'year'; readonly year: string };

const relative: Readonly<Record<string, number>> = {
  'hom nay': 0,
  today: 0,
  'hom qua': -1,
  yesterday: -1,
  'hom kia': -2,
  'ngay mai': 1,
  tomorrow: 1,
};

/**
 * Reads what people type for a date: `27/11/2026`, `5-3-26`, `5.3.2026`, `05032026`, `2026-03-05`, `3/2026`, `2026`,
 * "hôm qua". Day before month, always. Undefined for anything else and for days that do not exist (30/02).
 */
export function readDate(text: string, now: Instant): DateEntry | undefined {
  const typed = folded(text);
  const away = relative[typed];
  if (away !== undefined) return { kind: 'day', day: addDays(dateOf(now), away) };
  const iso = parsePlainDate(typed);
  if (iso !== undefined) return { kind: 'day', day: iso };
  const parts = /^\d{8}$/.test(typed)
    ? [typed.slice(0, 2), typed.slice(2, 4), typed.slice(4)]
    : typed.split(/[\s/.,-]+/);
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  return fromParts(parts);
}

/** As `readDate`, for questions that need a full day. */
export function readDay(text: string, now: Instant): PlainDate | undefined {
  const entry = readDate(text, now);
  return entry?.kind === 'day' ? entry.day : undefined;
}

/** `8:05`, `08h05`, `8h`, `0805` as `08:05`. Undefined for a time that does not exist. */
export function readClock(text: string): string | undefined {
  const parts = /^(\d{1,2})(?:[:.hg ]?(\d{2})?)$/.exec(folded(text));
  if (parts === null) return undefined;
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? 0)];
  return hour > 23 || minute > 59 ? undefined : `${two(hour)}:${two(minute)}`;
}

function fromParts(parts: readonly string[]): DateEntry | undefined {
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 1) return isYear(first) ? { kind: 'year', year: first } : undefined;
  if (parts.length === 2)
    return isMonth(first) && isYear(second)
      ? { kind: 'month', month: `${second}-${two(Number(first))}` }
      : undefined;
  if (parts.length !== 3) return undefined;
  const day = parsePlainDate(`${fullYear(third)}-${two(Number(second))}-${two(Number(first))}`);
  return day === undefined ? undefined : { kind: 'day', day };
}

const isYear = (text: string): boolean => /^(19|20)\d\d$/.test(text);
const isMonth = (text: string): boolean => Number(text) >= 1 && Number(text) <= 12;
const two = (value: number): string => String(value).padStart(2, '0');

/** Two digits mean the century in which the date is not far ahead: 26 is 2026, 85 is 1985. */
const fullYear = (text: string): string =>
  text.length === 2 ? `${Number(text) <= 40 ? '20' : '19'}${text}` : text;

const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').trim().toLowerCase();
