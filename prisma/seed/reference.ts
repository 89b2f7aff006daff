import { derivedUuid } from '../../domain/ids.js';
import { plainDate } from '../../domain/time/plain-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { type Database, Prisma, type Transaction } from '../client.js';
import { type AgencySeed, agenciesOf } from './agencies.js';
import { foldedName } from './folded-name.js';
import { type PlaceRow, readBodies, readCalendarDays, readPlaces, readProvinces } from './reference-files.js';
import { reformDay, unitsOf } from './unit.js';

/** The id of an agency of the reference data, the same on every installation. */
export const agencyIdOf = (code: string): string => derivedUuid(`agency:${code}`);

/** Version of the working calendar that the project ships. */
export const shippedCalendar = 'vn-2026-10-02';

export interface SeededRows {
  readonly places: number;
  readonly agencies: number;
  readonly calendars: number;
}

/**
 * Writes places, their succession, the working calendar and the agencies with roles and areas, in one transaction.
 * Adds only what is missing: an agency that an administrator changed stays as it is. Returns the rows added.
 */
export async function seedReference(database: Database): Promise<SeededRows> {
  const places = readPlaces();
  const provinces = readProvinces();
  const agencies = agenciesOf(unitsOf(places, provinces), readBodies());
  const successions = provinces.flatMap(({ code, successor }) =>
    successor === null ? [] : [{ code, successor }],
  );
  const districts = successorsOfDistricts(
    places,
    new Map(successions.map((row) => [row.code, row.successor])),
  );
  const added = await database.$transaction(
    async (transaction) => {
      await insertSuccessions(transaction, [...successions, ...districts]);
      return {
        places: await insertPlaces(transaction, places),
        agencies: await insertAgencies(transaction, agencies),
        calendars: await insertCalendar(transaction),
      };
    },
    { timeout: 60_000 },
  );
  if (Object.values(added).some((rows) => rows > 0)) await countAfresh(database);
  return added;
}

/**
 * A plan that PostgreSQL makes before it has counted these tables, and keeps, walks every agency of the country for each
 * task; its own count comes up to a minute later.
 */
const countAfresh = (database: Database): Promise<number> =>
  database.$executeRaw`analyze place, place_succession, agency, agency_role, agency_area, calendar_version`;

interface Succession {
  readonly code: string;
  readonly successor: string;
}

/** A dissolved district's duties lie with the province that holds it now. */
const successorsOfDistricts = (
  places: readonly PlaceRow[],
  provinceAfter: ReadonlyMap<string, string>,
): Succession[] =>
  places
    .filter((row) => row.kind === 'district')
    .flatMap((row) => {
      const successor = provinceAfter.get(row.parent_code ?? '');
      return successor === undefined ? [] : [{ code: row.code, successor }];
    });

function insertPlaces(transaction: Transaction, places: readonly PlaceRow[]): Promise<number> {
  const parents = new Map(places.map((row) => [row.code, row.parent_code]));
  const provinceOf = (code: string): string => {
    const parent = parents.get(code) ?? null;
    return parent === null ? code : provinceOf(parent);
  };
  const rows = places.map((row) => ({
    ...row,
    folded: foldedName(row.name),
    province: provinceOf(row.code),
  }));
  return transaction.$executeRaw`
    insert into place (code, name, kind, parent_code, valid_from, valid_to, division, folded, province)
    select code, name, kind, parent_code, valid_from, valid_to, division, folded, province
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      code text, name text, kind text, parent_code text, valid_from text, valid_to text, division text,
      folded text, province text)
    on conflict (code) do nothing`;
}

async function insertSuccessions(transaction: Transaction, rows: readonly Succession[]): Promise<number> {
  return transaction.$executeRaw`
    insert into place_succession (place_code, successor_code, "on")
    select code, successor, ${reformDay}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (code text, successor text)
    on conflict do nothing`;
}

/** Roles and areas come with a new agency only, so that those an administrator took away stay away. */
async function insertAgencies(transaction: Transaction, agencies: readonly AgencySeed[]): Promise<number> {
  const rows = agencies.map((agency) => ({
    ...agency,
    id: agencyIdOf(agency.code),
    superiorId: agency.superior === null ? null : agencyIdOf(agency.superior),
  }));
  const added = await transaction.$queryRaw<{ id: string }[]>`
    insert into agency (id, code, name_vi, name_en, level, sector, valid_from, valid_to, masked, superior_id, capacity)
    select id, code, "nameVi", "nameEn", level, sector, "validFrom", "validTo", masked, "superiorId", capacity
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      id uuid, code text, "nameVi" text, "nameEn" text, level text, sector text, "validFrom" text, "validTo" text,
      masked boolean, "superiorId" uuid, capacity int)
    on conflict do nothing
    returning id::text`;
  const fresh = new Set(added.map((row) => row.id));
  const pairs = rows.filter((row) => fresh.has(row.id));
  const roles = pairs.flatMap(({ id, roles }) => roles.map((value) => ({ id, value })));
  const areas = pairs.flatMap(({ id, areas }) => areas.map((value) => ({ id, value })));
  const insertInto = (table: Prisma.Sql, pairs: readonly { id: string; value: string }[]) =>
    transaction.$executeRaw`insert into ${table}
      select id, value from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as row (id uuid, value text)`;
  await insertInto(Prisma.sql`agency_role (agency_id, role)`, roles);
  await insertInto(Prisma.sql`agency_area (agency_id, place_code)`, areas);
  return fresh.size;
}

/** The shipped version becomes the current one only where there is none yet. */
async function insertCalendar(transaction: Transaction): Promise<number> {
  const rows = readCalendarDays().map((row) => ({ ...row, date: plainDate(row.date) }));
  const period = { from: plainDate('2014-01-01'), to: plainDate('2027-12-31') };
  const calendar = workingCalendar(shippedCalendar, rows, period);
  return transaction.$executeRaw`
    insert into calendar_version (version, "from", "to", days, current)
    values (${calendar.version}, ${calendar.from}, ${calendar.to}, ${JSON.stringify(calendar.days)}::jsonb,
      not exists (select from calendar_version where current))
    on conflict (version) do nothing`;
}
