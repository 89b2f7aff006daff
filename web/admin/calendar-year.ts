import {
  covers,
  dayOffKind,
  type CalendarKind,
  type DayOffKind,
  type WorkingCalendar,
} from '../../domain/time/working-calendar.js';
import { addDays, dayOfWeek, plainDate, type PlainDate } from '../../domain/time/plain-date.js';
import { dayWords } from '../time/display.js';

export interface YearDay {
  readonly date: PlainDate;
  /** Why nobody works, or that a Saturday is worked; absent on an ordinary working day. */
  readonly kind?: DayOffKind | 'swap_work';
}

/** The days of a month in rows of seven, Monday first; empty places before its first day. */
export function weeksOf(
  calendar: WorkingCalendar,
  month: string,
): readonly (readonly (YearDay | undefined)[])[] {
  const cells: (YearDay | undefined)[] = [];
  let date = plainDate(`${month}-01`);
  for (let before = (dayOfWeek(date) + 6) % 7; before > 0; before--) cells.push(undefined);
  for (; date.startsWith(month); date = addDays(date, 1)) cells.push(dayOf(calendar, date));
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, row) => cells.slice(row * 7, row * 7 + 7));
}

function dayOf(calendar: WorkingCalendar, date: PlainDate): YearDay {
  if (calendar.days[date] === 'swap_work') return { date, kind: 'swap_work' };
  const kind = dayOffKind(calendar, date);
  return kind === undefined ? { date } : { date, kind };
}

/** Days that are not what their weekday says, in order. */
export const specialDaysOf = (
  calendar: WorkingCalendar,
  year: string,
): readonly (readonly [PlainDate, CalendarKind])[] =>
  Object.entries(calendar.days)
    .filter(([date]) => date.startsWith(year))
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([date, kind]) => [plainDate(date), kind]);

/** Years of which the calendar knows at least the first or the last day. */
export function yearsOf(calendar: WorkingCalendar): readonly string[] {
  const first = Number(calendar.from.slice(0, 4));
  const last = Number(calendar.to.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

/** A version is called by the day of which it is; one without a day by its own name. */
export function versionWords(version: string): string {
  const day = /\d{4}-\d{2}-\d{2}$/.exec(version)?.[0];
  return day === undefined ? version : dayWords(day);
}

/** Is the whole year known? */
export const isWhole = (calendar: WorkingCalendar, year: string): boolean =>
  covers(calendar, plainDate(`${year}-01-01`)) && covers(calendar, plainDate(`${year}-12-31`));
