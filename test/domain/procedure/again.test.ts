import { procedures } from '../../../domain/procedure/catalogue.js';
import { refOf } from '../../../domain/procedure/procedure.js';
import { Story, wantsNothing } from './story.js';

const refs = procedures.map(refOf);

/** A person whose help was assessed, who is confirmed as a victim and lives in a facility. */
const helped = (ref: (typeof refs)[number], wishes: Record<string, boolean>): Story =>
  new Story(ref)
    .received()
    .wanting({ ...wishes, wantsShelter: true })
    .sheltered()
    .verified('confirmed');

const reviewed = (story: Story, wishes: Record<string, boolean>): void => {
  story.case.record('needsReview', true);
  story.case.complete('needs-review', 'assessed', { ...noWishes, ...wishes });
};
const noWishes = { ...wantsNothing, wantsShelter: true, wantsGoHome: false };

describe.each(refs)('%s: what was wanted once may be wanted again', (ref) => {
  test.each([
    ['psychological-help', 'wantsPsychological', 'provided'],
    ['medical-help', 'wantsMedical', 'provided'],
    ['legal-aid', 'wantsLegalAid', 'accepted'],
  ])('%s, after it was given and after the person declined it', (step, wish, outcome) => {
    const story = helped(ref, { [wish]: true });
    story.case.complete(step, outcome);
    expect(story.open).not.toContain(step);
    reviewed(story, { [wish]: true });
    expect(story.open).toContain(step);
    story.case.personDeclines(step);
    expect(story.open).not.toContain(step);
    story.case.record(wish, true);
    expect(story.open).toContain(step);
  });

  test('a review without that wish asks for nothing', () => {
    const story = helped(ref, { wantsMedical: true });
    story.case.complete('medical-help', 'provided');
    reviewed(story, {});
    expect(story.open).not.toContain('medical-help');
  });

  test('support: a plan once it was refused or delivered, none beside one that is under way', () => {
    const story = helped(ref, { wantsVocational: true });
    story.case.complete('plan-support', 'planned');
    reviewed(story, { wantsVocational: true });
    expect(story.open).not.toContain('plan-support');
    story.case.complete('file-support-application', 'window-passed');
    reviewed(story, { wantsVocational: true });
    expect(story.open).toContain('plan-support');
  });
});

describe.each(refs)('%s: danger that comes again', (ref) => {
  test('opens the assessment of protection anew, and its measures', () => {
    const story = new Story(ref).received();
    expect(story.open).not.toContain('assess-protection');
    story.case.record('seriousHarm', true);
    story.case.complete('assess-protection', 'own-measures');
    story.case.complete('decide-own-measures', 'decided');
    story.case.complete('review-protection', 'ended');
    story.case.record('seriousHarm', false);
    expect(story.open).not.toContain('assess-protection');
    story.case.record('seriousHarm', true);
    story.case.complete('assess-protection', 'own-measures');
    expect(story.open).toContain('decide-own-measures');
  });

  test('binds the chair to another twelve hours, for a child', () => {
    const story = new Story(ref, [{ fact: 'isMinor', value: true }]);
    story.case.complete('child-risk-assessment', 'assessed', { seriousHarm: true });
    story.case.complete('child-emergency', 'measures-taken');
    expect(story.open).not.toContain('child-emergency');
    story.days(20).case.record('seriousHarm', true);
    expect(story.case.taskOf('child-emergency').deadlines).toMatchObject([{ limitId: 'CH.EMERG' }]);
  });
});

describe.each(refs)('%s: a second answer that the grounds were not enough', (ref) => {
  test('is told to the person, who is discharged, before the case may end', () => {
    const story = new Story(ref).received().wanting({ wantsShelter: true }).sheltered();
    story.verified('insufficient-grounds');
    story.case.complete('tell-negative-result', 'told');
    story.case.complete('discharge', 'discharged');
    story.case.complete('shelter-stay', 'discharged');
    story.case.correct('initial-verification', 'no-paper');
    story.case.complete('request-verification', 'requested');
    story.case.complete('police-verification', 'insufficient-grounds');
    expect(story.open).toContain('tell-negative-result');
    expect(story.closings).toEqual([]);
    story.case.complete('tell-negative-result', 'told');
    expect(story.closings).toEqual(['not-confirmed-discharged']);
  });
});

describe.each(refs)('%s: a child that sets out a second time', (ref) => {
  const planned = (): Story => {
    const story = new Story(ref).received({ isMinor: true }).wanting().verified('confirmed');
    story.case.complete('plan-return', 'return-planned');
    return story;
  };

  test('has a guardian appointed anew and is escorted before anybody confirms the arrival', () => {
    const story = planned();
    story.case.complete('appoint-guardian', 'appointed');
    story.case.complete('family-safety-check', 'safe');
    story.case.complete('escort-home', 'handed-over');
    story.case.complete('confirm-arrival', 'not-arrived');
    story.case.complete('trace-person', 'found');
    story.case.complete('plan-return', 'return-planned');
    story.case.complete('family-safety-check', 'safe');
    expect(story.open).not.toContain('escort-home');
    expect(story.open).not.toContain('confirm-arrival');
    story.case.complete('appoint-guardian', 'appointed');
    expect(story.open).toContain('escort-home');
    expect(story.open).not.toContain('confirm-arrival');
    story.case.complete('escort-home', 'handed-over');
    expect(story.open).toContain('confirm-arrival');
  });

  test('whose stay ends while the police are still looking goes home like any other child', () => {
    const story = new Story(ref).received({ isMinor: true }).wanting({ wantsShelter: true }).sheltered();
    story.case.complete('initial-verification', 'no-paper');
    story.case.complete('request-verification', 'requested');
    story.case.complete('shelter-stay', 'left-as-planned');
    story.case.complete('plan-return', 'return-planned');
    expect(story.open).toEqual(expect.arrayContaining(['appoint-guardian', 'family-safety-check']));
  });
});
