import type { TFunction } from 'i18next';
import type { DueView } from '../../api/contract/task.js';
import { dayWords, momentWords } from './display.js';

const units = {
  hour: 'length.hour',
  'calendar-day': 'length.calendar-day',
  'working-day': 'length.working-day',
  month: 'length.month',
} as const;

/** How the deadline was found, as one would tell a colleague. Nothing where the record holds no explanation. */
export function explanationWords(explanation: DueView['explanation'], t: TFunction): string {
  const { counted, eventAt, eventDate, rawDate } = explanation;
  const length = lengthWords(explanation['limit'], t);
  if (length === undefined || typeof eventAt !== 'string') return '';
  if (counted === 'hours') return t('explain.hours', { length, from: momentWords(eventAt) });
  if (typeof eventDate !== 'string') return '';
  const key = isBackwardLimit(explanation) ? 'explain.days-before' : 'explain.days';
  const parts = [t(key, { length, from: dayWords(eventDate) })];
  const skipped = total(explanation['skipped']);
  if (skipped > 0) parts.push(t('explain.skipped', { count: skipped }));
  const to = field(explanation['rolled'], 'to');
  if (typeof to === 'string' && typeof rawDate === 'string')
    parts.push(t('explain.rolled', { from: dayWords(rawDate), to: dayWords(to) }));
  return parts.join(' ');
}

/** "20 ngày" of the limit that an explanation is of; nothing where it does not tell. */
export const limitOf = (explanation: DueView['explanation'], t: TFunction): string =>
  lengthWords(explanation['limit'], t) ?? '';

/** The unit of that limit. */
export const unitOf = (explanation: DueView['explanation']): unknown => field(explanation['limit'], 'unit');

/** Does that limit count back from a day ahead? */
export const isBackwardLimit = (explanation: DueView['explanation']): boolean =>
  field(explanation['limit'], 'direction') === 'backward';

function lengthWords(limit: unknown, t: TFunction): string | undefined {
  const amount = field(limit, 'amount');
  const unit = field(limit, 'unit');
  if (typeof amount !== 'number' || typeof unit !== 'string' || !isUnit(unit)) return undefined;
  return t(units[unit], { count: amount });
}

const isUnit = (text: string): text is keyof typeof units => Object.hasOwn(units, text);

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;

/** Days off of every kind. */
const total = (days: unknown): number =>
  typeof days === 'object' && days !== null
    ? Object.values(days).reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0)
    : 0;

/** "20 ngày làm việc" of a limit. */
export const limitWords = (limit: { readonly amount: number; readonly unit: string }, t: TFunction): string =>
  lengthWords(limit, t) ?? '';
