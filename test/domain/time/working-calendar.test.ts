import fc from 'fast-check';
import { addDays, plainDate } from '../../../domain/time/plain-date.js';
import {
  addWorkingDays,
  checkCalendarRows,
  covers,
  dayOffKind,
  isDayOff,
  isWorkingDay,
  rollBackward,
  rollForward,
  workingCalendar,
  workingDaysBetween,
  type CalendarKind,
} from '../../../domain/time/working-calendar.js';
import { official, officialPeriod, officialRows } from './official-calendar.js';

const anyDate = fc.integer({ min: -400, max: 5500 }).map((days) => addDays(officialPeriod.from, days));
const row = (date: string, kind: CalendarKind) => ({ date: plainDate(date), kind });

test('the official calendar has nothing to complain of', () => {
  expect(officialRows).toHaveLength(212);
  expect(checkCalendarRows(officialRows, officialPeriod)).toEqual([]);
});

test('it travels as JSON', () => {
  expect(JSON.parse(JSON.stringify(official))).toStrictEqual(official);
});

test.each([
  ['2026-03-09', undefined], // an ordinary Monday
  ['2026-03-07', 'weekend'],
  ['2026-02-17', 'holiday'],
  ['2022-04-10', 'holiday'], // a Sunday
  ['2026-04-27', 'compensatory'],
  ['2026-01-02', 'swap_off'],
  ['2026-01-10', undefined], // a worked Saturday
  ['2026-11-24', 'holiday'], // since 1 July 2026
  ['2028-01-03', undefined], // beyond the calendar: a Monday
  ['2028-01-01', 'weekend'], // beyond the calendar: nobody knows that it is New Year's Day
])('%s is off as %s', (date, kind) => {
  expect(dayOffKind(official, plainDate(date))).toBe(kind);
  expect(isDayOff(official, plainDate(date))).toBe(kind !== undefined);
});

test('covers its first and its last day, and no other', () => {
  const dates = ['2013-12-31', '2014-01-01', '2027-12-31', '2028-01-01'].map(plainDate);
  expect(dates.map((date) => covers(official, date))).toEqual([false, true, true, false]);
});

test.each([
  ['2025-12-31', 7, '2026-01-12'], // the worked Saturday of 10 January counts
  ['2026-05-04', -5, '2026-04-22'],
  ['2025-04-28', -2, '2025-04-25'],
  ['2026-03-08', 0, '2026-03-08'], // none: the date itself, though a Sunday
])('from %s, %i working days on is %s', (date, count, reached) => {
  expect(addWorkingDays(official, plainDate(date), count)).toBe(reached);
});

test('a count of working days ends on a working day and is undone by counting them', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -300, max: 300 }), (date, count) => {
      const reached = addWorkingDays(official, date, count);
      expect(count === 0 || isWorkingDay(official, reached)).toBe(true);
      expect(workingDaysBetween(official, date, reached)).toBe(count);
    }),
  );
});

test('counting without walking agrees with walking', () => {
  fc.assert(
    fc.property(anyDate, fc.nat(900), (from, days) => {
      const walked = Array.from({ length: days }, (_, index) => addDays(from, index + 1));
      const worked = walked.filter((date) => isWorkingDay(official, date)).length;
      expect(workingDaysBetween(official, from, addDays(from, days))).toBe(worked);
    }),
  );
});

test('counting is quick however far the dates lie apart', () => {
  expect(workingDaysBetween(official, plainDate('0001-01-01'), plainDate('9999-12-31'))).toBeGreaterThan(
    2_600_000,
  );
});

test('rolling ends on a working day, on its own side, and passes over days off only', () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      const [earlier, later] = [rollBackward(official, date), rollForward(official, date)];
      expect(isWorkingDay(official, earlier) && isWorkingDay(official, later)).toBe(true);
      expect(earlier <= date && date <= later).toBe(true);
      const between = [];
      for (let each = addDays(earlier, 1); each < later; each = addDays(each, 1)) between.push(each);
      expect(between.every((each) => isDayOff(official, each))).toBe(true);
      if (isWorkingDay(official, date)) expect([earlier, later]).toEqual([date, date]);
    }),
  );
});

test('rolling over Tết 2026', () => {
  const tet = plainDate('2026-02-16');
  expect([rollBackward(official, tet), rollForward(official, tet)]).toEqual(['2026-02-13', '2026-02-23']);
});

test('a walk over days off ends where the years end', () => {
  const last = plainDate('9999-12-31');
  const shut = workingCalendar('shut', [{ date: last, kind: 'holiday' }], { from: last, to: last });
  expect(rollForward(shut, last)).toBe(last);
  expect(addWorkingDays(shut, plainDate('9999-12-30'), 3)).toBe(last);
});

test.each([
  ['listed-twice', [row('2026-02-17', 'holiday'), row('2026-02-17', 'swap_off')]],
  ['outside-period', [row('2028-01-01', 'holiday')]],
  ['outside-period', [row('2013-12-31', 'holiday')]],
  ['off-on-weekend', [row('2026-03-07', 'compensatory')]],
  ['off-on-weekend', [row('2026-03-08', 'swap_off')]],
  ['worked-on-weekday', [row('2026-03-09', 'swap_work')]],
])('rows are unfit: %s', (problem, rows) => {
  expect(checkCalendarRows(rows, officialPeriod).map((finding) => finding.problem)).toEqual([problem]);
  expect(() => workingCalendar('bad', rows, officialPeriod)).toThrow(problem);
});

test('half a working day is a mistake of the caller', () => {
  expect(() => addWorkingDays(official, plainDate('2026-03-09'), 0.5)).toThrow(RangeError);
});
