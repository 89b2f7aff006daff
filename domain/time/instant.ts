import {
  civilDateOf,
  dateText,
  dayNumberOf,
  digits,
  firstDayNumber,
  isRealDate,
  lastDayNumber,
} from './civil.js';

declare const brand: unique symbol;

/**
 * A point of time, always written `YYYY-MM-DDTHH:MM:SS.mmmZ` (UTC, milliseconds). There is one spelling only, the one
 * of `Date.prototype.toISOString`: the order of the texts is the order of time, and equal instants are equal texts.
 */
export type Instant = string & { readonly [brand]: 'Instant' };

const msPerMinute = 60_000;
const msPerHour = 60 * msPerMinute;
export const msPerDay = 24 * msPerHour;

const firstMs = firstDayNumber * msPerDay;
const lastMs = (lastDayNumber + 1) * msPerDay - 1;

const shape =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)T(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)(?:\.(?<fraction>\d{1,3}))?(?:Z|(?<sign>[+-])(?<offsetHour>\d\d):(?<offsetMinute>\d\d))$/;

/**
 * Reads ISO 8601 with seconds and with `Z` or an offset (`2026-03-06T09:00:00+07:00`), exact to a millisecond at most.
 * Undefined for anything else: a day or time that does not exist, a leap second, 24:00, a text without an offset.
 */
export function parseInstant(text: string): Instant | undefined {
  const ms = msOf(text);
  return ms === undefined ? undefined : fromEpochMs(ms);
}

/** For constants and for what was checked before: throws where `parseInstant` gives undefined. */
export const instant = (text: string): Instant => fromEpochMs(msOrThrow(text));

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const epochMs = (at: Instant): number => msOrThrow(at);

/** Parts of a millisecond are dropped; what lies outside the years 1 to 9999 becomes their first or last instant. */
export function fromEpochMs(ms: number): Instant {
  if (!Number.isFinite(ms)) throw new RangeError('an instant needs a finite number of milliseconds');
  const kept = Math.min(Math.max(Math.floor(ms), firstMs), lastMs);
  const day = Math.floor(kept / msPerDay);
  const time = kept - day * msPerDay;
  const hour = digits(Math.floor(time / msPerHour), 2);
  const minute = digits(Math.floor(time / msPerMinute) % 60, 2);
  const second = digits(Math.floor(time / 1000) % 60, 2);
  return `${dateText(civilDateOf(day))}T${hour}:${minute}:${second}.${digits(time % 1000, 3)}Z` as Instant;
}

/** Exactly `hours` times 60 minutes later (earlier if negative), day and night, holidays or not. */
export const addHours = (at: Instant, hours: number): Instant => fromEpochMs(epochMs(at) + hours * msPerHour);

export const addMinutes = (at: Instant, minutes: number): Instant =>
  fromEpochMs(epochMs(at) + minutes * msPerMinute);

/** Negative, zero or positive, as `sort` expects: the earlier instant first. */
export const compareInstants = (a: Instant, b: Instant): number => epochMs(a) - epochMs(b);

export const isBefore = (a: Instant, b: Instant): boolean => compareInstants(a, b) < 0;

/** Hours from one instant to another, with their fraction; negative if the second is earlier. */
export const hoursBetween = (from: Instant, to: Instant): number => compareInstants(to, from) / msPerHour;

function msOrThrow(text: string): number {
  const ms = msOf(text);
  if (ms === undefined) throw new Error('not an instant: ISO 8601 with seconds and an offset is expected');
  return ms;
}

function msOf(text: string): number | undefined {
  const parts = shape.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const part = (name: string): number => Number(parts[name] ?? 0);
  const date = { year: part('year'), month: part('month'), day: part('day') };
  if (!isRealDate(date)) return undefined;
  if (part('hour') > 23 || part('minute') > 59 || part('second') > 59) return undefined;
  if (part('offsetHour') > 23 || part('offsetMinute') > 59) return undefined;
  const offset = part('offsetHour') * msPerHour + part('offsetMinute') * msPerMinute;
  const fraction = Number((parts['fraction'] ?? '').padEnd(3, '0'));
  const local = part('hour') * msPerHour + part('minute') * msPerMinute + part('second') * 1000 + fraction;
  const ms = dayNumberOf(date) * msPerDay + local - (parts['sign'] === '-' ? -offset : offset);
  return ms < firstMs || ms > lastMs ? undefined : ms;
}
