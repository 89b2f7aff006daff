import { nextDueOf } from '../../web/cases/next-due.js';

describe('the next deadline of a case in a list', () => {
  const at = '2026-11-27T17:00:00.000Z';

  it('is a day where the limit counts in days', () => {
    expect(nextDueOf({ nextDueAt: at, nextDueDate: '2026-11-27' })).toEqual({
      at,
      date: '2026-11-27',
      unit: 'calendar-day',
    });
  });

  it('is a moment where it counts in hours, be it midnight', () => {
    expect(nextDueOf({ nextDueAt: at })).toEqual({ at, unit: 'hour' });
  });

  it('is none where nothing is to be done', () => {
    expect(nextDueOf({})).toBeUndefined();
  });
});
