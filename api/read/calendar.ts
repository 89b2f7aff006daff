import { z } from 'zod';
import { plainDate } from '../../domain/time/plain-date.js';
import { calendarKinds, type WorkingCalendar } from '../../domain/time/working-calendar.js';
import type { Database } from '../../prisma/client.js';

const Days = z.record(z.string(), z.enum(calendarKinds));

/** Published calendars are never edited, so a version that was read once holds for good. */
const read = new Map<string, WorkingCalendar>();

/** The working calendar that new deadlines use. Throws when none was seeded. */
export async function currentCalendar(database: Database): Promise<WorkingCalendar> {
  const [current] = await database.$queryRaw<{ version: string }[]>`/* calendar-in-force */
    select version from calendar_version where current limit 1`;
  return calendarOf(database, current?.version ?? null);
}

/** The calendar of a version; null: none is in force, and then it throws. */
export async function calendarOf(database: Database, version: string | null): Promise<WorkingCalendar> {
  const known = read.get(version ?? '');
  if (known !== undefined) return known;
  const row = await database.calendarVersion.findUnique({ where: { version: version ?? '' } });
  if (row === null) throw new Error('no working calendar is in force: seed the reference data first');
  const calendar = {
    version: row.version,
    from: plainDate(row.from),
    to: plainDate(row.to),
    days: Days.parse(row.days),
  };
  read.set(row.version, calendar);
  return calendar;
}
