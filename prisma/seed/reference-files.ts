import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const dataFolder = join(__dirname, '..', '..', 'data');

const PlaceKind = z.enum(['province', 'commune', 'old_province', 'district', 'old_commune']);
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform(() => null), schema]);
const listed = z.string().transform((text) => (text === '' ? [] : text.split('|')));

const PlaceRow = z.strictObject({
  code: z.string(),
  name: z.string(),
  kind: PlaceKind,
  parent_code: orNull(z.string()),
  valid_from: orNull(Day),
  valid_to: orNull(Day),
  division: z.string(),
});
export type PlaceRow = z.infer<typeof PlaceRow>;

const ProvinceRow = z.strictObject({
  code: z.string(),
  abbreviation: z.string().regex(/^[A-Z]{2,4}$/),
  name: z.string(),
  successor: orNull(z.string()),
});
export type ProvinceRow = z.infer<typeof ProvinceRow>;

const BodyRow = z.strictObject({
  code: z.string(),
  name_vi: z.string(),
  name_en: z.string(),
  level: z.enum(['commune', 'district', 'province', 'nation']),
  sector: z.string(),
  roles: listed,
  areas: listed,
  valid_from: orNull(Day),
  valid_to: orNull(Day),
  superior: orNull(z.string()),
});
export type BodyRow = z.infer<typeof BodyRow>;

const CalendarDay = z.object({
  date: Day,
  kind: z.enum(['holiday', 'compensatory', 'swap_off', 'swap_work']),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

function readRows<Row extends z.ZodType>(file: string, row: Row): z.infer<Row>[] {
  const records: unknown = parse(readFileSync(join(dataFolder, file)), { columns: true, bom: true });
  return z.array(row).parse(records);
}

/** Administrative units of before and after 1 July 2025; see `data/README.md` for their origin and gaps. */
export const readPlaces = (): PlaceRow[] => readRows('places.csv', PlaceRow);

/** Abbreviation of every province, and which one took an old one over (Resolution 202/2025/QH15 art. 1). */
export const readProvinces = (): ProvinceRow[] => readRows('agencies/provinces.csv', ProvinceRow);

/** Bodies of which there is one each: ministries, departments, border posts. */
export const readBodies = (): BodyRow[] => readRows('agencies/bodies.csv', BodyRow);

/** Days off and worked Saturdays of the public sector, 2014 to 2027. */
export const readCalendarDays = (): CalendarDay[] => readRows('calendar-vn.csv', CalendarDay);
