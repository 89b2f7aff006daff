import type { EventView } from '../../api/contract/event.js';
import { latestOf } from '../../web/case/latest-of.js';

const event = (version: number, at: string, more: Partial<EventView> = {}): EventView => ({
  ...{ version, type: 'task-completed', at: `2026-03-${at}:00.000Z` },
  recordedAt: '2026-03-20T08:00:00.000Z',
  actor: { kind: 'system', name: '' },
  ...{ data: {}, title: '', texts: [] },
  ...more,
});
const shown = (...events: readonly EventView[]): readonly number[] =>
  latestOf(events).map(({ version }) => version);

test('what one sitting typed in stands in the order in which it happened', () => {
  const answer = event(4, '03T08:00');
  const overdue = event(3, '10T08:00', { type: 'rung-reached' });
  const opened = event(5, '03T08:00');
  expect(shown(opened, answer, overdue)).toEqual([3, 5, 4]);
});

test('an old answer that is recorded today stands above what was recorded before', () => {
  const today = { recordedAt: '2026-03-24T08:00:00.000Z' };
  expect(shown(event(9, '02T08:00', today), event(8, '19T08:00'))).toEqual([9, 8]);
});

test('of one reminder and the answer that was there before it, only the answer', () => {
  const reminder = event(3, '10T08:00', { type: 'rung-reached', overtaken: true });
  expect(shown(event(4, '03T08:00'), reminder)).toEqual([4]);
});
