import { endBefore } from '../../api/read/overtaken.js';
import type { CaseState } from '../../domain/case/case-state.js';
import type { CaseEvent } from '../../domain/case/events.js';

const at = '2026-03-10T00:00:00.000Z';
const [earlier, later] = ['2026-03-09T08:00:00.000Z', '2026-03-11T08:00:00.000Z'];
const ended = (type: string, completedAt?: string): string | undefined =>
  endBefore(
    { type, occurredAt: at, data: { taskId: 'task' } } as unknown as CaseEvent,
    { tasks: { task: { completedAt } } } as unknown as CaseState,
  );

test.each(['rung-reached', 'escalation-raised'])('%s after its task had ended came too late', (type) => {
  expect(ended(type, earlier)).toBe(earlier);
});

test('what came while the task was open came rightly, and what somebody did was done', () => {
  expect([ended('rung-reached', later), ended('rung-reached'), ended('nudged', earlier)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
