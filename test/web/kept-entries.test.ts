import { entryOf, forget, isAnythingKept, isKept, keep } from '../../web/acts/kept-entries.js';

const initial = { when: 'now' };
afterEach(() => {
  forget('a task');
});

const typed = (entered: ReturnType<typeof entryOf>['entered']) => {
  const entry = entryOf('a task');
  entry.entered = entered;
  keep('a task', entry, initial);
};

describe('what was typed into a form', () => {
  it('is there again when the page is come back to, with the act that it may have become', () => {
    typed({ when: 'now', note: 'Đã gặp' });
    const again = entryOf('a task');
    expect(again.entered).toEqual({ when: 'now', note: 'Đã gặp' });
    expect(entryOf('a task').act).toBe(again.act);
    expect(isAnythingKept()).toBe(true);
  });

  it('is nothing to keep while it says what it said when it was opened', () => {
    typed({ when: 'now', note: '' });
    expect(isKept('a task')).toBe(false);
  });

  it('is nothing to keep while no button of a group is chosen, which the form tells as null', () => {
    typed({ when: 'now', outcome: null });
    expect(isKept('a task')).toBe(false);
  });

  it('is nothing to keep while no choice is made, however the form spells that', () => {
    const untouched: unknown = { when: 'now', outcome: null, evidence: false, needs: [] };
    typed(untouched as Parameters<typeof typed>[0]);
    expect(isKept('a task')).toBe(false);
  });

  it('is forgotten when it was taken back', () => {
    typed({ when: 'now', note: 'Đã gặp' });
    typed({ when: 'now', note: '' });
    expect(isAnythingKept()).toBe(false);
  });

  it('is forgotten after it was sent', () => {
    typed({ when: 'earlier' });
    forget('a task');
    expect(entryOf('a task').entered).toEqual({});
  });
});
