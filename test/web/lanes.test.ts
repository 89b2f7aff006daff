import { createInstance } from 'i18next';
import type { DeadlineView } from '../../api/contract/event.js';
import { plainDate } from '../../domain/time/plain-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import caseVi from '../../messages/case.vi.json';
import webVi from '../../messages/web.vi.json';
import { lanesOf } from '../../web/history/lane.js';
import { allowedWords, beyondWords, spanWords } from '../../web/history/span-words.js';

const { t } = createInstance(
  {
    lng: 'vi',
    resources: { vi: { web: { ...webVi, ...caseVi } } },
    defaultNS: 'web',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  },
  () => undefined,
);

/** Without holidays. */
const calendar = workingCalendar('test', [], { from: plainDate('2026-01-01'), to: plainDate('2026-12-31') });

/** At least 20 days before the 25th of March: the 5th is the last lawful day. */
const backward = {
  taskId: 'task',
  taskTitle: 'Đánh giá',
  startAt: '2026-03-24T17:00:00.000Z',
  dueAt: '2026-03-05T17:00:00.000Z',
  dueDate: '2026-03-05',
  setAt: '2026-02-20T02:00:00.000Z',
  counts: true,
  explanation: { counted: 'days', limit: { amount: 20, unit: 'calendar-day', direction: 'backward' } },
} as unknown as DeadlineView;
const spanOf = (deadline: object, now: string) =>
  lanesOf([{ ...backward, ...deadline }], [], { nowMs: Date.parse(now), calendar }).flatMap(
    ({ spans }) => spans,
  );
const words = (deadline: object, now = '2026-04-01T00:00:00Z') =>
  spanOf(deadline, now).map((span) => [spanWords(span, t), span.beyondMs > 0]);

describe('a limit that ends so long before a day is told in its own unit', () => {
  const must = 'phải xong ít nhất 20 ngày trước ngày 25/03/2026';

  it('while it runs', () => {
    expect(words({}, '2026-03-01T02:00:00Z')).toEqual([[must, false]]);
    expect(words({}, '2026-03-05T17:00:01Z')).toEqual([[must, true]]);
  });

  it('when it was taken back, as if nothing had been done', () => {
    expect(words({ endedAt: '2026-03-02T02:00:00.000Z', state: 'lapsed' })).toEqual([[must, false]]);
  });

  it('with how long before the day it was done, whole days, on the last lawful evening too', () => {
    expect(words({ endedAt: '2026-03-02T02:00:00.000Z', state: 'met' })).toEqual([
      [`xong trước 23 ngày, ${must}`, false],
    ]);
    expect(words({ endedAt: '2026-03-05T16:59:00.000Z', state: 'met' })).toEqual([
      [`xong trước 20 ngày, ${must}`, false],
    ]);
    expect(words({ endedAt: '2026-03-05T17:00:01.000Z', state: 'missed' })).toEqual([
      [`xong trước 19 ngày, ${must}`, true],
    ]);
    expect(words({ endedAt: '2026-03-27T02:00:00.000Z', state: 'missed' })).toEqual([
      [`xong sau 2 ngày, ${must}`, true],
    ]);
  });

  it('even where it ends as the day itself begins', () => {
    const dayBefore = {
      dueAt: '2026-03-24T17:00:00.000Z',
      dueDate: '2026-03-24',
      explanation: { counted: 'days', limit: { amount: 1, unit: 'working-day', direction: 'backward' } },
    };
    expect(words({ ...dayBefore, endedAt: '2026-03-23T02:00:00.000Z', state: 'met' })).toEqual([
      ['xong trước 2 ngày, phải xong ít nhất 1 ngày làm việc trước ngày 25/03/2026', false],
    ]);
  });

  it('and drawn from when it was set to its last moment', () => {
    const [span] = spanOf({ endedAt: '2026-03-02T02:00:00.000Z' }, '2026-04-01T00:00:00Z');
    const day = 86_400_000;
    expect([span?.allowedMs, span?.usedMs]).toEqual([13.625 * day, 10 * day]);
  });
});

describe('a limit in working days', () => {
  /** From a Monday: five working days end on the Monday after. */
  const limited = {
    startAt: '2026-03-02T02:00:00.000Z',
    dueAt: '2026-03-09T17:00:00.000Z',
    dueDate: '2026-03-09',
    explanation: { counted: 'days', limit: { amount: 5, unit: 'working-day', direction: 'forward' } },
  };

  it('is told in working days, used as allowed', () => {
    expect(words({ ...limited, endedAt: '2026-03-06T09:00:00.000Z' })).toEqual([
      ['đã dùng 4 ngày làm việc, được phép 5 ngày làm việc', false],
    ]);
    expect(words({ ...limited, endedAt: '2026-03-02T09:00:00.000Z' })).toEqual([
      ['đã dùng chưa đến 1 ngày làm việc, được phép 5 ngày làm việc', false],
    ]);
  });

  it('and so is what went beyond it, days off left out', () => {
    const [span] = spanOf({ ...limited, endedAt: '2026-03-16T02:00:00.000Z' }, '2026-04-01T00:00:00Z');
    if (span === undefined) throw new Error('the deadline counts');
    expect([spanWords(span, t), beyondWords(span, t)]).toEqual([
      'đã dùng 10 ngày làm việc, được phép 5 ngày làm việc',
      '5 ngày làm việc',
    ]);
  });
});

describe('a limit that counts forward', () => {
  const forward = {
    startAt: '2026-03-01T02:00:00.000Z',
    dueAt: '2026-03-21T17:00:00.000Z',
    dueDate: '2026-03-21',
    explanation: { counted: 'days', limit: { amount: 20, unit: 'calendar-day', direction: 'forward' } },
  };

  it('is told as allowed and used days, as the law counts them', () => {
    const ended = { ...forward, endedAt: '2026-03-04T09:00:00.000Z' };
    expect(words(ended)).toEqual([['đã dùng 3 ngày, được phép 20 ngày', false]]);
    expect(spanOf(ended, '2026-04-01T00:00:00Z').map((span) => allowedWords(span, t))).toEqual(['20 ngày']);
  });
});
