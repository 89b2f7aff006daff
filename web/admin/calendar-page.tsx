import { NativeSelect } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarKind, WorkingCalendar } from '../../domain/time/working-calendar.js';
import { dateOf, dayOfWeek } from '../../domain/time/plain-date.js';
import { usePageTitle } from '../shell/page-title.js';
import { Starting } from '../shell/waiting.js';
import { nowAhead } from '../time/deadline-words.js';
import { dayWords } from '../time/display.js';
import { useWorkingCalendar } from '../time/working-calendar-query.js';
import './admin.css';
import { AdminTabs } from './admin-tabs.js';
import { isWhole, specialDaysOf, versionWords, weeksOf, yearsOf, type YearDay } from './calendar-year.js';

const kindKeys = {
  holiday: 'calendar.holiday',
  compensatory: 'calendar.compensatory',
  swap_off: 'calendar.swap-off',
  swap_work: 'calendar.swap-work',
} as const satisfies Record<CalendarKind, string>;

/** The working calendar in force, to read: what counts as a working day in every deadline. */
export function CalendarPage(): ReactNode {
  const { t } = useTranslation();
  const calendar = useWorkingCalendar();
  usePageTitle(t('calendar.title'));
  return (
    <div className="page stack">
      <h1>{t('calendar.title')}</h1>
      <AdminTabs />
      <p>{t('calendar.what')}</p>
      {calendar === undefined ? <Starting /> : <Year calendar={calendar} />}
    </div>
  );
}

function Year({ calendar }: { readonly calendar: WorkingCalendar }): ReactNode {
  const { t } = useTranslation();
  const [year, setYear] = useState(dateOf(nowAhead()).slice(0, 4));
  const special = specialDaysOf(calendar, year);
  return (
    <>
      <NativeSelect
        className="short-input no-print"
        label={t('calendar.year')}
        value={year}
        data={[...yearsOf(calendar)]}
        onChange={(event) => {
          setYear(event.currentTarget.value);
        }}
      />
      <p className="quiet">
        {t('calendar.version', {
          version: versionWords(calendar.version),
          from: dayWords(calendar.from),
          to: dayWords(calendar.to),
        })}
      </p>
      {!isWhole(calendar, year) && <p>{t('calendar.not-whole')}</p>}
      <section className="card stack" aria-labelledby="special">
        <h2 id="special">{t('calendar.special', { year })}</h2>
        {special.length === 0 ? (
          <p>{t('calendar.none')}</p>
        ) : (
          <ul className="plain-list special-days">
            {special.map(([date, kind]) => (
              <li key={date}>
                {weekdayWords(dayOfWeek(date), t)} {dayWords(date)}: {t(kindKeys[kind])}
              </li>
            ))}
          </ul>
        )}
      </section>
      <ul className="calendar-legend">
        {(['weekend', 'holiday', 'compensatory', 'swap_off', 'swap_work'] as const).map((kind) => (
          <li key={kind}>
            <span className="calendar-day" data-kind={kind} aria-hidden="true" />
            {kind === 'weekend' ? t('calendar.weekend') : t(kindKeys[kind])}
          </li>
        ))}
      </ul>
      <div className="calendar-months" aria-hidden="true">
        {months.map((month) => (
          <Month key={month} calendar={calendar} month={`${year}-${month}`} />
        ))}
      </div>
    </>
  );
}

const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** A picture of what the list above says. */
function Month({
  calendar,
  month,
}: {
  readonly calendar: WorkingCalendar;
  readonly month: string;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="card calendar-month">
      <p>
        <strong>{monthWords(month, t)}</strong>
      </p>
      <div className="calendar-week calendar-weekdays">
        {shortKeys.map((key) => (
          <span key={key}>{t(key)}</span>
        ))}
      </div>
      {weeksOf(calendar, month).map((week, row) => (
        <div key={row} className="calendar-week">
          {week.map((day, column) => (
            <Day key={column} day={day} />
          ))}
        </div>
      ))}
    </div>
  );
}

const monthKeys = [
  'calendar.january',
  'calendar.february',
  'calendar.march',
  'calendar.april',
  'calendar.may',
  'calendar.june',
  'calendar.july',
  'calendar.august',
  'calendar.september',
  'calendar.october',
  'calendar.november',
  'calendar.december',
] as const;

const monthWords = (month: string, t: TFunction): string =>
  t(monthKeys[Number(month.slice(5)) - 1] ?? 'calendar.january');

const Day = ({ day }: { readonly day: YearDay | undefined }): ReactNode =>
  day === undefined ? (
    <span />
  ) : (
    <span className="calendar-day" data-kind={day.kind}>
      {Number(day.date.slice(8))}
    </span>
  );

const weekdayKeys = [
  'calendar.sunday',
  'calendar.monday',
  'calendar.tuesday',
  'calendar.wednesday',
  'calendar.thursday',
  'calendar.friday',
  'calendar.saturday',
] as const;

/** Above the days of a month, Monday first. */
const shortKeys = [
  'calendar.short-monday',
  'calendar.short-tuesday',
  'calendar.short-wednesday',
  'calendar.short-thursday',
  'calendar.short-friday',
  'calendar.short-saturday',
  'calendar.short-sunday',
] as const;

const weekdayWords = (day: number, t: TFunction): string => t(weekdayKeys[day] ?? 'calendar.sunday');
