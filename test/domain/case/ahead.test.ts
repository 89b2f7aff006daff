import { comingDuties } from '../../../domain/case/coming-duties.js';
import type { CaseState } from '../../../domain/case/case-state.js';
import type { Actor } from '../../../domain/case/events.js';
import { lockedClosings } from '../../../domain/case/locked.js';
import { permitted, refusedActs } from '../../../domain/case/permitted.js';
import { derivedUuid, userId } from '../../../domain/ids.js';
import { procedures } from '../../../domain/procedure/catalogue.js';
import { refOf } from '../../../domain/procedure/procedure.js';
import { addHours, instant } from '../../../domain/time/instant.js';
import { dateOf, plainDate } from '../../../domain/time/plain-date.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';
import { Story } from '../procedure/story.js';

const began = instant('2026-03-02T02:00:00.000Z');
const calendar = workingCalendar('none', [], {
  from: plainDate('2014-01-01'),
  to: plainDate('2040-12-31'),
});
const coming = (story: Story, days = 0) =>
  comingDuties(story.case.current, addHours(began, 24 * days)).map(({ step, opensAt }) => [
    step.id,
    dateOf(opensAt),
  ]);

describe.each(procedures.map(refOf))('%s: a case in which nobody has to act', (ref) => {
  test('tells which duty opens by itself and on which day, and so it comes', () => {
    const story = new Story(ref).received().wanting().verified('confirmed').home();
    expect(story.open).toEqual([]);
    expect(coming(story)).toEqual([['follow-up', '2026-04-02']]);
    story.days(30);
    expect(story.open).toEqual([]);
    story.days(1);
    expect(story.open).toEqual(['follow-up']);
  });

  test('tells of the next contact after one that left the follow-up going on, and none after the last', () => {
    const story = new Story(ref).received().wanting().verified('confirmed').home().days(31);
    for (const [passed, next] of [
      [31, '2026-05-02'],
      [62, '2026-06-03'],
    ] as const) {
      story.case.complete('follow-up', 'goes-on');
      expect(story.open).toEqual([]);
      expect(coming(story, passed)).toContainEqual(['follow-up', next]);
      story.days(31);
    }
    story.case.complete('follow-up', 'goes-on');
    expect(coming(story, 93).map(([step]) => step)).not.toContain('follow-up');
  });

  test('tells when a case may be closed whatever the contacts find', () => {
    const story = new Story(ref).received().wanting().verified('confirmed').home().days(31);
    story.case.complete('follow-up', 'goes-on');
    expect(coming(story, 31)).toContainEqual(['close-case', '2026-06-02']);
  });

  test('tells of nothing that is open already or that somebody must bring about', () => {
    expect(coming(new Story(ref).received())).toEqual([]);
  });
});

describe.each(procedures.map(refOf))('%s: closing a case', (ref) => {
  const moment = (days: number) => ({ now: addHours(began, 24 * days), calendar });
  const coordinator = ({ coordinatingAgencyId }: CaseState): Actor => ({
    kind: 'user',
    userId: userId(derivedUuid('the coordinator')),
    agencyId: coordinatingAgencyId ?? null,
    roles: ['coordinator'],
  });
  const refused = ({ case: { current } }: Story, days: number) =>
    refusedActs(current, coordinator(current), moment(days));
  const may = ({ case: { current } }: Story, days: number) =>
    permitted(current, coordinator(current), moment(days)).map(({ type }) => type);
  const closingIsADuty = ({ case: { current } }: Story) =>
    current.steps['close-case']?.openTask !== undefined;

  test('is refused beforehand while the person lives in the facility, naming the stay; allowed after they left', () => {
    const story = new Story(ref).received().wanting({ wantsShelter: true }).sheltered().verified('confirmed');
    story.home().days(32).case.complete('follow-up', 'settled');
    expect(may(story, 32)).not.toContain('close-case');
    expect(closingIsADuty(story)).toBe(false);
    expect(refused(story, 32)).toEqual([
      { type: 'close-case', refusal: { refused: 'mandatory-steps-open', allowed: ['shelter-stay'] } },
    ]);
    story.case.complete('shelter-stay', 'left-as-planned');
    expect(may(story, 32)).toContain('close-case');
    expect(closingIsADuty(story)).toBe(true);
    expect(refused(story, 32)).toEqual([]);
  });

  test('is nobody’s duty while a mandatory one is open: a time that nobody can keep does not run', () => {
    const story = new Story(ref).received().wanting({ wantsShelter: true }).sheltered().verified('confirmed');
    story.home().days(32).case.complete('follow-up', 'settled');
    story.days(20);
    story.case.complete('shelter-stay', 'left-as-planned');
    const closing = Object.values(story.case.current.tasks).filter(({ stepId }) => stepId === 'close-case');
    expect(closing.map(({ ordinal }) => ordinal)).toEqual([1]);
    expect(closing[0]?.deadlines.map(({ startAt }) => startAt)).toEqual([addHours(began, 24 * 52)]);
  });

  test('is refused beforehand while no closing holds, and each says what it still waits for', () => {
    const story = new Story(ref).received().wanting();
    expect(refused(story, 0)).toMatchObject([
      { type: 'close-case', refusal: { refused: 'wrong-state', about: 'no-closing-holds' } },
    ]);
    const closings = lockedClosings(story.case.current, moment(0));
    expect(closings.map(({ outcome }) => outcome)).toContain('returned-and-followed-up');
    for (const { unmet } of closings) expect(unmet.length).toBeGreaterThan(0);
  });

  test('is nobody else’s to ask, so nobody else is told that it is refused', () => {
    const { current } = new Story(ref).received().case;
    const stranger: Actor = {
      kind: 'user',
      userId: userId(derivedUuid('x')),
      agencyId: null,
      roles: ['officer'],
    };
    expect(refusedActs(current, stranger, moment(0))).toEqual([]);
  });
});
