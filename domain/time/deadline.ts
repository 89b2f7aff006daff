import { addHours, compareInstants, type Instant } from './instant.js';
import { checkLimit, type LimitUnit, type TimeLimit } from './limit.js';
import {
  addDays,
  addMonths,
  compareDates,
  dateOf,
  endOfDay,
  isWeekend,
  type PlainDate,
} from './plain-date.js';
import {
  addWorkingDays,
  covers,
  dayOffKind,
  rollBackward,
  rollForward,
  type DayOffKind,
  type WorkingCalendar,
} from './working-calendar.js';

/** A limit applied to one event: the first instant that is late, and how it was found. */
export interface Deadline {
  /** In time before it, late from it on. For a limit in days it is 24:00 of the due date in Việt Nam. */
  readonly dueAt: Instant;
  /** The last lawful day. Absent for limits in hours. */
  readonly dueDate?: PlainDate;
  /** Version of the working calendar in force when it was computed. */
  readonly calendar: string;
  readonly explanation: Explanation;
  /** Part of the time lies outside the calendar, where only weekends are known: the date may still change. */
  readonly incompleteCalendar?: true;
}

/** How a deadline was found, as data that any language can word. */
export type Explanation = HoursExplanation | DaysExplanation;

export interface HoursExplanation {
  readonly counted: 'hours';
  readonly limit: TimeLimit;
  readonly eventAt: Instant;
}

export interface DaysExplanation {
  readonly counted: 'days';
  readonly limit: TimeLimit;
  readonly eventAt: Instant;
  /** The day of the event in Việt Nam, which is not counted itself. */
  readonly eventDate: PlainDate;
  /** Where the count ended, before any roll. */
  readonly rawDate: PlainDate;
  /** For working-days: days off within the count, which were passed over. Other units count them. */
  readonly skipped: DaysOff;
  /** For working-days: weekend days that were worked in exchange, and so were counted. */
  readonly workedWeekendDays: readonly PlainDate[];
  /** Why the raw date is a day off. Without `rolled` the limit stays there all the same. */
  readonly rawDayOff?: DayOffKind;
  readonly rolled?: Rolled;
}

export interface Rolled {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Days off between, the raw date among them. */
  readonly over: DaysOff;
}

/** How many days off, by kind. A holiday on a Sunday counts as a holiday. */
export type DaysOff = Readonly<Record<DayOffKind, number>>;

/**
 * The deadline that a limit sets from an event (Civil Code 2015 art. 147 and 148; the choices where the law is silent
 * stand in `data/README.md`). Throws on a limit that `checkLimit` refuses.
 */
export function deadlineOf(limit: TimeLimit, event: Instant, calendar: WorkingCalendar): Deadline {
  const problem = checkLimit(limit);
  if (problem !== undefined) throw new Error(`limit: ${problem}`);
  const { unit } = limit;
  return unit === 'hour' ? inHours(limit, event, calendar) : inDays({ ...limit, unit }, event, calendar);
}

/** At the due instant it is late already, for days and for hours. */
export const isLate = (dueAt: Instant, done: Instant): boolean => compareInstants(done, dueAt) >= 0;

function inHours(limit: TimeLimit, event: Instant, calendar: WorkingCalendar): Deadline {
  return {
    dueAt: addHours(event, signed(limit)),
    calendar: calendar.version,
    explanation: { counted: 'hours', limit: lengthOf(limit), eventAt: event },
  };
}

type DayUnit = Exclude<LimitUnit, 'hour'>;
type DayLimit = TimeLimit & { readonly unit: DayUnit };

const rawDates = {
  'calendar-day': (_calendar, date, amount) => addDays(date, amount),
  'working-day': addWorkingDays,
  month: (_calendar, date, amount) => addMonths(date, amount),
} satisfies Record<DayUnit, (calendar: WorkingCalendar, date: PlainDate, amount: number) => PlainDate>;

const rolls = {
  none: (_calendar, date) => date,
  forward: rollForward,
  backward: rollBackward,
} satisfies Record<TimeLimit['roll'], (calendar: WorkingCalendar, date: PlainDate) => PlainDate>;

function inDays(limit: DayLimit, event: Instant, calendar: WorkingCalendar): Deadline {
  const eventDate = dateOf(event);
  const rawDate = rawDates[limit.unit](calendar, eventDate, signed(limit));
  const dueDate = rolls[limit.roll](calendar, rawDate);
  const counted = addDays(eventDate, limit.direction === 'forward' ? 1 : -1); // the first day that counts
  const known = [counted, rawDate, dueDate].every((date) => covers(calendar, date));
  const passed = limit.unit === 'working-day' ? datesFrom(counted, rawDate) : [];
  const rawDayOff = dayOffKind(calendar, rawDate);
  return {
    dueAt: endOfDay(dueDate),
    dueDate,
    calendar: calendar.version,
    explanation: {
      counted: 'days',
      limit: lengthOf(limit),
      eventAt: event,
      eventDate,
      rawDate,
      skipped: daysOffAmong(calendar, passed),
      workedWeekendDays: passed.filter((date) => isWeekend(date) && dayOffKind(calendar, date) === undefined),
      ...(rawDayOff === undefined ? {} : { rawDayOff }),
      ...(dueDate === rawDate ? {} : { rolled: rolledOver(calendar, rawDate, dueDate) }),
    },
    ...(known ? {} : { incompleteCalendar: true }),
  };
}

const signed = ({ amount, direction }: TimeLimit): number => (direction === 'forward' ? amount : -amount);

/** The limit alone, without what a procedure adds to it. */
const lengthOf = ({ amount, unit, direction, roll }: TimeLimit): TimeLimit => ({
  amount,
  unit,
  direction,
  roll,
});

const rolledOver = (calendar: WorkingCalendar, from: PlainDate, to: PlainDate): Rolled => ({
  from,
  to,
  over: daysOffAmong(calendar, datesFrom(from, to)),
});

/** All dates from one to the other, both inclusive, in either direction. */
function datesFrom(first: PlainDate, last: PlainDate): readonly PlainDate[] {
  const step = compareDates(first, last) <= 0 ? 1 : -1;
  const dates = [first];
  for (let date = first; date !== last;) {
    date = addDays(date, step);
    dates.push(date);
  }
  return dates;
}

function daysOffAmong(calendar: WorkingCalendar, dates: readonly PlainDate[]): DaysOff {
  const count = { holiday: 0, compensatory: 0, swap_off: 0, weekend: 0 };
  for (const date of dates) {
    const kind = dayOffKind(calendar, date);
    if (kind !== undefined) count[kind]++;
  }
  return count;
}
