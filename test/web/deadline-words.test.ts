import { instant } from '../../domain/time/instant.js';
import { plainDate } from '../../domain/time/plain-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { distanceTo } from '../../web/time/deadline-words.js';
import { clockWords, dayWords, momentWords } from '../../web/time/display.js';
import { dueOfInstant } from '../../web/time/due-of-instant.js';

const calendar = workingCalendar('test', [{ date: plainDate('2026-11-24'), kind: 'holiday' }], {
  from: plainDate('2026-01-01'),
  to: plainDate('2026-12-31'),
});
const due = { at: '2026-11-27T17:00:00.000Z', date: '2026-11-27', unit: 'working-day' };

describe('how far away a deadline is', () => {
  it('in working days, holidays and weekends left out', () => {
    const now = instant('2026-11-20T03:00:00Z'); // Friday; Tuesday the 24th is a holiday
    expect(distanceTo(due, { now, calendar })).toEqual({ late: false, amount: 4, unit: 'working-day' });
  });

  it('in days as they come, where the limit counts such or no calendar is known', () => {
    const now = instant('2026-11-20T03:00:00Z');
    const days = { late: false, amount: 7, unit: 'day' };
    expect(distanceTo(due, { now })).toEqual(days);
    expect(distanceTo({ ...due, unit: 'calendar-day' }, { now, calendar })).toEqual(days);
  });

  it('is nothing on the last day until midnight in Việt Nam, and a day late one second after', () => {
    const before = instant('2026-11-27T16:59:59Z');
    const after = instant('2026-11-27T17:00:00Z');
    expect(distanceTo(due, { now: before, calendar })).toEqual({
      late: false,
      amount: 0,
      unit: 'working-day',
    });
    expect(distanceTo(due, { now: after, calendar })).toEqual({ late: true, amount: 1, unit: 'day' });
  });

  it('in hours for limits in hours, in minutes below two hours', () => {
    const hours = { at: '2026-11-24T12:00:00.000Z', unit: 'hour' };
    expect(distanceTo(hours, { now: instant('2026-11-24T02:30:00Z') })).toMatchObject({
      amount: 9,
      unit: 'hour',
    });
    expect(distanceTo(hours, { now: instant('2026-11-24T11:30:00Z') })).toMatchObject({
      amount: 30,
      unit: 'minute',
    });
    expect(distanceTo(hours, { now: instant('2026-11-24T15:00:00Z') })).toEqual({
      late: true,
      amount: 3,
      unit: 'hour',
    });
  });
});

describe('days and moments are written as in Việt Nam', () => {
  it('day before month, 24 hours, in the zone of the procedure', () => {
    expect(dayWords('2026-03-05')).toBe('05/03/2026');
    expect(momentWords('2026-11-24T17:05:00.000Z')).toBe('25/11/2026 00:05');
    expect(clockWords('2026-11-24T09:07:59.999Z')).toBe('16:07');
  });

  it('a due instant at midnight is the end of the day before', () => {
    expect(dueOfInstant('2026-11-27T17:00:00.000Z')).toEqual({
      at: '2026-11-27T17:00:00.000Z',
      date: '2026-11-27',
    });
    expect(dueOfInstant('2026-11-27T10:00:00.000Z')).toEqual({ at: '2026-11-27T10:00:00.000Z' });
  });
});
