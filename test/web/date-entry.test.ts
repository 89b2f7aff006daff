import { instant } from '../../domain/time/instant.js';
import { readClock, readDate, readDay } from '../../web/time/date-entry.js';

const now = instant('2026-11-24T09:00:00Z');

describe('a date as people type it', () => {
  it.each([
    ['27/11/2026', '2026-11-27'],
    ['5/3/2026', '2026-03-05'],
    ['05-03-26', '2026-03-05'],
    ['5.3.2026', '2026-03-05'],
    ['5 3 2026', '2026-03-05'],
    ['05032026', '2026-03-05'],
    ['2026-03-05', '2026-03-05'],
    [' 27/11/2026 ', '2026-11-27'],
    ['1/1/85', '1985-01-01'],
    ['hôm nay', '2026-11-24'],
    ['Hôm qua', '2026-11-23'],
    ['hom kia', '2026-11-22'],
    ['tomorrow', '2026-11-25'],
    ['29/2/2024', '2024-02-29'],
  ])('%s is %s: the day stands before the month', (typed, day) => {
    expect(readDay(typed, now)).toBe(day);
  });

  it.each([
    '30/02/2026',
    '29/2/2026',
    '31/4/2026',
    '0/1/2026',
    '12/13/2026',
    '3/2026',
    'ngày 5',
    '',
    '1/2/3/4',
    '5/3/026',
  ])('%s is no day', (typed) => {
    expect(readDay(typed, now)).toBeUndefined();
  });

  it('may be a month or a year only, where that is all a person knows', () => {
    expect(readDate('3/2025', now)).toEqual({ kind: 'month', month: '2025-03' });
    expect(readDate('2024', now)).toEqual({ kind: 'year', year: '2024' });
    expect(readDate('13/2025', now)).toBeUndefined();
  });

  it('the evening in Việt Nam belongs to its own day, whatever day it is elsewhere', () => {
    expect(readDay('hôm nay', instant('2026-11-24T17:30:00Z'))).toBe('2026-11-25');
  });
});

describe('a time of the day as people type it', () => {
  it.each([
    ['8:05', '08:05'],
    ['08h05', '08:05'],
    ['8h', '08:00'],
    ['0805', '08:05'],
    ['23.59', '23:59'],
  ])('%s is %s', (typed, clock) => {
    expect(readClock(typed)).toBe(clock);
  });

  it.each(['24:00', '8:60', 'sáng', '', '8:5'])('%s is no time', (typed) => {
    expect(readClock(typed)).toBeUndefined();
  });
});
