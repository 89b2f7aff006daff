import { plainDate } from '../../domain/time/plain-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { isWhole, specialDaysOf, versionWords, weeksOf, yearsOf } from '../../web/admin/calendar-year.js';

const calendar = workingCalendar(
  'test',
  [
    { date: plainDate('2026-11-24'), kind: 'holiday' },
    { date: plainDate('2026-11-23'), kind: 'swap_off' },
    { date: plainDate('2026-11-28'), kind: 'swap_work' },
  ],
  { from: plainDate('2026-01-01'), to: plainDate('2027-06-30') },
);

describe('a year of the working calendar', () => {
  it('begins its weeks on Monday: 1 November 2026 is the Sunday of the first', () => {
    const weeks = weeksOf(calendar, '2026-11');
    expect(weeks[0]?.map((day) => day?.date)).toEqual([...Array<undefined>(6).fill(undefined), '2026-11-01']);
    expect(weeks).toHaveLength(6);
    expect(weeks.flat().filter((day) => day !== undefined)).toHaveLength(30);
  });

  it('marks days off and the Saturday that is worked', () => {
    const kinds = new Map(
      weeksOf(calendar, '2026-11').flatMap((week) => week.map((day) => [day?.date, day?.kind])),
    );
    expect(kinds.get(plainDate('2026-11-24'))).toBe('holiday');
    expect(kinds.get(plainDate('2026-11-28'))).toBe('swap_work');
    expect(kinds.get(plainDate('2026-11-29'))).toBe('weekend');
    expect(kinds.get(plainDate('2026-11-25'))).toBeUndefined();
  });

  it('lists what is special in the order of the days', () => {
    expect(specialDaysOf(calendar, '2026').map(([date]) => date)).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-28',
    ]);
  });

  it('is called by the day of its version as people write days', () => {
    expect(versionWords('vn-2026-10-02')).toBe('02/10/2026');
    expect(versionWords('test')).toBe('test');
  });

  it('says which years are known, and which only in part', () => {
    expect(yearsOf(calendar)).toEqual(['2026', '2027']);
    expect([isWhole(calendar, '2026'), isWhole(calendar, '2027')]).toEqual([true, false]);
  });
});
