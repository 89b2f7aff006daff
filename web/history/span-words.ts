import type { TFunction } from 'i18next';
import { dayWords } from '../time/display.js';
import { limitOf } from '../time/explanation-words.js';
import type { CountedDays, Span } from './lane.js';

const hourMs = 3_600_000;

/** Two figures are enough to compare: hours below two days, days above. */
const lengthOf = (ms: number, t: TFunction): string =>
  ms < 48 * hourMs
    ? t('length.hour', { count: Math.round(ms / hourMs) })
    : t('length.calendar-day', { count: Math.round(ms / (24 * hourMs)) });

/** Of the day on which a limit begins to count none has passed. */
const dayWordsOf = (amount: number, unit: CountedDays['unit'], t: TFunction): string =>
  amount === 0 ? t(`lanes.under-${unit}`) : t(`length.${unit}`, { count: amount });

/** How far it went beyond its limit. */
export const beyondWords = ({ days, beyondMs }: Span, t: TFunction): string =>
  days === undefined ? lengthOf(beyondMs, t) : dayWordsOf(days.beyond, days.unit, t);

/** "đã dùng 3 ngày, được phép 20 ngày", or "xong trước 23 ngày, phải xong ít nhất 20 ngày trước ngày 25/03/2026". */
export function spanWords(span: Span, t: TFunction): string {
  if (span.before !== undefined)
    return span.before.daysAhead === undefined
      ? allowedWords(span, t)
      : `${usedWords(span, t)}, ${allowedWords(span, t)}`;
  return t(span.isRunning ? 'lanes.used-so-far' : 'lanes.used-of', {
    used: usedWords(span, t),
    allowed: allowedWords(span, t),
  });
}

/** What the law allows; of a limit before a day in the limit's own unit. */
export const allowedWords = ({ before, days, deadline, allowedMs }: Span, t: TFunction): string =>
  before === undefined
    ? days === undefined
      ? lengthOf(allowedMs, t)
      : dayWordsOf(days.allowed, days.unit, t)
    : t('lanes.must-before', {
        length: limitOf(deadline.explanation, t),
        day: dayWords(before.day),
      });

/** What was used of it; of a limit before a day how long before that day it was done. */
export function usedWords({ before, days, usedMs }: Span, t: TFunction): string {
  if (days !== undefined) return dayWordsOf(days.used, days.unit, t);
  const daysAhead = before?.daysAhead;
  if (daysAhead === undefined) return lengthOf(usedMs, t);
  return t(daysAhead < 0 ? 'lanes.done-after' : 'lanes.done-before', {
    length: t('length.calendar-day', { count: Math.abs(daysAhead) }),
  });
}
