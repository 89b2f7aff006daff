import { Story } from './story.js';

describe('what the regimes do differently', () => {
  test('2014: the police have 20 days; extended, the strictest of law and circular counts', () => {
    const story = new Story('vn-2014@1').received().wanting();
    expect(story.dueDates('initial-verification')).toEqual({ 'R14.A.INITIAL': '2026-03-05' });
    story.case.complete('initial-verification', 'no-paper');
    expect(story.dueDates('request-verification')).toEqual({ 'R14.A.INITIAL': '2026-03-05' });
    story.case.complete('request-verification', 'requested');
    expect(story.dueDates('police-verification')).toEqual({ 'R14.A.VERIFY': '2026-03-23' });
    story.days(10).case.extend('police-verification', 'complex');
    expect(story.dueDates('police-verification')).toEqual({
      'R14.A.VERIFY_X.LAW': '2026-05-04',
      'R14.A.VERIFY_X.JC': '2026-05-11',
    });
  });

  test('2025: no number of the police verification is law, and every rung of its ladder is there', () => {
    const story = new Story('vn-2025@1').received().wanting();
    story.case.complete('initial-verification', 'no-paper');
    story.case.complete('request-verification', 'requested');
    const { deadlines } = story.case.taskOf('police-verification');
    expect(deadlines).toMatchObject([{ limitId: 'R25.A.VERIFY', serviceLevel: true, dueDate: '2026-03-23' }]);
    story.days(28);
    expect(story.case.taskOf('police-verification').reached).toEqual([
      'reminder',
      'overdue',
      'escalation-1',
      'escalation-2',
      'escalation-3',
    ]);
  });

  test.each([
    ['2019-12-30', { 'R14.H.STAY60': '2020-02-28' }],
    ['2020-01-02', { 'R14.H.STAY3M': '2020-04-02' }],
    ['2021-06-30', { 'R14.H.STAY3M': '2021-09-30' }],
    ['2021-07-01', { 'SA.STAY3M': '2021-10-01' }],
  ])('2014: a stay that begins on %s', (day, due) => {
    const story = new Story('vn-2014@1', [], day).received().wanting({ wantsShelter: true }).sheltered();
    expect(story.dueDates('shelter-stay')).toEqual(due);
  });

  test('2014: support is decided by three agencies, 3 + 5 + 3 working days', () => {
    const story = new Story('vn-2014@1').received().wanting({ wantsVocational: true }).verified('confirmed');
    story.case.complete('plan-support', 'planned');
    expect(story.dueDates('file-support-application')).toEqual({ 'R14.S.FILE': '2027-03-02' });
    story.case.complete('file-support-application', 'filed');
    expect(story.dueDates('send-support-file')).toEqual({ 'R14.S.COMMUNE': '2026-03-05' });
    story.case.complete('send-support-file', 'sent');
    expect(story.dueDates('appraise-support')).toEqual({ 'R14.S.APPRAISE': '2026-03-09' });
    story.case.complete('appraise-support', 'incomplete');
    story.case.complete('send-support-file', 'sent');
    story.case.complete('appraise-support', 'submitted');
    expect(story.dueDates('decide-support')).toEqual({ 'R14.S.DECIDE': '2026-03-05' });
  });

  test('2025: support is decided within 9 working days of the application', () => {
    const story = new Story('vn-2025@1').received().wanting({ wantsVocational: true }).verified('confirmed');
    story.case.complete('plan-support', 'planned');
    story.case.complete('file-support-application', 'filed');
    expect(story.dueDates('decide-support')).toEqual({ 'R25.S.DECIDE': '2026-03-13' });
  });

  test('legal aid: for victims only in 2014, for whoever is being identified in 2025', () => {
    const old = new Story('vn-2014@1').received().wanting({ wantsLegalAid: true });
    expect(old.open).not.toContain('legal-aid');
    expect(old.verified('confirmed').open).toContain('legal-aid');
    const now = new Story('vn-2025@1').received().wanting({ wantsLegalAid: true });
    expect(now.open).toContain('legal-aid');
    now.case.complete('legal-aid', 'accepted');
    expect(now.dueDates('appoint-legal-aid')).toEqual({ 'LA.APPOINT': '2026-03-05' });
  });

  test('2025: who wants may go home before the police have answered', () => {
    const story = new Story('vn-2025@1').received().wanting({ wantsHomeBeforeResult: true });
    expect(story.open).not.toContain('plan-return');
    story.case.complete('initial-verification', 'no-paper');
    expect(story.open).toEqual(expect.arrayContaining(['plan-return', 'request-verification']));
  });
});

test.each([
  ['2016-03-07', ['SL.FILE']],
  ['2022-03-07', ['SA.FILE']],
])(
  'before the law set a time for the admission file our own target counts; with it only the law: %s',
  (day, limits) => {
    const story = new Story('vn-2014@1', [], day).received().wanting({ wantsShelter: true }).sheltered();
    expect(story.case.taskOf('shelter-file').deadlines.map(({ limitId }) => limitId)).toEqual(limits);
  },
);
