import { procedures } from '../../../domain/procedure/catalogue.js';
import { refOf } from '../../../domain/procedure/procedure.js';
import { countingDeadline } from '../../../domain/case/case-state.js';
import { instant } from '../../../domain/time/instant.js';
import { Story } from './story.js';

const refs = procedures.map(refOf);

const withReport = (ref: (typeof refs)[number], day: string): Story => {
  const story = new Story(ref, [], day).received({ isMinor: false, reportsCrime: true });
  story.case.complete('pass-crime-report', 'passed');
  return story;
};

const dueOf = (story: Story, stepId: string) => {
  const deadline = countingDeadline(story.case.taskOf(stepId));
  return { limit: deadline?.limitId, dueAt: deadline?.dueAt, day: deadline?.dueDate };
};

describe.each(refs)('%s: the request for more time to resolve a report (CPC 147(2))', (ref) => {
  test.each([
    ['2026-03-02', '2026-05-04', '2026-04-29'], // two months end on a Saturday: Monday, and five days before that
    ['2026-03-12', '2026-05-12', '2026-05-07'],
    ['2026-03-14', '2026-05-14', '2026-05-08'], // five days before is a Saturday: the Friday before it
    ['2026-03-15', '2026-05-15', '2026-05-08'], // and a Sunday
  ])('a report passed on %s: extended until %s, asked for by %s', (passed, end, ask) => {
    const story = withReport(ref, passed);
    expect(story.open).not.toContain('ask-procuracy-extension');
    story.days(10).case.extend('resolve-crime-report', 'complex');
    expect(dueOf(story, 'resolve-crime-report')).toMatchObject({ limit: 'CR.RESOLVE_X', day: end });
    expect(dueOf(story, 'ask-procuracy-extension')).toMatchObject({ limit: 'CR.ASKEXT', day: ask });
  });

  test('whoever resolves the report in time need not ask', () => {
    const story = withReport(ref, '2026-03-02').days(10);
    story.case.extend('resolve-crime-report', 'complex');
    story.case.complete('resolve-crime-report', 'prosecuted');
    expect(story.open).not.toContain('ask-procuracy-extension');
  });

  test('without a longer time there is nothing to ask for', () => {
    const story = withReport(ref, '2026-03-02').days(19);
    expect(story.open).toContain('resolve-crime-report');
    expect(story.open).not.toContain('ask-procuracy-extension');
  });
});

describe.each(refs)('%s: the notice to the legal-aid centre (Legal Aid Law 31(3))', (ref) => {
  test.each([
    ['2026-03-02', '2026-03-03T02:00:00.000Z'],
    ['2026-03-06', '2026-03-07T02:00:00.000Z'], // Friday to Saturday: hours know no weekend
  ])('asked for on %s at 09:00: due %s', (day, due) => {
    const story = withReport(ref, day);
    if (ref.startsWith('vn-2014')) story.verified('confirmed');
    story.wanting({ wantsLegalAid: true });
    expect(dueOf(story, 'tell-legal-aid-centre')).toEqual({
      limit: 'LA.NOTICE',
      dueAt: instant(due),
      day: undefined,
    });
    story.days(1);
    expect(story.case.taskOf('tell-legal-aid-centre').reached).toEqual([
      'reminder',
      'last-reminder',
      'overdue',
      'escalation-1',
    ]);
  });

  test('is owed by a procedural body only: no report of a crime, no notice', () => {
    const story = new Story(ref).received().wanting({ wantsLegalAid: true }).verified('confirmed');
    expect(story.open).toContain('legal-aid');
    expect(story.open).not.toContain('tell-legal-aid-centre');
  });

  test('2014: who is not confirmed yet has no legal aid, so nothing is told', () => {
    const story = withReport(ref, '2026-03-02').wanting({ wantsLegalAid: true });
    expect(story.open.includes('tell-legal-aid-centre')).toBe(ref.startsWith('vn-2025'));
  });
});

describe.each(refs)('%s: the application to end a stay (Decree 20/2021 30(3)(b))', (ref) => {
  const sheltered = (day: string): Story =>
    new Story(ref, [], day).received().wanting({ wantsShelter: true }).sheltered();

  test.each([
    ['2026-03-02', '2026-03-11'],
    ['2026-03-05', '2026-03-16'],
    ['2026-03-06', '2026-03-17'],
    ['2026-03-13', '2026-03-24'],
  ])('received on %s: decided by %s', (day, due) => {
    const story = sheltered(day);
    expect(story.open).not.toContain('decide-on-leaving');
    story.case.record('leaveApplication', 'person');
    expect(dueOf(story, 'decide-on-leaving')).toMatchObject({ limit: 'SA.STOP', day: due });
  });

  test('a refused application may be made anew', () => {
    const story = sheltered('2026-03-02');
    story.case.record('leaveApplication', 'family');
    story.case.complete('decide-on-leaving', 'stay-goes-on');
    expect(story.open).not.toContain('decide-on-leaving');
    story.case.record('leaveApplication', 'person');
    expect(story.open).toContain('decide-on-leaving');
  });

  test('the decision does not end the stay; the leaving does, and takes an open application with it', () => {
    const story = sheltered('2026-03-02');
    story.case.record('leaveApplication', 'person');
    story.case.complete('decide-on-leaving', 'stay-ends');
    expect(story.open).toContain('shelter-stay');
    story.case.record('leaveApplication', 'family');
    story.case.complete('shelter-stay', 'transferred');
    expect(story.open).not.toContain('decide-on-leaving');
    story.sheltered();
    expect(story.open).toContain('shelter-stay');
    expect(story.open).not.toContain('decide-on-leaving');
  });
});

describe.each(refs)('%s: more time than the law gives at first', (ref) => {
  test('the papers for legal aid: ten working days from the acceptance instead of five, once', () => {
    const story = new Story(ref).received().wanting({ wantsLegalAid: true }).verified('confirmed');
    story.case.complete('legal-aid', 'accepted-papers-later');
    expect(dueOf(story, 'supply-legal-aid-papers')).toMatchObject({ limit: 'LA.PROOF', day: '2026-03-09' });
    story.days(3).case.extend('supply-legal-aid-papers', 'remote-area');
    expect(dueOf(story, 'supply-legal-aid-papers')).toMatchObject({
      limit: 'LA.PROOF_FAR',
      day: '2026-03-16',
    });
  });

  test('the file of an admission: until the day that the superior body names', () => {
    const story = new Story(ref).received().wanting({ wantsShelter: true }).sheltered();
    expect(dueOf(story, 'shelter-file')).toMatchObject({ limit: 'SA.FILE', day: '2026-03-16' });
    expect(() => story.case.extend('shelter-file', 'superior-decided')).toThrow('field-required');
    story.case.extend('shelter-file', 'superior-decided', '2026-03-31');
    expect(dueOf(story, 'shelter-file')).toMatchObject({ limit: 'SA.FILE', day: '2026-03-31' });
  });
});

describe('2014: answer and certificate fall within the same time (Law 66/2011 24(4), R14-A A11)', () => {
  const asked = (): Story => {
    const story = new Story('vn-2014@1').received().wanting();
    story.case.complete('initial-verification', 'no-paper');
    story.case.complete('request-verification', 'requested');
    return story;
  };

  test('the twenty days from the request bind the certificate, whenever the answer came', () => {
    const story = asked().days(5);
    story.case.complete('police-verification', 'confirmed');
    expect(dueOf(story, 'issue-certificate')).toMatchObject({ limit: 'R14.A.VERIFY', day: '2026-03-23' });
    expect(story.case.taskOf('issue-certificate').deadlines).toMatchObject([{ serviceLevel: false }]);
  });

  test('and so does the extension', () => {
    const story = asked().days(5);
    story.case.extend('police-verification', 'complex');
    const { limit, day } = dueOf(story, 'police-verification');
    story.days(20).case.complete('police-verification', 'confirmed');
    expect(dueOf(story, 'issue-certificate')).toMatchObject({ limit, day });
  });
});
