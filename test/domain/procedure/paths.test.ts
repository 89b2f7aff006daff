import { procedures } from '../../../domain/procedure/catalogue.js';
import { refOf } from '../../../domain/procedure/procedure.js';
import { Story } from './story.js';

const refs = procedures.map(refOf);

describe.each(refs)('%s: an adult', (ref) => {
  test('goes all the way home and is followed up', () => {
    const story = new Story(ref).received().wanting({ wantsShelter: true }).sheltered().verified('confirmed');
    story.case.complete('shelter-file', 'completed');
    story.home();
    expect(story.closings).toEqual([]);
    story.case.complete('shelter-stay', 'left-as-planned');
    story.days(32);
    expect(story.open).toEqual(['follow-up']);
    story.case.complete('follow-up', 'settled');
    expect(story.closings).toEqual(['returned-and-followed-up']);
    story.case.close('returned-and-followed-up');
    expect(story.case.current.status).toBe('closed');
  });

  test('who has a victim paper is confirmed without the police', () => {
    const story = new Story(ref).received().wanting();
    story.case.complete('initial-verification', 'has-paper');
    expect(story.open).toEqual(['plan-return']);
    expect(story.case.current.facts['victimStatus']?.value).toBe('confirmed');
  });

  test('without enough grounds leaves the facility before the case ends', () => {
    const story = new Story(ref)
      .received()
      .wanting({ wantsShelter: true })
      .sheltered()
      .verified('insufficient-grounds');
    expect(story.open).toEqual(expect.arrayContaining(['tell-negative-result', 'discharge', 'shelter-stay']));
    expect(story.open).not.toContain('plan-return');
    story.case.complete('tell-negative-result', 'told');
    story.case.complete('shelter-stay', 'discharged');
    expect(story.closings).toEqual([]);
    story.case.complete('discharge', 'discharged');
    expect(story.closings).toEqual(['not-confirmed-discharged']);
  });

  test('without enough grounds, for whom no place was found yet, is looked for no more, and the case can end', () => {
    const story = new Story(ref).received().wanting({ wantsShelter: true });
    expect(story.open).toContain('choose-facility');
    story.verified('insufficient-grounds');
    expect(story.open).not.toContain('choose-facility');
    story.case.complete('tell-negative-result', 'told');
    expect(story.open).toEqual([]);
    expect(story.closings).toEqual(['not-confirmed-discharged']);
  });

  test('may go home before the police have answered, travel paid, and is verified meanwhile', () => {
    const story = new Story(ref).received().wanting({ wantsHomeBeforeResult: true });
    story.case.complete('initial-verification', 'no-paper');
    expect(story.open).toContain('plan-return');
    story.case.complete('plan-return', 'return-planned', { plannedReturnOn: '2026-03-25' });
    expect(story.open).toEqual(expect.arrayContaining(['arrange-travel', 'request-verification']));
  });

  test('who does not ask for it returns when the police have answered', () => {
    const story = new Story(ref).received().wanting();
    story.case.complete('initial-verification', 'no-paper');
    expect(story.open).not.toContain('plan-return');
  });

  test('who refuses verification is asked once, helped home, and followed up', () => {
    const story = new Story(ref).received().wanting();
    story.case.complete('initial-verification', 'person-refuses');
    expect(story.open).toEqual(['talk-after-refusal']);
    story.case.complete('talk-after-refusal', 'goes-on-without');
    story.home().days(32).case.complete('follow-up', 'settled');
    expect(story.closings).toEqual(['returned-and-followed-up']);
  });

  test('may refuse during the police verification, change their mind, and be verified anew', () => {
    const story = new Story(ref).received().wanting();
    story.case.complete('initial-verification', 'no-paper');
    story.case.complete('request-verification', 'requested');
    story.case.personDeclines('police-verification');
    story.case.complete('talk-after-refusal', 'changed-mind');
    story.case.complete('request-verification', 'requested');
    story.case.complete('police-verification', 'confirmed');
    expect(story.open).toEqual(['issue-certificate', 'plan-return']);
  });

  test('who does not want to go on withdraws, and may come back', () => {
    const story = new Story(ref);
    story.case.complete('register-report', 'not-proceeding');
    expect(story.closings).toEqual(['withdrawn']);
    story.case.record('pathEnd', 'none');
    expect(story.open).toEqual(['register-report']);
  });

  test('a facility that declines is replaced by another, until one admits', () => {
    const story = new Story(ref).received().wanting({ wantsShelter: true });
    story.case.complete('choose-facility', 'chosen');
    story.case.decline('shelter-admission', 'no-place');
    story.case.complete('choose-facility', 'chosen');
    story.case.decline('shelter-admission', 'not-safe');
    expect(story.open).not.toContain('shelter-admission');
    story.sheltered();
    expect(story.open).toEqual(expect.arrayContaining(['shelter-stay', 'shelter-file']));
    expect(story.open).not.toContain('choose-facility');
  });

  test('who leaves without notice is looked for; contact is lost after a month only', () => {
    const story = new Story(ref).received().wanting({ wantsShelter: true }).verified('confirmed').sheltered();
    story.case.complete('shelter-stay', 'left-without-notice', { lastContactOn: '2026-03-02' });
    expect(story.open).toContain('alert-missing');
    story.case.complete('alert-missing', 'alerted');
    const tooEarly = () => story.case.complete('trace-person', 'not-found', { lastContactOn: '2026-03-02' });
    expect(tooEarly).toThrow('field-invalid');
    expect(story.days(30).open).toContain('trace-person');
    expect(tooEarly).toThrow('field-invalid');
    story.days(2).case.complete('trace-person', 'not-found', { lastContactOn: '2026-03-02' });
    expect(story.open).toEqual([]);
    expect(story.closings).toEqual(['lost-contact']);
  });

  test('the end of a stay opens a duty, and a decision lets the person stay on', () => {
    const story = new Story(ref).received().wanting({ wantsShelter: true }).sheltered().days(125);
    expect(story.open).toContain('after-stay');
    expect(story.open).not.toContain('shelter-stay');
    story.case.complete('after-stay', 'stays-by-decision');
    expect(story.open).toContain('further-stay');
    story.case.complete('further-stay', 'left-as-planned');
    expect(story.open).not.toContain('after-stay');
  });

  test('a moved day of return moves the deadlines that hang on it', () => {
    const story = new Story(ref).received().wanting().verified('confirmed');
    story.case.complete('plan-return', 'return-planned', { plannedReturnOn: '2026-04-01' });
    expect(story.dueDates('confirm-arrival')).toEqual({ 'SL.ARRIVAL': '2026-04-06' });
    story.case.record('plannedReturnOn', '2026-04-08');
    expect(story.dueDates('confirm-arrival')).toEqual({ 'SL.ARRIVAL': '2026-04-13' });
  });

  test('a crime report runs beside it and holds nothing up', () => {
    const story = new Story(ref).received({ isMinor: false, reportsCrime: true }).wanting();
    story.case.complete('pass-crime-report', 'passed');
    expect(story.dueDates('tell-procuracy')).toEqual({ 'CR.PROC': '2026-03-05' });
    expect(story.dueDates('resolve-crime-report')).toEqual({ 'CR.RESOLVE': '2026-03-23' });
    story.verified('insufficient-grounds').case.complete('tell-negative-result', 'told');
    expect(story.closings).toEqual(['not-confirmed-discharged']);
  });

  test('protection measures are reviewed until they are ended; the case waits for it', () => {
    const story = new Story(ref);
    story.case.complete('register-report', 'registered', { isMinor: false });
    story.case.complete('notify-authority', 'notified');
    story.case.complete('receive-case', 'received');
    story.case.complete('assess-protection', 'police-measures', { measures: ['PM3', 'PM5'] });
    story.case.complete('decide-police-measures', 'decided', { measures: ['PM3'] });
    story.case.complete('review-protection', 'continued');
    expect(story.open).toContain('review-protection');
    story.case.complete('review-protection', 'ended');
    expect(story.open).not.toContain('review-protection');
  });

  test('death ends every duty but the closing', () => {
    const story = new Story(ref).received().wanting({ wantsShelter: true }).sheltered();
    story.case.record('pathEnd', 'died');
    expect(story.open).toEqual([]);
    expect(story.closings).toEqual(['died']);
  });
});
