import type { EventView } from '../../api/contract/event.js';
import { withoutRepeats } from '../../web/history/without-repeats.js';

const event = (type: string, data: EventView['data'], at = '2026-11-24T01:00:00.000Z'): EventView => ({
  version: 1,
  type,
  at,
  recordedAt: at,
  actor: { kind: 'system', name: 'clock' },
  texts: [],
  data,
  title: type,
});
const rung = (kind: string, taskId = 't') => event('rung-reached', { taskId, kind });
const raised = (taskId = 't', at?: string) => event('escalation-raised', { taskId, level: 1 }, at);

const told = (...events: readonly EventView[]) => withoutRepeats(events).map(({ type }) => type);

describe('the timeline', () => {
  it('tells a report to superiors once', () => {
    expect(told(raised(), rung('escalation'))).toEqual(['escalation-raised']);
  });

  it('keeps reminders, and the rung of another task or another moment', () => {
    expect(told(raised(), rung('reminder'))).toHaveLength(2);
    expect(told(raised('other'), rung('escalation'))).toHaveLength(2);
    expect(told(raised('t', '2026-11-25T01:00:00.000Z'), rung('escalation'))).toHaveLength(2);
  });

  it('offers the letter of an answer with the answer alone', () => {
    const letter = { textId: 'letter', title: 'Số, ký hiệu văn bản' };
    const note = { textId: 'note', title: 'Ghi chú' };
    const fact = { ...event('fact-recorded', {}), texts: [letter] };
    const answer = { ...event('task-completed', {}), texts: [letter, note] };
    expect(withoutRepeats([fact, answer]).map(({ texts }) => texts)).toEqual([[], [letter, note]]);
  });
});
