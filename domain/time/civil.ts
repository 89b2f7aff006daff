/**
 * The Gregorian calendar in whole numbers. Days are counted from 1970-01-01 (day 0). Years run from 1 to 9999, the
 * years that four digits can write; a sum that leaves them stays at their first or last day, so that no date of a
 * form, however absurd, can break a case.
 */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);

/** Does this day exist? 2026-02-30 and the year 0 do not. */
export const isRealDate = ({ year, month, day }: CivilDate): boolean =>
  year >= 1 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month);

/** Days from 0001-01-01 to the first day of this year. */
function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

const day0 = daysBeforeYear(1970);
export const firstDayNumber = -day0;
export const lastDayNumber = daysBeforeYear(10_000) - 1 - day0;

export function dayNumberOf({ year, month, day }: CivilDate): number {
  let days = daysBeforeYear(year) - day0 + day - 1;
  for (let earlier = 1; earlier < month; earlier++) days += daysInMonth(year, earlier);
  return days;
}

export function civilDateOf(dayNumber: number): CivilDate {
  if (!Number.isInteger(dayNumber)) throw new RangeError('days are whole numbers');
  const days = Math.min(Math.max(dayNumber, firstDayNumber), lastDayNumber) + day0;
  let year = Math.floor(days / 365.2425) + 1; // right, or one off: leap days are not spread evenly
  while (daysBeforeYear(year) > days) year--;
  while (daysBeforeYear(year + 1) <= days) year++;
  let month = 1;
  let rest = days - daysBeforeYear(year);
  for (; rest >= daysInMonth(year, month); month++) rest -= daysInMonth(year, month);
  return { year, month, day: rest + 1 };
}

/** `2026-03-09`: the order of such texts is the order of the days. */
export const dateText = ({ year, month, day }: CivilDate): string =>
  `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;

export const digits = (value: number, length: number): string => String(value).padStart(length, '0');
