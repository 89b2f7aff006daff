import { instant } from '../../../domain/time/instant.js';
import { wantsNothing } from '../procedure/story.js';
import { TypedCase } from './typed-case.js';

/** Everything that happened in March is typed in on one morning of July. */
function home(): TypedCase {
  const steps = [
    ['register-report', 'registered', { isMinor: false }],
    ['inform-rights', 'informed', {}],
    ['notify-authority', 'notified', {}],
    ['receive-case', 'received', {}],
    ['assess-protection', 'no-measure', {}],
    ['needs-assessment', 'assessed', wantsNothing],
    ['initial-verification', 'has-paper', { paper: 'police-certificate', confirmedOn: '2026-03-02' }],
    [
      'plan-return',
      'return-planned',
      { residence: { placeRevision: '00000000-0000-4000-8000-000000000001' }, plannedReturnOn: '2026-03-05' },
    ],
    ['arrange-travel', 'arranged', { given: ['fare'] }],
    ['confirm-arrival', 'arrived', {}],
  ] as const;
  const story = new TypedCase(instant('2026-07-06T02:00:00Z')).opened('2026-03-02T02:00:00Z');
  steps.forEach(([step, outcome, fields], index) => {
    story.answered(step, outcome, { on: `2026-03-02T03:${String(index).padStart(2, '0')}:00Z`, fields });
  });
  return story;
}

const contacts = (story: TypedCase): readonly (readonly [string, string | undefined])[] =>
  story
    .of('task-opened')
    .filter(({ data }) => data.stepId === 'follow-up')
    .map(({ data, occurredAt }) => [occurredAt, data.deadlines[0]?.dueDate]);

test('the first contact is owed a month after the arrival, not on its day', () => {
  // Ten working days from 2 April.
  expect(contacts(home())).toEqual([['2026-04-01T17:00:00.000Z', '2026-04-16']]);
});

test('and the next a month after the first', () => {
  const story = home().answered('follow-up', 'goes-on', { on: '2026-04-10T03:00:00Z', fields: {} });
  expect(contacts(story).map(([at]) => at)).toEqual(['2026-04-01T17:00:00.000Z', '2026-05-09T17:00:00.000Z']);
});
