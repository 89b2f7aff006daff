import { z } from 'zod';
import { calendarKinds, type WorkingCalendar } from '../domain/time/working-calendar.js';
import { plainDate } from '../domain/time/plain-date.js';
import type { Transaction } from '../prisma/client.js';

const Days = z.record(z.string(), z.enum(calendarKinds));

/** The working calendar that new deadlines use. Throws when none was seeded: without it no deadline can be told. */
export async function currentCalendar(transaction: Transaction): Promise<WorkingCalendar> {
  const row = await transaction.calendarVersion.findFirst({ where: { current: true } });
  if (row === null) throw new Error('no working calendar is in force: seed the reference data first');
  return {
    version: row.version,
    from: plainDate(row.from),
    to: plainDate(row.to),
    days: Days.parse(row.days),
  };
}
