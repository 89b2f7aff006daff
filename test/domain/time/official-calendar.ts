import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { plainDate } from '../../../domain/time/plain-date.js';
import { calendarKinds, workingCalendar, type CalendarRow } from '../../../domain/time/working-calendar.js';

const dataFolder = join(__dirname, '../../../data');

/** The rows of a CSV file of `data/`, as texts by column. */
export const dataRows = (file: string): unknown =>
  parse(readFileSync(join(dataFolder, file)), { columns: true, bom: true });

const Row = z.object({ date: z.string().transform(plainDate), kind: z.enum(calendarKinds) });

export const officialRows: readonly CalendarRow[] = z.array(Row).parse(dataRows('calendar-vn.csv'));
export const officialPeriod = { from: plainDate('2014-01-01'), to: plainDate('2027-12-31') };
export const official = workingCalendar('official', officialRows, officialPeriod);
