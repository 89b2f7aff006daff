import { isDeepStrictEqual } from 'node:util';
import { lockedSteps } from '../../../domain/case/locked.js';
import { procedures } from '../../../domain/procedure/catalogue.js';
import { refOf, type Condition } from '../../../domain/procedure/procedure.js';
import { instant } from '../../../domain/time/instant.js';
import { plainDate } from '../../../domain/time/plain-date.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';
import { Story } from '../procedure/story.js';

const span = { from: plainDate('2014-01-01'), to: plainDate('2040-12-31') };
const moment = { now: instant('2026-03-03T02:00:00Z'), calendar: workingCalendar('none', [], span) };

/** "Whenever it is completed anew" holds at any time: it says when a step opens again, and no reason why it is locked. */
const alwaysHolds = (condition: Condition): boolean =>
  'any' in condition &&
  condition.any.some((one) => condition.any.some((other) => isDeepStrictEqual(other, { not: one })));

test.each(procedures.map(refOf))('%s: no locked step waits for what always holds', (ref) => {
  const fresh = new Story(ref).case.current;
  const locked = lockedSteps(fresh, moment);
  expect(locked.length).toBeGreaterThan(5);
  const parts = (condition: Condition): readonly Condition[] => [
    condition,
    ...('all' in condition ? condition.all.flatMap(parts) : []),
    ...('any' in condition ? condition.any.flatMap(parts) : []),
  ];
  expect(locked.flatMap(({ unmet }) => unmet.flatMap(parts)).filter(alwaysHolds)).toEqual([]);
});

describe.each(procedures.map(refOf))('%s: a step that was passed by', (ref) => {
  const lockedOf = (story: Story): string[] =>
    lockedSteps(story.case.current, moment).map(({ stepId }) => stepId);

  test('nobody need bring a person whom the commune has received', () => {
    expect(lockedOf(new Story(ref)).filter((id) => id.startsWith('bring-'))).toEqual([]);
    const atThePolice = new Story(ref, [{ fact: 'receivedBy', value: 'police' }]);
    expect(lockedOf(atThePolice)).toContain('register-report');
  });

  test('nobody is escorted home who has arrived', () => {
    const story = new Story(ref).received().wanting();
    expect(lockedOf(story)).toContain('escort-home');
    story.verified('confirmed').home();
    expect(lockedOf(story)).not.toContain('escort-home');
    expect(lockedOf(story)).toContain('follow-up');
  });
});
