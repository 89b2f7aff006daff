import { refusedNotice } from '../../api/agency-page/refused-notice.js';
import { Problem } from '../../api/problem.js';

describe('a refusal on the page of an agency without an account', () => {
  const taken = new Problem('wrong-state', { allowed: ['complete-task', 'correct-outcome', 'add-note'] });

  it('says what this page may do instead, in the language of the page', () => {
    expect(refusedNotice(taken, 'vi').text).toMatch(/Có thể làm: hoàn thành nhiệm vụ\.$/);
    expect(refusedNotice(taken, 'en').text).toMatch(/Possible instead: complete the task\.$/);
  });

  it('says nothing of what only others may do', () => {
    const closed = new Problem('case-closed', { allowed: ['add-note', 'reopen-case'] });
    expect(refusedNotice(closed, 'vi').text).not.toContain('Có thể làm');
  });
});
