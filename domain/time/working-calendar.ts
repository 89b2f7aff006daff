import { addDays, compareDates, dayNumber, isWeekend, plainDate, type PlainDate } from './plain-date.js';

/**
 * What is special about a listed date: a statutory holiday, a day made up for one that fell on a weekend (nghỉ bù), a
 * weekday off by exchange (nghỉ hoán đổi), the Saturday worked for it (làm bù).
 */
export const calendarKinds = ['holiday', 'compensatory', 'swap_off', 'swap_work'] as const;
export type CalendarKind = (typeof calendarKinds)[number];

export interface CalendarRow {
  readonly date: PlainDate;
  readonly kind: CalendarKind;
  readonly nameVi?: string;
  readonly nameEn?: string;
}

/** From the first to the last day, both inclusive. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * The days off and worked Saturdays of the public sector, one version of them. Plain JSON: it travels in a workflow's
 * payload. Outside `from` to `to` nothing is known but weekends.
 */
export interface WorkingCalendar extends Period {
  readonly version: string;
  /** By `YYYY-MM-DD`; a date that is not listed is an ordinary day of its weekday. */
  readonly days: Readonly<Record<string, CalendarKind>>;
}

export type DayOffKind = Exclude<CalendarKind, 'swap_work'> | 'weekend';

export interface CalendarFinding {
  readonly date: PlainDate;
  readonly problem: 'listed-twice' | 'outside-period' | 'off-on-weekend' | 'worked-on-weekday';
}

/** What makes rows unfit for a calendar. Statutory holidays may fall on a weekend; days made up or swapped may not. */
export function checkCalendarRows(rows: readonly CalendarRow[], period: Period): readonly CalendarFinding[] {
  const seen = new Set<string>();
  return rows.flatMap(({ date, kind }) => {
    const findings: CalendarFinding[] = [];
    if (seen.has(date)) findings.push({ date, problem: 'listed-twice' });
    if (compareDates(date, period.from) < 0 || compareDates(date, period.to) > 0)
      findings.push({ date, problem: 'outside-period' });
    if ((kind === 'compensatory' || kind === 'swap_off') && isWeekend(date))
      findings.push({ date, problem: 'off-on-weekend' });
    if (kind === 'swap_work' && !isWeekend(date)) findings.push({ date, problem: 'worked-on-weekday' });
    seen.add(date);
    return findings;
  });
}

/** Builds a version from its rows; throws if `checkCalendarRows` finds anything. */
export function workingCalendar(
  version: string,
  rows: readonly CalendarRow[],
  period: Period,
): WorkingCalendar {
  const [finding] = checkCalendarRows(rows, period);
  if (finding !== undefined) throw new Error(`calendar ${version}: ${finding.date} ${finding.problem}`);
  const days = Object.fromEntries(rows.map((row) => [row.date, row.kind]));
  return { version, from: period.from, to: period.to, days };
}

/** Is the date within the years that the calendar knows? */
export const covers = (calendar: WorkingCalendar, date: PlainDate): boolean =>
  compareDates(date, calendar.from) >= 0 && compareDates(date, calendar.to) <= 0;

/** Why no work is done on that date; undefined on a working day. A holiday on a Sunday is a holiday. */
export function dayOffKind(calendar: WorkingCalendar, date: PlainDate): DayOffKind | undefined {
  const listed = calendar.days[date];
  if (listed === undefined) return isWeekend(date) ? 'weekend' : undefined;
  return listed === 'swap_work' ? undefined : listed;
}

export const isDayOff = (calendar: WorkingCalendar, date: PlainDate): boolean =>
  dayOffKind(calendar, date) !== undefined;

/** Monday to Friday unless listed as off, and the weekend days listed as worked. */
export const isWorkingDay = (calendar: WorkingCalendar, date: PlainDate): boolean =>
  !isDayOff(calendar, date);

/**
 * The date on which the count of working days reaches `count`, beginning with the day after `date` (with the day before
 * it if negative); `date` itself is never counted (Civil Code 2015 art. 147(2)). Zero gives `date`, day off or not.
 */
export function addWorkingDays(calendar: WorkingCalendar, date: PlainDate, count: number): PlainDate {
  if (!Number.isInteger(count)) throw new RangeError('working days are whole numbers');
  const step = count < 0 ? -1 : 1;
  let reached = date;
  for (let left = Math.abs(count); left > 0; left--) reached = nextWorkingDay(calendar, reached, step);
  return reached;
}

/** The date itself if it is worked, else the first working day after it (Civil Code 2015 art. 148(5)). */
export const rollForward = (calendar: WorkingCalendar, date: PlainDate): PlainDate =>
  isWorkingDay(calendar, date) ? date : nextWorkingDay(calendar, date, 1);

/** The date itself if it is worked, else the last working day before it: a notice is never shortened. */
export const rollBackward = (calendar: WorkingCalendar, date: PlainDate): PlainDate =>
  isWorkingDay(calendar, date) ? date : nextWorkingDay(calendar, date, -1);

/**
 * How many working days lie after `from`, up to and including `to`; if `to` is earlier, minus those before `from` back
 * to and including `to`. It undoes `addWorkingDays`. Counted without walking, however far the dates lie apart.
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): number {
  if (compareDates(to, from) >= 0) return workedUpTo(calendar, to) - workedUpTo(calendar, from);
  return workedUpTo(calendar, addDays(to, -1)) - workedUpTo(calendar, addDays(from, -1));
}

/** Working days up to and including this date, from a fixed Monday on; only differences of it mean anything. */
function workedUpTo(calendar: WorkingCalendar, date: PlainDate): number {
  const days = dayNumber(date) + 4; // day -3 was a Monday
  const weeks = Math.floor(days / 7);
  const listed = Object.entries(calendar.days).map(([text, kind]) => {
    if (text > date || isWeekend(plainDate(text)) !== (kind === 'swap_work')) return 0;
    return kind === 'swap_work' ? 1 : -1;
  });
  return listed.reduce<number>((sum, each) => sum + each, weeks * 5 + Math.min(days - weeks * 7, 5));
}

function nextWorkingDay(calendar: WorkingCalendar, date: PlainDate, step: 1 | -1): PlainDate {
  let next = addDays(date, step);
  // the second test ends the walk on the first and last day that four digits can write
  while (isDayOff(calendar, next) && next !== addDays(next, step)) next = addDays(next, step);
  return next;
}
