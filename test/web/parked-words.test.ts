import { instant } from '../../domain/time/instant.js';
import { standingFor } from '../../web/admin/parked-words.js';

const now = instant('2026-11-24T12:00:00.000Z');

it.each([
  ['2026-11-24T12:00:03.000Z', 0, 'hours'], // a clock that runs ahead of ours
  ['2026-11-24T11:00:01.000Z', 0, 'hours'],
  ['2026-11-22T12:00:01.000Z', 47, 'hours'],
  ['2026-11-22T12:00:00.000Z', 2, 'days'],
  ['2026-11-01T13:00:00.000Z', 22, 'days'],
])('a case that was parked at %s has stood still for %d %s', (since, amount, unit) => {
  expect(standingFor(since, now)).toEqual({ amount, unit });
});
