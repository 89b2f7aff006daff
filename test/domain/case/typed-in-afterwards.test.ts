import { fold } from '../../../domain/case/evolve.js';
import { instant } from '../../../domain/time/instant.js';
import { TypedCase } from './typed-case.js';

// Monday 2 March 2026, 09:00 in Việt Nam; typed in on Monday 16 March. The first duty had 24 hours.
const received = '2026-03-02T02:00:00Z';
const typed = '2026-03-16T02:00:00Z';

const typedIn = (): TypedCase => new TypedCase(instant(typed)).opened(received);

const levels = (story: TypedCase): readonly [number, string][] =>
  story.of('escalation-raised').map(({ data, recordedAt }) => [data.level, recordedAt]);

const rungs = (story: TypedCase): readonly string[] => story.of('rung-reached').map(({ data }) => data.rung);

describe('given a case of two weeks ago', () => {
  test('when it is typed in at one sitting, then nothing is escalated that was answered', () => {
    const story = typedIn()
      .at('2026-03-16T02:05:00Z')
      .answered('register-report', 'registered', { on: '2026-03-02T08:00:00Z', fields: { isMinor: false } })
      .at('2026-03-16T02:20:00Z')
      .answered('notify-authority', 'notified', { on: '2026-03-02T09:00:00Z' })
      .at('2026-03-16T03:00:00Z')
      .answered('inform-rights', 'informed', { on: '2026-03-03T02:00:00Z' });
    expect(levels(story)).toEqual([]);
    const late = story.of('rung-reached');
    expect(late.length).toBeGreaterThan(4);
    expect(late.every(({ data }) => data.beforeRecord && data.lateByMs > 86_400_000)).toBe(true);
  });

  test('when a duty stays open, then its past rungs are noted at once, and its escalations four hours later', () => {
    const story = typedIn().at('2026-03-16T05:59:59Z');
    expect(rungs(story)).toEqual(['reminder', 'overdue']);
    expect(levels(story)).toEqual([]);
    story.at('2026-03-16T06:00:00Z');
    expect(levels(story)).toEqual([
      [1, '2026-03-16T06:00:00.000Z'],
      [2, '2026-03-16T06:00:00.000Z'],
      [3, '2026-03-16T06:00:00.000Z'],
    ]);
    const raised = story.of('rung-reached').filter(({ data }) => data.kind === 'escalation');
    expect(raised.map(({ data }) => [data.beforeRecord, data.lateByMs])).toEqual([
      [false, 0],
      [false, 0],
      [false, 0],
    ]);
  });

  test('when a duty that has days stays open, then its escalations wait one full working day', () => {
    const story = typedIn()
      .answered('register-report', 'registered', { on: '2026-03-02T08:00:00Z', fields: { isMinor: false } })
      .answered('notify-authority', 'notified', { on: '2026-03-02T09:00:00Z' })
      .answered('receive-case', 'received', { on: '2026-03-02T10:00:00Z' });
    const { id } = story.task('initial-verification');
    const raised = (): readonly string[] =>
      story
        .of('escalation-raised')
        .flatMap(({ data, recordedAt }) => (data.taskId === id ? [recordedAt] : []));
    story.at('2026-03-18T00:59:59Z');
    expect(raised()).toEqual([]);
    story.at('2026-03-18T01:00:00Z');
    expect(raised()).toEqual(Array.from({ length: 3 }, () => '2026-03-18T01:00:00.000Z'));
  });

  test('when somebody asks for the open duty, then nobody waits any longer', () => {
    const story = typedIn().at('2026-03-16T02:10:00Z').nudged('register-report').at('2026-03-16T02:10:01Z');
    expect(levels(story).map(([level]) => level)).toEqual([1, 2, 3]);
  });

  test('when much later, then each rung happened once', () => {
    const story = typedIn().at('2026-06-01T00:00:00Z');
    expect([...rungs(story)].sort()).toEqual([
      'escalation-1',
      'escalation-2',
      'escalation-3',
      'overdue',
      'reminder',
    ]);
    expect(fold(story.events)).toEqual(story.state);
  });
});

describe('given a report of yesterday whose time is over since an hour', () => {
  // 24 hours end at 02:00; the second escalation comes 24 hours after that, at its own time.
  const story = () => new TypedCase(instant('2026-03-03T03:00:00Z')).opened(received);

  test('when the sitting is over, then the first escalation is raised and the others keep their time', () => {
    expect(levels(story().at('2026-03-04T02:00:00Z'))).toEqual([
      [1, '2026-03-03T07:00:00.000Z'],
      [2, '2026-03-04T02:00:00.000Z'],
    ]);
  });

  test('when the second comes at its own time before that, then the first comes with it', () => {
    const soon = new TypedCase(instant('2026-03-04T01:00:00Z')).opened(received);
    expect(levels(soon.at('2026-03-04T02:00:00Z'))).toEqual([
      [1, '2026-03-04T02:00:00.000Z'],
      [2, '2026-03-04T02:00:00.000Z'],
    ]);
  });
});

test('given a report of this morning, then every rung comes at its time and is told', () => {
  const story = new TypedCase(instant(received)).opened(received).at('2026-03-09T00:00:00Z');
  expect(
    story.of('rung-reached').map(({ data, recordedAt }) => [data.rung, recordedAt, data.beforeRecord]),
  ).toEqual([
    ['reminder', '2026-03-02T04:00:00.000Z', false],
    ['overdue', '2026-03-03T02:00:00.000Z', false],
    ['escalation-1', '2026-03-03T02:00:00.000Z', false],
    ['escalation-2', '2026-03-04T02:00:00.000Z', false],
    ['escalation-3', '2026-03-06T02:00:00.000Z', false],
  ]);
});

test('given a live case, when the answer to a duty is typed in days later, then what it opens is not escalated at once', () => {
  const story = new TypedCase(instant(received))
    .opened(received)
    .at('2026-03-12T02:00:00Z')
    .answered('register-report', 'registered', { on: '2026-03-02T08:00:00Z', fields: { isMinor: false } });
  const before = story.of('escalation-raised').length;
  story.at('2026-03-12T05:00:00Z');
  expect(story.of('escalation-raised').length).toBe(before);
  expect(story.at('2026-03-12T06:00:00Z').of('escalation-raised').length).toBeGreaterThan(before);
});
