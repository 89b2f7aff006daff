import { z } from 'zod';
import { plainDate } from '../../domain/time/plain-date.js';
import { calendarKinds, type WorkingCalendar } from '../../domain/time/working-calendar.js';
import type { Database } from '../../prisma/client.js';

const Days = z.record(z.string(), z.enum(calendarKinds));

/** Published calendars are never edited, so a version that was read once holds for good. */
const read = new Map<string, WorkingCalendar>();

/** The working calendar that new deadlines use. Throws when none was seeded. */
export async function currentCalendar(database: Database): Promise<WorkingCalendar> {
  const current = await database.calendarVersion.findFirst({
    where: { current: true },
    select: { version: true },
  });
  if (current === null) throw new Error('no working calendar is in force: seed the reference data first');
  const known = read.get(current.version);
  if (known !== undefined) return known;
  const row = await database.calendarVersion.findUniqueOrThrow({ where: { version: current.version } });
  const calendar = {
    version: row.version,
    from: plainDate(row.from),
    to: plainDate(row.to),
    days: Days.parse(row.days),
  };
  read.set(row.version, calendar);
  return calendar;
}
