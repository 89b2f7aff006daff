import { procedures } from '../../../domain/procedure/catalogue.js';
import { refOf } from '../../../domain/procedure/procedure.js';
import { Story } from './story.js';

const refs = procedures.map(refOf);

describe.each(refs)('%s: a child', (ref) => {
  test('whose age is doubtful is treated as a child, until the age is known', () => {
    const story = new Story(ref, [{ fact: 'ageUncertain', value: true }]);
    expect(story.open).toContain('child-risk-assessment');
    story.case.record('ageUncertain', false);
    expect(story.open).toEqual(['register-report']);
  });

  test('in serious danger is made safe within twelve hours', () => {
    const story = new Story(ref, [{ fact: 'isMinor', value: true }]);
    story.case.complete('child-risk-assessment', 'assessed', { seriousHarm: true });
    const [deadline] = story.case.taskOf('child-emergency').deadlines;
    expect(deadline).toMatchObject({ limitId: 'CH.EMERG', dueAt: '2026-03-02T14:00:00.000Z' });
  });

  test('has a plan that the chair approves, and a review until it is safe', () => {
    const story = new Story(ref, [{ fact: 'isMinor', value: true }]);
    story.case.complete('child-risk-assessment', 'assessed', { seriousHarm: false });
    story.case.complete('child-assessment', 'assessed');
    expect(story.dueDates('child-plan')).toEqual({ 'CH.PLAN': '2026-03-09' });
    story.case.complete('child-plan', 'submitted');
    story.case.complete('child-plan-approval', 'returned');
    story.case.complete('child-plan', 'submitted');
    expect(story.dueDates('child-plan-approval')).toEqual({ 'CH.APPROVE': '2026-03-04' });
    story.case.complete('child-plan-approval', 'approved');
    story.case.complete('child-review', 'new-cycle');
    expect(story.open).toContain('child-assessment');
    expect(story.open).not.toContain('child-plan');
  });

  test('goes home with an escort only, to a family that was found safe', () => {
    const story = new Story(ref).received({ isMinor: true }).wanting().verified('confirmed');
    story.case.complete('plan-return', 'return-planned');
    expect(story.open).not.toContain('arrange-travel');
    story.case.complete('appoint-guardian', 'appointed');
    story.case.complete('family-safety-check', 'unsafe');
    expect(story.open).not.toContain('escort-home');
    story.case.complete('plan-return', 'return-planned');
    story.case.complete('appoint-guardian', 'appointed');
    expect(story.open).not.toContain('escort-home');
    story.case.complete('family-safety-check', 'safe');
    expect(story.open).not.toContain('confirm-arrival');
    story.case.complete('escort-home', 'handed-over');
    expect(story.open).toContain('confirm-arrival');
  });

  test('is not given up when somebody withdraws the report', () => {
    const story = new Story(ref, [{ fact: 'isMinor', value: true }]);
    story.case.complete('register-report', 'not-proceeding');
    expect(story.open).toEqual(['child-risk-assessment']);
    expect(story.closings).toEqual([]);
  });
});

describe('before a child’s stay ends', () => {
  test('in 2014 the law gives the parents 20 days’ notice', () => {
    const story = new Story('vn-2014@1')
      .received({ isMinor: true })
      .wanting({ wantsShelter: true })
      .sheltered();
    expect(story.dueDates('shelter-stay')).toEqual({ 'SA.STAY3M': '2026-06-02' });
    expect(story.dueDates('notify-guardian')).toEqual({ 'R14.H.CHILD20': '2026-05-13' });
    story.case.extend('shelter-stay', 'no-safe-return', '2026-06-30');
    expect(story.dueDates('notify-guardian')).toEqual({ 'R14.H.CHILD20': '2026-06-10' });
  });

  test('in 2025 the same 20 days are our own target', () => {
    const story = new Story('vn-2025@1')
      .received({ isMinor: true })
      .wanting({ wantsShelter: true })
      .sheltered();
    expect(story.dueDates('shelter-stay')).toEqual({ 'R25.H.STAY120': '2026-06-30' });
    expect(story.dueDates('notify-guardian')).toEqual({ 'SL.CHILD20': '2026-06-10' });
  });
});
