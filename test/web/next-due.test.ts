import { nextDueOf } from '../../web/cases/next-due.js';

describe('the next deadline of a case in a list', () => {
  const at = '2026-11-27T17:00:00.000Z';
  const nextDueDate = '2026-11-27';

  it.each(['calendar-day', 'working-day'])('is a day where the limit counts in days: %s', (unit) => {
    expect(nextDueOf({ nextDueAt: at, nextDueDate, nextLimit: { unit, serviceLevel: false } })).toEqual({
      at,
      date: nextDueDate,
      unit,
      serviceLevel: false,
    });
  });

  it('is a moment where it counts in hours, be it midnight', () => {
    expect(nextDueOf({ nextDueAt: at, nextLimit: { unit: 'hour', serviceLevel: false } })).toMatchObject({
      at,
      unit: 'hour',
    });
  });

  it('is told as our own target where the law sets none', () => {
    const nextLimit = { unit: 'working-day', serviceLevel: true };
    expect(nextDueOf({ nextDueAt: at, nextDueDate, nextLimit })).toMatchObject({ serviceLevel: true });
    expect(nextDueOf({ nextDueAt: at, nextLimit: { ...nextLimit, unit: 'hour' } })).toMatchObject({
      serviceLevel: true,
    });
  });

  it('is none where nothing is to be done', () => {
    expect(nextDueOf({})).toBeUndefined();
  });
});
