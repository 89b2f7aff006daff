import { addDays, addMonths, parsePlainDate, type PlainDate } from '../time/plain-date.js';

/** How sources write when a report was received. Month before day is not offered: nobody can tell it from day before month. */
export const periodFormats = [
  'YYYY-Qn',
  'Qn/YYYY',
  'YYYY-MM',
  'MM/YYYY',
  'YYYY-MM-DD',
  'DD/MM/YYYY',
] as const;
export type PeriodFormat = (typeof periodFormats)[number];

/** A quarter, a month or a day: both ends are days that belong to it. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly year: number;
  /** The quarter that holds it, for example `2023-Q4`. */
  readonly quarter: string;
}

interface Reading {
  readonly shape: RegExp;
  readonly months: number;
}

const readings = {
  'YYYY-Qn': { shape: /^(?<year>\d{4})-Q(?<quarter>[1-4])$/, months: 3 },
  'Qn/YYYY': { shape: /^Q(?<quarter>[1-4])\/(?<year>\d{4})$/, months: 3 },
  'YYYY-MM': { shape: /^(?<year>\d{4})-(?<month>\d\d)$/, months: 1 },
  'MM/YYYY': { shape: /^(?<month>\d\d?)\/(?<year>\d{4})$/, months: 1 },
  'YYYY-MM-DD': { shape: /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/, months: 0 },
  'DD/MM/YYYY': { shape: /^(?<day>\d\d?)\/(?<month>\d\d?)\/(?<year>\d{4})$/, months: 0 },
} satisfies Record<PeriodFormat, Reading>;

/** The period that a text names in the first format that fits. Undefined where none fits or there is no such day. */
export function readPeriod(text: string, formats: readonly PeriodFormat[]): Period | undefined {
  for (const format of formats) {
    const { shape, months } = readings[format];
    const groups = shape.exec(text)?.groups;
    const from = groups && firstDay(groups);
    if (from) return period(from, months === 0 ? from : addDays(addMonths(from, months), -1));
  }
  return undefined;
}

function firstDay(groups: Readonly<Record<string, string>>): PlainDate | undefined {
  const quarter = groups['quarter'];
  const month = quarter === undefined ? (groups['month'] ?? '') : String(Number(quarter) * 3 - 2);
  return parsePlainDate(
    [groups['year'] ?? '', month.padStart(2, '0'), (groups['day'] ?? '1').padStart(2, '0')].join('-'),
  );
}

function period(from: PlainDate, to: PlainDate): Period {
  const quarter = Math.ceil(Number(from.slice(5, 7)) / 3);
  return { from, to, year: Number(from.slice(0, 4)), quarter: `${from.slice(0, 4)}-Q${String(quarter)}` };
}
