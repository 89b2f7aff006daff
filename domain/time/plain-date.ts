import { civilDateOf, dateText, dayNumberOf, daysInMonth, isRealDate } from './civil.js';
import { addMinutes, epochMs, fromEpochMs, msPerDay, type Instant } from './instant.js';

declare const brand: unique symbol;

/** A day of the calendar in Việt Nam, written `YYYY-MM-DD`. The order of the texts is the order of the days. */
export type PlainDate = string & { readonly [brand]: 'PlainDate' };

/** Asia/Ho_Chi_Minh is UTC+07:00 all year, since 1975. */
const zoneOffsetMs = 7 * 60 * 60_000;

const shape = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Reads `YYYY-MM-DD`. Undefined for anything else, and for days that do not exist (30 February). */
export function parsePlainDate(text: string): PlainDate | undefined {
  return shape.test(text) && isRealDate(civil(text)) ? (text as PlainDate) : undefined;
}

/** For constants and for what was checked before: throws where `parsePlainDate` gives undefined. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new Error('not a day: YYYY-MM-DD is expected');
  return date;
}

export const addDays = (date: PlainDate, days: number): PlainDate => fromDayNumber(dayNumber(date) + days);

/**
 * The same day number, `months` later (earlier if negative); if that month is shorter, its last day. All months at
 * once: 31 December + 2 months is 28 February, and a month end does not stick (Civil Code 2015 art. 148(3)).
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = civil(date);
  const count = year * 12 + month - 1 + months;
  const target = { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
  return fromDayNumber(
    dayNumberOf({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) }),
  );
}

/** Days from one date to another; negative if the second is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from);

/** Negative, zero or positive, as `sort` expects: the earlier day first. */
export const compareDates = (a: PlainDate, b: PlainDate): number => daysBetween(b, a);

/** 0 is Sunday, 1 Monday, 6 Saturday. */
export const dayOfWeek = (date: PlainDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7; // day 0 was a Thursday

export const isWeekend = (date: PlainDate): boolean => dayOfWeek(date) === 0 || dayOfWeek(date) === 6;

/** The day that it is in Việt Nam at this instant: 00:00 opens a day, 23:59:59 closes it. */
export const dateOf = (at: Instant): PlainDate =>
  fromDayNumber(Math.floor((epochMs(at) + zoneOffsetMs) / msPerDay));

/** 00:00 in Việt Nam. */
export const startOfDay = (date: PlainDate): Instant =>
  fromEpochMs(dayNumber(date) * msPerDay - zoneOffsetMs);

/** 24:00 in Việt Nam, which is 00:00 of the next day (Civil Code 2015 art. 148(6)): the first instant that is late. */
export const endOfDay = (date: PlainDate): Instant =>
  fromEpochMs((dayNumber(date) + 1) * msPerDay - zoneOffsetMs);

/** That time of the day in Việt Nam. */
export const at = (date: PlainDate, hour: number, minute: number): Instant =>
  addMinutes(startOfDay(date), hour * 60 + minute);

function civil(text: string): { year: number; month: number; day: number } {
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) };
}

/** Days since 1970-01-01. */
export const dayNumber = (date: PlainDate): number => dayNumberOf(civil(date));

const fromDayNumber = (days: number): PlainDate => dateText(civilDateOf(days)) as PlainDate;
