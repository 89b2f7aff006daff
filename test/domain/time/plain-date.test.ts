import fc from 'fast-check';
import { instant } from '../../../domain/time/instant.js';
import {
  addDays,
  addMonths,
  at,
  compareDates,
  dateOf,
  dayOfWeek,
  daysBetween,
  endOfDay,
  isWeekend,
  parsePlainDate,
  plainDate,
  startOfDay,
} from '../../../domain/time/plain-date.js';

const anyDate = fc
  .date({ min: new Date('0110-01-01'), max: new Date('9889-12-31'), noInvalidDate: true })
  .map((date) => plainDate(date.toISOString().slice(0, 10)));

/** The same count by the language's own calendar. */
const byLanguage = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

test.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-04-30'])('%s is a day', (text) => {
  expect(parsePlainDate(text)).toBe(text);
});

test.each([
  '2026-02-30',
  '2026-02-29',
  '1900-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-01',
  '2026-01-00',
  '0000-01-01',
  '2026-1-1',
  '30/02/2026',
  '2026-03-09T00:00:00Z',
  ' 2026-03-09',
  '2026-03-09\n',
  '',
])('%j is not a day', (text) => {
  expect(parsePlainDate(text)).toBeUndefined();
  expect(() => plainDate(text)).toThrow('not a day');
});

test('days and weekdays agree with the calendar of the language', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -36_000, max: 36_000 }), (date, days) => {
      const sum = addDays(date, days);
      expect(sum).toBe(byLanguage(date, days));
      expect(daysBetween(date, sum)).toBe(days);
      expect(compareDates(date, sum) < 0).toBe(days > 0);
      expect(date < sum).toBe(days > 0);
      expect(dayOfWeek(sum)).toBe(new Date(`${sum}T00:00:00Z`).getUTCDay());
    }),
  );
});

test.each([
  ['2025-12-31', 2, '2026-02-28'],
  ['2023-12-31', 2, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2023-02-28', 12, '2024-02-28'],
  ['2024-03-31', -1, '2024-02-29'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-01-31', -14, '2024-11-30'],
  ['2026-11-30', 1, '2026-12-30'],
  ['2026-03-31', 0, '2026-03-31'],
])('%s and %i months is %s', (date, months, sum) => {
  expect(addMonths(plainDate(date), months)).toBe(sum);
});

test('a month later is in the next month, never beyond it, on the same day or the last', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -1200, max: 1200 }), (date, months) => {
      const sum = addMonths(date, months);
      const monthsOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      expect(monthsOf(sum) - monthsOf(date)).toBe(months);
      if (sum.slice(8) !== date.slice(8)) expect(addDays(sum, 1).slice(8)).toBe('01');
    }),
  );
});

test.each([
  ['2026-03-09T16:59:59.999Z', '2026-03-09'],
  ['2026-03-09T17:00:00Z', '2026-03-10'],
  ['2024-10-16T00:30:00+09:00', '2024-10-15'],
  ['2023-12-31T20:00:00Z', '2024-01-01'],
  ['9999-12-31T20:00:00Z', '9999-12-31'],
])('at %s it is %s in Việt Nam', (moment, day) => {
  expect(dateOf(instant(moment))).toBe(day);
});

test('a day runs from 00:00 to 24:00 in Việt Nam, which opens the next day', () => {
  const monday = plainDate('2026-03-09');
  expect(startOfDay(monday)).toBe('2026-03-08T17:00:00.000Z');
  expect(endOfDay(monday)).toBe('2026-03-09T17:00:00.000Z');
  expect(at(monday, 8, 0)).toBe('2026-03-09T01:00:00.000Z');
  expect(at(monday, 17, 30)).toBe('2026-03-09T10:30:00.000Z');
  expect(dateOf(endOfDay(monday))).toBe('2026-03-10');
  fc.assert(
    fc.property(
      anyDate,
      (date) => dateOf(startOfDay(date)) === date && endOfDay(date) === startOfDay(addDays(date, 1)),
    ),
  );
});

test('sums beyond the years that four digits can write stay at their end', () => {
  expect(addDays(plainDate('9999-12-30'), 5)).toBe('9999-12-31');
  expect(addDays(plainDate('0001-01-02'), -5)).toBe('0001-01-01');
  expect(addMonths(plainDate('9999-06-30'), 12)).toBe('9999-12-31');
  expect(addMonths(plainDate('0001-06-30'), -12)).toBe('0001-01-01');
});

test('parts of a day are a mistake of the caller', () => {
  expect(() => addDays(plainDate('2026-03-09'), 1.5)).toThrow(RangeError);
  expect(() => addMonths(plainDate('2026-03-09'), Number.NaN)).toThrow(RangeError);
});

test('Saturday and Sunday are the weekend', () => {
  const week = ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09'].map(plainDate);
  expect(week.map(isWeekend)).toEqual([false, true, true, false]);
});
