import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueState, DueView } from '../../api/contract/task.js';
import { Icon, type IconName } from '../shell/icon.js';
import type { Distance } from './deadline-words.js';
import { clockWords, dayOfInstant, dayWords } from './display.js';

const icons = {
  'on-track': 'clock',
  soon: 'alert',
  overdue: 'late',
  paused: 'pause',
  met: 'done',
  missed: 'late',
} satisfies Record<DueState, IconName>;

export type LabelledDue = Pick<DueView, 'at' | 'date' | 'unit' | 'state' | 'serviceLevel'>;

interface Props {
  readonly due: LabelledDue;
  /** From the moment of the reader to the deadline. */
  readonly distance: Distance;
}

/** Icon, words and colour; always both how far away it is and the exact moment. */
export function DeadlineLabel({ due, distance }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <span className="deadline">
      <span className="deadline-label" data-state={due.state}>
        <Icon name={icons[due.state]} />
        {label(due.state, distance, t)}
      </span>
      <span className="deadline-moment">
        {lastMoment(due, t)}
        {due.serviceLevel && (
          <>
            &nbsp;· <span className="unbroken">{t('due.service-level')}</span>
          </>
        )}
      </span>
    </span>
  );
}

/** "hết ngày 27/11/2026" for days, "14:30 ngày 27/11/2026" for hours. */
export const lastMoment = (due: Pick<DueView, 'at' | 'date'>, t: TFunction): string =>
  due.date === undefined
    ? t('due.at', { time: clockWords(due.at), date: dayOfInstant(due.at) })
    : t('due.end-of', { date: dayWords(due.date) });

/** The same on paper and in a sentence; our own target is never told as law. */
export const momentTold = (due: Pick<DueView, 'at' | 'date' | 'serviceLevel'>, t: TFunction): string =>
  due.serviceLevel ? `${lastMoment(due, t)} (${t('due.service-level')})` : lastMoment(due, t);

function label(state: DueState, distance: Distance, t: TFunction): string {
  switch (state) {
    case 'on-track':
      return remaining(distance, t);
    case 'soon':
      return t('due.soon', { remaining: lowered(remaining(distance, t)) });
    case 'overdue':
      return late(distance, t);
    case 'paused':
      return t('due.paused');
    case 'met':
      return t('due.met');
    case 'missed':
      return t('due.missed');
  }
}

function remaining({ amount, unit, late: isLate }: Distance, t: TFunction): string {
  if (isLate) return t('due.left-none');
  if (amount === 0 && (unit === 'day' || unit === 'working-day')) return t('due.left-today');
  const keys = {
    minute: 'due.left-minute',
    hour: 'due.left-hour',
    day: 'due.left-day',
    'working-day': 'due.left-working-day',
  } as const satisfies Record<Distance['unit'], string>;
  return t(keys[unit], { count: amount });
}

function late({ amount, unit }: Distance, t: TFunction): string {
  if (unit === 'working-day' || unit === 'day') return t('due.late-day', { count: Math.max(amount, 1) });
  return t(unit === 'hour' ? 'due.late-hour' : 'due.late-minute', { count: amount });
}

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
