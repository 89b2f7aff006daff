import { procedures } from '../../../domain/procedure/catalogue.js';
import { phases, phasesOf, refOf, type Phase } from '../../../domain/procedure/procedure.js';
import { Story } from './story.js';

const phaseIn = (story: Story): Phase => story.case.current.phase;

/** In support of the regime: from the plan to the decision. */
const wantsWork = { wantsVocational: true };

describe.each(procedures.map(refOf))('%s: a case lies', (ref) => {
  test('where its main track has come to, however much runs beside it', () => {
    const story = new Story(ref, [{ fact: 'isMinor', value: true }]);
    expect(phaseIn(story)).toBe('receipt');
    story.received({ isMinor: true, reportsCrime: true });
    expect(story.open).toEqual(expect.arrayContaining(['child-risk-assessment', 'initial-verification']));
    expect(phaseIn(story)).toBe('verification');
  });

  test('in the shelter while the person lives there, though the way home is being prepared', () => {
    const story = new Story(ref).received().wanting({ wantsShelter: true }).sheltered().verified('confirmed');
    story.home();
    expect(phaseIn(story)).toBe('shelter');
    story.case.complete('shelter-stay', 'left-as-planned');
    expect(phaseIn(story)).toBe('return');
  });

  test('in support once the person is home and nothing else is open', () => {
    const story = new Story(ref).received().wanting(wantsWork).verified('confirmed');
    expect(story.open).toEqual(expect.arrayContaining(['plan-support', 'plan-return']));
    expect(phaseIn(story)).toBe('return');
    story.home();
    expect(phaseIn(story)).toBe('support');
    story.days(32);
    expect(story.open).toContain('follow-up');
    expect(phaseIn(story)).toBe('follow-up');
  });

  test('in support, too, when only that keeps it from being closed', () => {
    const story = new Story(ref).received().wanting(wantsWork).verified('confirmed').home().days(32);
    story.case.complete('follow-up', 'settled');
    expect(story.closings).toEqual([]);
    expect(phaseIn(story)).toBe('support');
    story.case.personDeclines('plan-support');
    expect(story.closings).toEqual(['returned-and-followed-up']);
    expect(phaseIn(story)).toBe('follow-up');
  });

  test('in protection while measures are in force and nothing else is open', () => {
    const story = new Story(ref);
    story.case.complete('register-report', 'registered', { isMinor: false });
    story.case.complete('inform-rights', 'informed');
    story.case.complete('notify-authority', 'notified');
    story.case.complete('receive-case', 'received');
    story.case.complete('assess-protection', 'own-measures');
    story.case.complete('decide-own-measures', 'decided');
    story.wanting().verified('confirmed').home();
    expect(story.open).toEqual(['review-protection']);
    expect(phaseIn(story)).toBe('protection');
    story.case.complete('review-protection', 'ended');
    expect(phaseIn(story)).toBe('return');
  });

  test('where it was when its way ended, while it is being closed and after', () => {
    const story = new Story(ref).received().wanting().verified('insufficient-grounds');
    story.case.complete('tell-negative-result', 'told');
    expect(story.closings).toEqual(['not-confirmed-discharged']);
    expect(phaseIn(story)).toBe('verification');
    story.case.close('not-confirmed-discharged');
    expect(phaseIn(story)).toBe('verification');
  });

  test('never in an inquiry into the crime, which the person does not wait for', () => {
    const story = new Story(ref).received({ isMinor: false, reportsCrime: true }).wanting();
    story.verified('confirmed').home();
    story.case.record('wantsClosedTrial', true);
    expect(story.open).toEqual(expect.arrayContaining(['pass-crime-report', 'ask-closed-trial']));
    expect(phaseIn(story)).toBe('return');
  });
});

test.each(procedures.map((procedure) => [refOf(procedure), procedure] as const))(
  '%s has a step in every phase but transfer, so cases lie in all of them and never there',
  (_ref, procedure) => {
    expect(phasesOf(procedure)).toEqual(phases.filter((phase) => phase !== 'transfer'));
  },
);
