import { createInstance } from 'i18next';
import type { DeadlineView } from '../../api/contract/event.js';
import webVi from '../../messages/web.vi.json';
import { lanesOf } from '../../web/history/lane.js';
import { allowedWords, spanWords } from '../../web/history/span-words.js';

const { t } = createInstance(
  {
    lng: 'vi',
    resources: { vi: { web: webVi } },
    defaultNS: 'web',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  },
  () => undefined,
);

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
  lanesOf([{ ...backward, ...deadline }], [], Date.parse(now)).flatMap(({ spans }) => spans);
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

  it('and drawn from when it was set to its last moment', () => {
    const [span] = spanOf({ endedAt: '2026-03-02T02:00:00.000Z' }, '2026-04-01T00:00:00Z');
    const day = 86_400_000;
    expect([span?.allowedMs, span?.usedMs]).toEqual([13.625 * day, 10 * day]);
  });
});

describe('a limit that counts forward', () => {
  const forward = { startAt: '2026-03-01T17:00:00.000Z', dueAt: '2026-03-21T17:00:00.000Z' };

  it('is told as allowed and used time', () => {
    const ended = { ...forward, endedAt: '2026-03-04T17:00:00.000Z' };
    expect(words(ended)).toEqual([['đã dùng 3 ngày, được phép 20 ngày', false]]);
    expect(spanOf(ended, '2026-04-01T00:00:00Z').map((span) => allowedWords(span, t))).toEqual(['20 ngày']);
  });
});
