import { nextAct } from '../../web/work/next-act.js';

const ours = 'a1';
const agency = { id: ours, name: 'Cơ sở mẫu', role: 'social-facility' };

it.each([
  ['a duty that waits for us', { kind: 'duty', status: 'offered', agency }, 'task.receive'],
  ['a request that we took', { kind: 'request', status: 'accepted', agency }, 'task.go-on'],
  ['a stay, which is under way by itself', { kind: 'stay', status: 'offered', agency }, 'task.open'],
  [
    'what another agency has to do',
    { kind: 'duty', status: 'offered', agency: { ...agency, id: 'b2' } },
    'task.open',
  ],
  ['what no agency was found for', { kind: 'duty', status: 'offered', agency: null }, 'overdue.hand-on'],
] as const)('the next act on %s', (_what, task, act) => {
  expect(nextAct(task, ours)).toBe(act);
});
