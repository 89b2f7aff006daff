import { z } from 'zod';
import { placeCode } from './directory.js';
import { pageOf, pageQuery } from './page.js';
import { code, dayText, line, uuid } from './text.js';

export const agencyLevels = ['commune', 'district', 'province', 'nation'] as const;

/** The nearest level is asked first. `vn`: the whole nation. */
const area = z.union([z.literal('vn'), placeCode]);
const name = line(200).trim().min(1);
const once = (list: readonly string[]): boolean => new Set(list).size === list.length;

const fields = {
  nameVi: name,
  nameEn: name,
  level: z.enum(agencyLevels),
  /** police, health, labour, justice, border, people-committee, facility, … */
  sector: code,
  /** As procedures name them. */
  roles: z.array(code).max(40).refine(once, 'twice'),
  /** Places, each with everything below it. */
  areas: z.array(area).max(500).refine(once, 'twice'),
  validFrom: dayText.nullable(),
  /** The last day on which it exists. */
  validTo: dayText.nullable(),
  superiorId: uuid.nullable(),
  successorId: uuid.nullable(),
  capacity: z.number().int().min(0).max(100_000).nullable(),
  /** Its place and staff are shown only to those who need them. */
  masked: z.boolean(),
};

/** The key of the request becomes the id of the agency. */
export const CreateAgency = z
  .strictObject({
    /** Never changes: part of case codes begins with it. */
    code: z
      .string()
      .max(40)
      .regex(/^[A-Z0-9](?:[A-Z0-9-]*[A-Z0-9])?$/, 'agency-code'),
    ...fields,
    validFrom: fields.validFrom.default(null),
    validTo: fields.validTo.default(null),
    superiorId: fields.superiorId.default(null),
    successorId: fields.successorId.default(null),
    capacity: fields.capacity.default(null),
    masked: fields.masked.default(false),
  })
  .meta({ id: 'CreateAgency' });
export type CreateAgency = z.output<typeof CreateAgency>;

export const ChangeAgency = z.strictObject(fields).partial().meta({ id: 'ChangeAgency' });
export type ChangeAgency = z.output<typeof ChangeAgency>;

export const AgencyParams = z.strictObject({ id: uuid });
export const AdminAgenciesQuery = z.strictObject({
  /** Any part of a name or code, with or without diacritics. */
  q: line(80).optional(),
  ...pageQuery,
});
export type AdminAgenciesQuery = z.output<typeof AdminAgenciesQuery>;

const named = z.strictObject({ id: uuid, name: z.string() });

/** A place with everything below it; `vn` has no dates and lies in nothing. */
const AdminArea = z.strictObject({
  code: z.string(),
  name: z.string(),
  /** Many communes share a name. */
  within: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
});
export type AdminArea = z.output<typeof AdminArea>;
export const AdminAgency = z
  .strictObject({
    id: uuid,
    code: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    level: z.enum(agencyLevels),
    sector: z.string(),
    roles: z.array(z.string()),
    areas: z.array(AdminArea),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    superior: named.nullable(),
    successor: named.nullable(),
    capacity: z.number().int().nullable(),
    masked: z.boolean(),
  })
  .meta({ id: 'AdminAgency' });
export type AdminAgency = z.output<typeof AdminAgency>;
export const AdminAgencyPage = pageOf(AdminAgency);

/**
 * `area-shared`: another agency in force at the same time has the same role for the same place; the one with fewer
 * open tasks is asked. `role-not-taken-over`, `area-not-taken-over`: the successor does not have what ends here.
 */
export const agencyWarnings = ['area-shared', 'role-not-taken-over', 'area-not-taken-over'] as const;
export const AgencyWarning = z.strictObject({
  code: z.enum(agencyWarnings),
  message: z.string(),
  agency: named.optional(),
  role: z.string().optional(),
  place: z.string().optional(),
});
export type AgencyWarning = z.output<typeof AgencyWarning>;
export const AgencySaved = z
  .strictObject({ agency: AdminAgency, warnings: z.array(AgencyWarning) })
  .meta({ id: 'AgencySaved' });
export type AgencySaved = z.output<typeof AgencySaved>;
