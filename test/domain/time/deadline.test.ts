import fc from 'fast-check';
import { deadlineOf, type Deadline } from '../../../domain/time/deadline.js';
import { addHours, fromEpochMs, hoursBetween, instant } from '../../../domain/time/instant.js';
import {
  checkLimit,
  limitDirections,
  limitRolls,
  limitUnits,
  type TimeLimit,
} from '../../../domain/time/limit.js';
import { addDays, dateOf, endOfDay, plainDate } from '../../../domain/time/plain-date.js';
import { isDayOff, isWorkingDay, workingDaysBetween } from '../../../domain/time/working-calendar.js';
import { official } from './official-calendar.js';

const dayUnits = ['calendar-day', 'working-day', 'month'] as const;
const limit = (amount: number, unit: TimeLimit['unit'], more: Partial<TimeLimit> = {}): TimeLimit => ({
  amount,
  unit,
  direction: 'forward',
  roll: 'none',
  ...more,
});

const anyEvent = fc
  .integer({ min: Date.parse('2013-06-01T00:00:00Z'), max: Date.parse('2028-06-01T00:00:00Z') })
  .map(fromEpochMs);
const anyLimit = fc
  .record({
    amount: fc.integer({ min: 1, max: 130 }),
    unit: fc.constantFrom(...limitUnits),
    direction: fc.constantFrom(...limitDirections),
    roll: fc.constantFrom(...limitRolls),
  })
  .filter((each) => checkLimit(each) === undefined);
const anyDayLimit = anyLimit.filter((each) => each.unit !== 'hour');

const due = (each: TimeLimit, event: string): Deadline => deadlineOf(each, instant(event), official);
const dateDue = (deadline: Deadline) => deadline.dueDate ?? dateOf(deadline.dueAt);

test('a limit in days ends at 24:00 of its due date in Việt Nam', () => {
  fc.assert(
    fc.property(anyDayLimit, anyEvent, (each, event) => {
      const deadline = deadlineOf(each, event, official);
      expect(deadline.dueAt).toBe(endOfDay(dateDue(deadline)));
    }),
  );
});

test('a limit that rolls never falls due on a day off', () => {
  fc.assert(
    fc.property(anyDayLimit, anyEvent, (each, event) => {
      fc.pre(each.roll !== 'none' || each.unit === 'working-day');
      expect(isWorkingDay(official, dateDue(deadlineOf(each, event, official)))).toBe(true);
    }),
  );
});

test('rolling moves a date to its own side, over days off only', () => {
  fc.assert(
    fc.property(anyDayLimit, anyEvent, (each, event) => {
      const raw = dateDue(deadlineOf({ ...each, roll: 'none' }, event, official));
      const date = dateDue(deadlineOf(each, event, official));
      expect(each.roll === 'backward' ? date <= raw : date >= raw).toBe(true);
      if (!isDayOff(official, raw)) expect(date).toBe(raw);
    }),
  );
});

test('a longer limit never falls due earlier, and a longer notice never later', () => {
  fc.assert(
    fc.property(anyLimit, fc.nat(40), anyEvent, (each, more, event) => {
      const shorter = deadlineOf(each, event, official).dueAt;
      const longer = deadlineOf({ ...each, amount: each.amount + more }, event, official).dueAt;
      expect(each.direction === 'forward' ? shorter <= longer : longer <= shorter).toBe(true);
    }),
  );
});

test('a later event never makes a deadline earlier', () => {
  fc.assert(
    fc.property(anyLimit, anyEvent, fc.nat(2000), (each, event, hours) => {
      const later = deadlineOf(each, addHours(event, hours), official).dueAt;
      expect(deadlineOf(each, event, official).dueAt <= later).toBe(true);
    }),
  );
});

test('a forward limit ends after its event, a notice before the day of its event ends', () => {
  fc.assert(
    fc.property(anyLimit, anyEvent, (each, event) => {
      fc.pre(each.direction === 'backward' || each.roll !== 'backward');
      const deadline = deadlineOf(each, event, official);
      if (each.direction === 'forward') expect(deadline.dueAt > event).toBe(true);
      else expect(deadline.dueAt <= endOfDay(addDays(dateOf(event), -1)) || each.unit === 'hour').toBe(true);
    }),
  );
});

test('a notice never falls due later than the same limit forward', () => {
  fc.assert(
    fc.property(anyLimit, anyEvent, (each, event) => {
      fc.pre(each.roll === 'none');
      const forward = deadlineOf({ ...each, direction: 'forward' }, event, official).dueAt;
      const backward = deadlineOf({ ...each, direction: 'backward' }, event, official).dueAt;
      expect(backward < forward).toBe(true);
    }),
  );
});

test('between event and due date lie as many working days as the limit says', () => {
  fc.assert(
    fc.property(anyLimit, anyEvent, (each, event) => {
      const { dueDate } = deadlineOf({ ...each, unit: 'working-day' }, event, official);
      const between = workingDaysBetween(official, dateOf(event), dueDate ?? dateOf(event));
      expect(between).toBe(each.direction === 'forward' ? each.amount : -each.amount);
    }),
  );
});

test('the offset in which an event is written and the time of its day do not matter for days', () => {
  fc.assert(
    fc.property(anyDayLimit, anyEvent, (each, event) => {
      const { dueAt } = deadlineOf(each, event, official);
      expect(deadlineOf(each, addHours(endOfDay(dateOf(event)), -1), official).dueAt).toBe(dueAt);
    }),
  );
});

test('hours are exact, keep their milliseconds and have no due date', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), anyEvent, (amount, event) => {
      const deadline = deadlineOf(limit(amount, 'hour'), event, official);
      expect(hoursBetween(event, deadline.dueAt)).toBe(amount);
      expect(deadline).not.toHaveProperty('dueDate');
    }),
  );
});

describe('beyond the calendar', () => {
  test('Monday to Friday are worked, and the deadline says that it is incomplete', () => {
    const deadline = due(limit(5, 'working-day'), '2027-12-30T09:00:00+07:00');
    expect(deadline).toMatchObject({ dueDate: '2028-01-06', incompleteCalendar: true });
  });
  test.each(dayUnits)('a limit in %ss says so, rolled or not, at either end', (unit) => {
    expect(due(limit(2, unit), '2027-12-31T09:00:00+07:00').incompleteCalendar).toBe(true);
    expect(
      due(limit(2, unit, { direction: 'backward' }), '2014-01-01T09:00:00+07:00').incompleteCalendar,
    ).toBe(true);
  });
  test('a limit that is rolled out of the calendar, or back into it, says so', () => {
    const threeDays = (roll: TimeLimit['roll'], lastKnown: string) =>
      deadlineOf(limit(3, 'calendar-day', { roll }), instant('2027-01-13T00:00:00Z'), {
        ...official,
        to: plainDate(lastKnown),
      }); // the raw date is Saturday 16 January
    expect(threeDays('forward', '2027-01-18')).not.toHaveProperty('incompleteCalendar');
    expect(threeDays('forward', '2027-01-17')).toMatchObject({
      dueDate: '2027-01-18',
      incompleteCalendar: true,
    });
    expect(threeDays('backward', '2027-01-15')).toMatchObject({
      dueDate: '2027-01-15',
      incompleteCalendar: true,
    });
  });
  test('the last day of the calendar is within it', () => {
    const deadline = due(limit(1, 'working-day'), '2027-12-30T09:00:00+07:00');
    expect(deadline).toMatchObject({ dueDate: '2027-12-31' });
    expect(deadline).not.toHaveProperty('incompleteCalendar');
  });
  test('hours do not use the calendar', () => {
    expect(due(limit(24, 'hour'), '2031-01-01T00:00:00Z')).not.toHaveProperty('incompleteCalendar');
  });
});

test('a stay that ends on a day off says so and stays there', () => {
  const { dueDate, explanation } = due(limit(60, 'calendar-day'), '2022-07-26T20:30:00+07:00');
  expect(dueDate).toBe('2022-09-24');
  expect(explanation).toMatchObject({ rawDate: '2022-09-24', rawDayOff: 'weekend' });
  expect(explanation).not.toHaveProperty('rolled');
});

test('the roll over Tết 2026 tells the five holidays and the weekend', () => {
  const { explanation } = due(limit(3, 'calendar-day', { roll: 'forward' }), '2026-02-13T09:00:00+07:00');
  expect(explanation).toEqual({
    counted: 'days',
    limit: { amount: 3, unit: 'calendar-day', direction: 'forward', roll: 'forward' },
    eventAt: '2026-02-13T02:00:00.000Z',
    eventDate: '2026-02-13',
    rawDate: '2026-02-16',
    rawDayOff: 'holiday',
    rolled: {
      from: '2026-02-16',
      to: '2026-02-23',
      over: { holiday: 5, compensatory: 0, swap_off: 0, weekend: 2 },
    },
    skipped: { holiday: 0, compensatory: 0, swap_off: 0, weekend: 0 },
    workedWeekendDays: [],
  });
});

test('the explanation keeps the length alone of a limit that says more', () => {
  const registered = { ...limit(24, 'hour'), id: 'LA.NOTICE', confidence: 'A' };
  expect(due(registered, '2026-03-09T00:00:00Z').explanation).toEqual({
    counted: 'hours',
    limit: limit(24, 'hour'),
    eventAt: '2026-03-09T00:00:00.000Z',
  });
});

test.each([
  [limit(0, 'hour'), 'amount-below-one'],
  [limit(-3, 'calendar-day'), 'amount-below-one'],
  [limit(1.5, 'month'), 'amount-not-whole'],
  [limit(Number.NaN, 'hour'), 'amount-not-whole'],
  [limit(Number.POSITIVE_INFINITY, 'hour'), 'amount-not-whole'],
  [limit(1_000_000_000, 'working-day'), 'amount-too-large'],
  [limit(1_201, 'month'), 'amount-too-large'],
  [limit(12, 'hour', { roll: 'forward' }), 'hours-never-roll'],
  [limit(12, 'hour', { roll: 'backward' }), 'hours-never-roll'],
  [limit(5, 'calendar-day', { direction: 'backward', roll: 'forward' }), 'notice-would-shorten'],
  [limit(5, 'working-day', { direction: 'backward', roll: 'forward' }), 'notice-would-shorten'],
])('a senseless limit has no deadline: %j is %s', (each, problem) => {
  expect(checkLimit(each)).toBe(problem);
  expect(() => due(each, '2026-03-09T00:00:00Z')).toThrow(problem);
});

test.each(limitUnits)('an absurd event never breaks a limit in %ss', (unit) => {
  for (const direction of limitDirections)
    for (const event of ['9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z']) {
      const { dueAt } = due(limit(50, unit, { direction }), event);
      expect(instant(dueAt)).toBe(dueAt);
    }
});
