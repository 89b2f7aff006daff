import fc from 'fast-check';
import { deadlineOf } from '../../../domain/time/deadline.js';
import { fromEpochMs, hoursBetween, instant } from '../../../domain/time/instant.js';
import { offsetFrom, type Offset } from '../../../domain/time/offset.js';
import { dateOf, endOfDay, plainDate } from '../../../domain/time/plain-date.js';
import { isWorkingDay } from '../../../domain/time/working-calendar.js';
import { official } from './official-calendar.js';

const before = (amount: number, unit: Offset['unit']): Offset => ({ amount, unit, when: 'before' });
const after = (amount: number, unit: Offset['unit']): Offset => ({ amount, unit, when: 'after' });

const thursday = plainDate('2026-05-07');
const fromThursday = (offset: Offset) => offsetFrom(endOfDay(thursday), thursday, offset, official);

test.each([
  ['two working days before', before(2, 'working-day'), '2026-05-05T08:00:00+07:00'],
  ['five working days before, over the holidays', before(5, 'working-day'), '2026-04-28T08:00:00+07:00'],
  ['the morning of the due date', before(0, 'working-day'), '2026-05-07T08:00:00+07:00'],
  ['one working day after', after(1, 'working-day'), '2026-05-08T08:00:00+07:00'],
  ['two working days after, over the weekend', after(2, 'working-day'), '2026-05-11T08:00:00+07:00'],
  ['two hours before', before(2, 'hour'), '2026-05-07T22:00:00+07:00'],
  ['24 hours after', after(24, 'hour'), '2026-05-09T00:00:00+07:00'],
  ['on it', { amount: 3, unit: 'working-day', when: 'at' } as const, '2026-05-08T00:00:00+07:00'],
  ['nothing after', after(0, 'working-day'), '2026-05-08T00:00:00+07:00'],
])('due at the end of 7 May 2026, %s', (_what, offset, expected) => {
  expect(fromThursday(offset)).toBe(instant(expected));
});

test('for a limit in hours, working days are counted from the day of its due instant', () => {
  const due = instant('2026-02-21T10:00:00+07:00'); // the Saturday after Tết
  expect(offsetFrom(due, undefined, before(1, 'working-day'), official)).toBe(
    instant('2026-02-13T08:00:00+07:00'),
  );
  expect(offsetFrom(due, undefined, after(1, 'working-day'), official)).toBe(
    instant('2026-02-23T08:00:00+07:00'),
  );
});

test('a reminder of the due morning never comes after a due instant at night', () => {
  const due = instant('2026-03-10T03:00:00+07:00');
  expect(offsetFrom(due, undefined, before(0, 'working-day'), official)).toBe(due);
});

test('what is meant before never comes after, and working days are kept at 08:00', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: Date.parse('2014-03-01T00:00:00Z'), max: Date.parse('2027-10-01T00:00:00Z') })
        .map(fromEpochMs),
      fc.constantFrom('hour', 'calendar-day', 'working-day'),
      fc.record({
        amount: fc.integer({ min: 1, max: 20 }),
        unit: fc.constantFrom('hour', 'working-day'),
        when: fc.constantFrom('before', 'after'),
      }),
      (event, unit, offset) => {
        const limit = { amount: 9, unit, direction: 'forward', roll: 'none' } as const;
        const { dueAt, dueDate } = deadlineOf(limit, event, official);
        const rung = offsetFrom(dueAt, dueDate, offset, official);
        expect(offset.when === 'before' ? rung < dueAt : rung > dueAt).toBe(true);
        if (offset.unit === 'hour') expect(Math.abs(hoursBetween(dueAt, rung))).toBe(offset.amount);
        else expect([isWorkingDay(official, dateOf(rung)), rung.slice(11)]).toEqual([true, '01:00:00.000Z']);
      },
    ),
  );
});
