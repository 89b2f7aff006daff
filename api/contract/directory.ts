import { z } from 'zod';
import { accountRoles } from '../../domain/access/viewer.js';
import { phases } from '../../domain/procedure/procedure.js';
import { limitDirections, limitRolls, limitUnits } from '../../domain/time/limit.js';
import { calendarKinds } from '../../domain/time/working-calendar.js';
import { pageOf, pageQuery } from './page.js';
import { code, dayText, instantText, line, uuid } from './text.js';

export const NamedPlace = z.strictObject({ code: z.string(), name: z.string() });

export const NamedAgency = z.strictObject({
  /** null where the agency may not be known to this reader. */
  id: uuid.nullable(),
  name: z.string(),
});
export type NamedAgency = z.output<typeof NamedAgency>;

export const placeCode = z
  .string()
  .max(20)
  .regex(/^[a-z]{1,3}:[0-9]{1,6}$/, 'place');

export const PlacesQuery = z.strictObject({
  /** Any part of the name, with or without diacritics. */
  q: line(80).optional(),
  kind: code.optional(),
  /** Only what lies in this place, at any depth. */
  within: placeCode.optional(),
  /** As of this day; today if absent. */
  on: dayText.optional(),
  limit: pageQuery.limit,
});
export const PlaceView = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    kind: z.string(),
    within: NamedPlace.nullable(),
    validFrom: z.string().optional(),
    validTo: z.string().optional(),
  })
  .meta({ id: 'Place' });
export type PlaceView = z.output<typeof PlaceView>;
export const PlacePage = pageOf(PlaceView);

export const AgenciesQuery = z.strictObject({
  /** This one, in force or not. */
  id: uuid.optional(),
  role: code.optional(),
  /** Only those that answer for this place. */
  place: placeCode.optional(),
  /** Those first that answer for the place of this task, then those of its province. */
  task: uuid.optional(),
  q: line(80).optional(),
  on: dayText.optional(),
  limit: pageQuery.limit,
});
export const AgencyView = z
  .strictObject({
    id: uuid,
    name: z.string(),
    level: z.string(),
    sector: z.string(),
    roles: z.array(z.string()),
    /** Its place and staff are shown only to those who need them. */
    masked: z.boolean(),
  })
  .meta({ id: 'Agency' });
export type AgencyView = z.output<typeof AgencyView>;
export const AgencyPage = pageOf(AgencyView);

/** A post of an agency: to whom a task may be assigned. */
export const OfficerView = z
  .strictObject({ id: uuid, title: z.string(), roles: z.array(z.enum(accountRoles)) })
  .meta({ id: 'Officer' });
export type OfficerView = z.output<typeof OfficerView>;
export const OfficerPage = pageOf(OfficerView);

export const LimitPreviewQuery = z.strictObject({
  amount: z.coerce.number().int().min(1).max(100_000),
  unit: z.enum(limitUnits),
  direction: z.enum(limitDirections).default('forward'),
  roll: z.enum(limitRolls).default('none'),
  from: instantText,
});

export const explanationShape = z.record(z.string(), z.unknown()).meta({
  description: 'How the date was found, as data: event, count, days passed over, roll',
});

export const LimitPreview = z
  .strictObject({
    dueDate: z.string().optional(),
    dueAt: z.string(),
    explanation: explanationShape,
    calendar: z.string(),
    warning: z.string().optional(),
  })
  .meta({ id: 'LimitPreview' });
export type LimitPreview = z.output<typeof LimitPreview>;

/** The days off and worked Saturdays of the public sector; outside `from` to `to` only weekends are known. */
export const CalendarView = z
  .strictObject({
    version: z.string(),
    from: z.string(),
    to: z.string(),
    days: z.record(z.string(), z.enum(calendarKinds)),
  })
  .meta({ id: 'Calendar' });

export const ProcedureSummary = z
  .strictObject({
    ref: z.string(),
    title: z.string(),
    inForce: z.strictObject({ from: z.string(), to: z.string().optional() }),
    current: z.boolean(),
    channels: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    /** In which it has a step. */
    phases: z.array(z.enum(phases)),
    /** What agencies may be asked for by the procedure. */
    roles: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    steps: z.number().int(),
    limits: z.number().int(),
    facts: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        type: z.string(),
        recordable: z.boolean(),
        values: z.array(z.strictObject({ id: z.string(), title: z.string() })).optional(),
      }),
    ),
    /** Grounds, with the commands that may name them. */
    grounds: z.array(z.strictObject({ id: z.string(), title: z.string(), for: z.array(z.string()) })),
    outcomes: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  })
  .meta({ id: 'ProcedureSummary' });
export type ProcedureSummary = z.output<typeof ProcedureSummary>;
export const ProcedurePage = pageOf(ProcedureSummary);
