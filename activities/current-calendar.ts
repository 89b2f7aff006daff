import { z } from 'zod';
import { calendarKinds, type WorkingCalendar } from '../domain/time/working-calendar.js';
import { plainDate } from '../domain/time/plain-date.js';
import type { Statements } from '../prisma/client.js';

const Days = z.record(z.string(), z.enum(calendarKinds));

interface Row {
  readonly version: string;
  readonly from: string;
  readonly to: string;
  readonly days: unknown;
}

/** A published calendar is never edited, so a version that was read once holds for good. */
const read = new Map<string, WorkingCalendar>();

/** The working calendar that new deadlines use. Throws when none was seeded: without it no deadline can be told. */
export async function currentCalendar(statements: Statements): Promise<WorkingCalendar> {
  const [current] = await statements.$queryRaw<Pick<Row, 'version'>[]>`
    select version from calendar_version where current limit 1`;
  return calendarOf(statements, current?.version ?? null);
}

/** The calendar of a version; null: none is in force. */
export async function calendarOf(statements: Statements, version: string | null): Promise<WorkingCalendar> {
  const known = read.get(version ?? '');
  if (known !== undefined) return known;
  const [row] = await statements.$queryRaw<Row[]>`
    select version, "from", "to", days from calendar_version where version = ${version}`;
  if (row === undefined) throw new Error('no working calendar is in force: seed the reference data first');
  const calendar = {
    version: row.version,
    from: plainDate(row.from),
    to: plainDate(row.to),
    days: Days.parse(row.days),
  };
  read.set(row.version, calendar);
  return calendar;
}
