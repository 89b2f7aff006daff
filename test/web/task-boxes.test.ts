import { boxesOf, firstBoxOf } from '../../web/work/task-boxes.js';

describe('the queues of My work', () => {
  it('are those that can hold something: who only watches has no tasks of their own', () => {
    expect(boxesOf(['supervisor'])).toEqual(['overdue', 'soon', 'done']);
    expect(firstBoxOf(['supervisor'])).toBe('overdue');
  });

  it('tell an officer nothing of waiting for others, which is the coordinator’s', () => {
    expect(boxesOf(['officer'])).not.toContain('others');
    expect(boxesOf(['coordinator'])).toContain('others');
    expect(firstBoxOf(['officer', 'supervisor'])).toBe('agency');
  });
});
