import fc from 'fast-check';
import {
  addHours,
  addMinutes,
  compareInstants,
  epochMs,
  fromEpochMs,
  hoursBetween,
  instant,
  isBefore,
  parseInstant,
} from '../../../domain/time/instant.js';

const writtenYears = { min: Date.parse('0001-01-01T00:00:00Z'), max: Date.parse('9999-12-31T23:59:59.999Z') };
const milliseconds = fc.integer(writtenYears);

test.each([
  ['2026-03-09T17:00:00Z', '2026-03-09T17:00:00.000Z'],
  ['2026-03-09T17:00:00.5Z', '2026-03-09T17:00:00.500Z'],
  ['2026-03-09T17:00:00.123Z', '2026-03-09T17:00:00.123Z'],
  ['2026-03-06T09:00:00+07:00', '2026-03-06T02:00:00.000Z'],
  ['2024-10-16T00:30:00+09:00', '2024-10-15T15:30:00.000Z'],
  ['2026-03-06T23:00:00-03:30', '2026-03-07T02:30:00.000Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
])('%s has one spelling: %s', (text, canonical) => {
  expect(parseInstant(text)).toBe(canonical);
  expect(instant(text)).toBe(canonical);
});

test.each([
  ['a day that does not exist', '2026-02-30T00:00:00Z'],
  ['29 February of a common year', '2026-02-29T00:00:00Z'],
  ['29 February of a century', '1900-02-29T00:00:00Z'],
  ['month 13', '2026-13-01T00:00:00Z'],
  ['month 0', '2026-00-10T00:00:00Z'],
  ['24:00', '2026-03-09T24:00:00Z'],
  ['a leap second', '2016-12-31T23:59:60Z'],
  ['minute 60', '2026-03-09T23:60:00Z'],
  ['no offset', '2026-03-09T17:00:00'],
  ['no seconds', '2026-03-09T17:00Z'],
  ['a day only', '2026-03-09'],
  ['an impossible offset', '2026-03-09T17:00:00+25:00'],
  ['microseconds', '2026-03-09T17:00:00.123456Z'],
  ['small letters', '2026-03-09t17:00:00z'],
  ['a space before it', ' 2026-03-09T17:00:00Z'],
  ['a line break after it', '2026-03-09T17:00:00Z\n'],
  ['other digits', '２026-03-09T17:00:00Z'],
  ['the year 0', '0000-06-01T00:00:00Z'],
  ['a five-digit year', '+010000-01-01T00:00:00Z'],
  ['the year 0 by offset', '0001-01-01T00:00:00+07:00'],
  ['the year 10000 by offset', '9999-12-31T23:00:00-07:00'],
  ['nothing', ''],
])('refuses %s', (_why, text) => {
  expect(parseInstant(text)).toBeUndefined();
  expect(() => instant(text)).toThrow('not an instant');
});

test('is written as the language itself writes it, and read back', () => {
  fc.assert(
    fc.property(milliseconds, (ms) => {
      expect(fromEpochMs(ms)).toBe(new Date(ms).toISOString());
      expect(epochMs(fromEpochMs(ms))).toBe(ms);
      expect(parseInstant(fromEpochMs(ms))).toBe(fromEpochMs(ms));
    }),
  );
});

test('the order of the texts is the order of time', () => {
  fc.assert(
    fc.property(milliseconds, milliseconds, (a, b) => {
      const [one, other] = [fromEpochMs(a), fromEpochMs(b)];
      expect(one < other).toBe(a < b);
      expect(isBefore(one, other)).toBe(a < b);
      expect(Math.sign(compareInstants(one, other))).toBe(Math.sign(a - b));
    }),
  );
});

test('hours and minutes are exact', () => {
  const start = instant('2025-08-29T17:45:10+07:00');
  expect(addHours(start, 24)).toBe('2025-08-30T10:45:10.000Z');
  expect(addHours(start, -24)).toBe('2025-08-28T10:45:10.000Z');
  expect(addMinutes(start, 90)).toBe('2025-08-29T12:15:10.000Z');
  expect(hoursBetween(start, addMinutes(start, 90))).toBe(1.5);
  expect(hoursBetween(addHours(start, 3), start)).toBe(-3);
});

test('time ends with the years that four digits can write', () => {
  expect(addHours(instant('9999-12-31T20:00:00Z'), 100)).toBe('9999-12-31T23:59:59.999Z');
  expect(addHours(instant('0001-01-01T01:00:00Z'), -100)).toBe('0001-01-01T00:00:00.000Z');
  expect(() => fromEpochMs(Number.NaN)).toThrow(RangeError);
  expect(() => fromEpochMs(Number.POSITIVE_INFINITY)).toThrow(RangeError);
});

test('parts of a millisecond are dropped, before 1970 too', () => {
  expect(fromEpochMs(0.9)).toBe('1970-01-01T00:00:00.000Z');
  expect(fromEpochMs(-0.1)).toBe('1969-12-31T23:59:59.999Z');
});
