import { endBefore } from '../../api/read/overtaken.js';
import type { CaseState } from '../../domain/case/case-state.js';
import type { CaseEvent } from '../../domain/case/events.js';

const event = (type: string, occurredAt: string) =>
  ({ type, occurredAt, data: { taskId: 'task' } }) as unknown as CaseEvent;
const state = (completedAt?: string) => ({ tasks: { task: { completedAt } } }) as unknown as CaseState;

test.each([
  ['rung-reached', '2026-03-10T00:00:00.000Z', '2026-03-09T08:00:00.000Z', true],
  ['escalation-raised', '2026-03-10T00:00:00.000Z', '2026-03-09T08:00:00.000Z', true],
  ['rung-reached', '2026-03-10T00:00:00.000Z', '2026-03-11T08:00:00.000Z', false],
  ['rung-reached', '2026-03-10T00:00:00.000Z', undefined, false],
  ['nudged', '2026-03-10T00:00:00.000Z', '2026-03-09T08:00:00.000Z', false],
])('%s at %s of a task that ended at %s: had it ended before? %s', (type, at, endedAt, isBefore) => {
  expect(endBefore(event(type, at), state(endedAt))).toBe(isBefore ? endedAt : undefined);
});
