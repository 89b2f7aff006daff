import { standingOf, type Seen } from '../../../domain/case/position.js';
import { vn2025 } from '../../../domain/procedure/vn-2025/index.js';
import type { Step } from '../../../domain/procedure/procedure.js';

const step = vn2025.steps['legal-aid'] as Step;
const seen = (more: Partial<Seen>): Seen => ({
  status: 'open',
  channel: 'self-report',
  tasks: [],
  isWhole: true,
  ...more,
});
const tasks = (...statuses: Seen['tasks'][number]['status'][]): Seen['tasks'] =>
  statuses.map((status) => ({ stepId: step.id, status }));

test.each([
  ['a step without any task is ahead', {}, 'ahead'],
  ['it was skipped where the case closed without it', { status: 'closed' }, 'skipped'],
  ['it is open while a task of it is', { tasks: tasks('offered') }, 'open'],
  ['it is done when its task is completed', { tasks: tasks('completed') }, 'done'],
  ['it stays done in a closed case', { status: 'closed', tasks: tasks('completed') }, 'done'],
  ['a declined or recalled task was not carried out', { tasks: tasks('declined') }, 'skipped'],
  ['of several attempts the latest counts', { tasks: tasks('declined', 'completed') }, 'done'],
  ['and an open one before all', { tasks: tasks('offered', 'completed') }, 'open'],
  ['tasks of other steps say nothing', { tasks: [{ stepId: 'other', status: 'offered' }] }, 'ahead'],
  ['who sees only own tasks learns nothing of others', { isWhole: false }, 'unseen'],
  ['not even that the case went by without them', { isWhole: false, status: 'closed' }, 'unseen'],
  ['but sees their own', { isWhole: false, tasks: tasks('accepted') }, 'open'],
] as const)('%s', (_claim, more, standing) => {
  expect(standingOf(step, seen(more))).toBe(standing);
});

test('a step of another channel is not carried out', () => {
  const ofRescue: Step = { ...step, channels: ['rescue'] };
  expect(standingOf(ofRescue, seen({}))).toBe('skipped');
  expect(standingOf(ofRescue, seen({ channel: 'rescue' }))).toBe('ahead');
});
