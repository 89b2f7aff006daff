import { isUuid, type AgencyId } from '../../domain/ids.js';
import { roleOn } from '../../domain/procedure/succession.js';
import { plainDate, type PlainDate } from '../../domain/time/plain-date.js';
import { OfficerView, type AgencyView, type PlaceView } from '../contract/directory.js';
import { foldedName } from '../../prisma/seed/folded-name.js';
import { competentAgencies, findAgency, type AgencyWanted } from '../../prisma/find-agency.js';
import { Prisma, type Database } from '../../prisma/client.js';
import { nearestFirst } from './nearest-first.js';
import { isHidden, readNames, shownAgency, type AgencyName, type NameReader } from './names.js';

interface PlaceWish {
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly within?: string | undefined;
  readonly on: string;
  readonly limit: number;
}

interface AgencyWish {
  readonly id?: string | undefined;
  readonly role?: string | undefined;
  readonly place?: string | undefined;
  /** The revision of a case's place, from which the nearest go first. */
  readonly near?: string | undefined;
  readonly q?: string | undefined;
  readonly on: string;
  readonly limit: number;
}

/** Places and agencies as of a day; names are found without their diacritics. */
export const directoryReads = (database: Database) => ({
  places: (wish: PlaceWish): Promise<PlaceView[]> => places(database, wish),
  agencies: (wish: AgencyWish, reader: NameReader): Promise<AgencyView[]> => agencies(database, wish, reader),
  /** Is this a place, and did it exist on that day? */
  placeStanding: (code: string, on: string) => placeStanding(database, code, on),
  /** Is it of the level at which reports are received? */
  isCommune: async (code: string): Promise<boolean> =>
    (await database.place.count({ where: { code, kind: { in: ['commune', 'old_commune'] } } })) > 0,
  /** Is this an agency, and does it have the role, where one is asked for? */
  hasAgency: async (id: string, role?: string): Promise<boolean> =>
    isUuid(id) &&
    (await database.agency.count({
      where: { id, ...(role === undefined ? {} : { roles: { some: { role } } }) },
    })) > 0,
  /** Does this agency exist on that day, and have the role? */
  holdsRole: async (id: string, role: string, on: string): Promise<boolean> =>
    (await database.agency.count({
      where: {
        id,
        roles: { some: { role } },
        AND: [
          { OR: [{ validFrom: null }, { validFrom: { lte: on } }] },
          { OR: [{ validTo: null }, { validTo: { gte: on } }] },
        ],
      },
    })) > 0,
  /** The body that the directory would name for this. */
  holder: (wanted: AgencyWanted): Promise<AgencyId | undefined> => findAgency(database, wanted),
  /** Who has the role for a place of a case, by the revision in which the case names it; the nearest first. */
  competentFor: (revision: string, wanted: { role: string; on: PlainDate }): Promise<Competent> =>
    competentFor(database, revision, wanted),
  /** The accounts in use that may coordinate cases for this agency. */
  coordinatorsOf: async (agencyId: string): Promise<readonly string[]> => {
    const where = { agencyId, disabledAt: null, roles: { has: 'coordinator' } };
    return (await database.account.findMany({ where, select: { id: true } })).map(({ id }) => id);
  },
  /** Is this anybody's account, in use or not? */
  hasAccount: async (userId: string): Promise<boolean> =>
    (await database.account.count({ where: { id: userId } })) > 0,
  /** The posts of an agency that are in use; undefined where there is no such agency for this reader. */
  officers: (id: string, reader: NameReader): Promise<OfficerView[] | undefined> =>
    officers(database, id, reader),
  /** Is this an account in use of that agency? */
  hasOfficer: async (userId: string, agencyId: string): Promise<boolean> =>
    (await database.account.count({ where: { id: userId, agencyId, disabledAt: null } })) > 0,
});
export type DirectoryReads = ReturnType<typeof directoryReads>;

const inForce = (table: Prisma.Sql, on: string): Prisma.Sql =>
  Prisma.sql`(${table}.valid_from is null or ${table}.valid_from <= ${on}) and (${table}.valid_to is null or ${table}.valid_to >= ${on})`;

interface PlaceRow {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly parent_code: string | null;
  readonly parent_name: string | null;
}

/** Exact names first, then names that begin so, then the rest. */
async function places(database: Database, { q, kind, within, on, limit }: PlaceWish): Promise<PlaceView[]> {
  const folded = foldedName(q ?? '');
  const conditions = [inForce(Prisma.sql`place`, on)];
  if (folded !== '') conditions.push(Prisma.sql`place.folded like ${`%${folded}%`}`);
  if (kind !== undefined) conditions.push(Prisma.sql`place.kind = ${kind}`);
  if (within !== undefined) {
    conditions.push(Prisma.sql`place.code in (
      with recursive below as (
        select code from place where parent_code = ${within}
        union select child.code from place child join below on child.parent_code = below.code
      ) select code from below)`);
  }
  const rows = await database.$queryRaw<PlaceRow[]>`
    select place.code, place.name, place.kind, place.valid_from, place.valid_to, parent.code as parent_code, parent.name as parent_name
    from place left join place parent on parent.code = place.parent_code
    where ${Prisma.join(conditions, ' and ')}
    order by place.folded <> ${folded}, not starts_with(place.folded, ${folded}), length(place.folded), place.name, place.code
    limit ${limit}`;
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    kind: row.kind,
    within:
      row.parent_code === null || row.parent_name === null
        ? null
        : { code: row.parent_code, name: row.parent_name },
    ...(row.valid_from === null ? {} : { validFrom: row.valid_from }),
    ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
  }));
}

interface AgencyRow {
  readonly id: string;
  readonly name_vi: string;
  readonly name_en: string;
  readonly masked: boolean;
  readonly level: string;
  readonly sector: string;
  readonly roles: string[];
}

async function agencies(database: Database, wish: AgencyWish, reader: NameReader): Promise<AgencyView[]> {
  const folded = foldedName(wish.q ?? '');
  const conditions = [
    wish.id === undefined ? inForce(Prisma.sql`agency`, wish.on) : Prisma.sql`agency.id = ${wish.id}::uuid`,
  ];
  // Whoever may not know a protected facility by name does not find it either, nor its id: two people of one house
  // would be known by it.
  if (wish.id === undefined && !reader.seesMasked)
    conditions.push(Prisma.sql`(not agency.masked or agency.id = ${reader.viewer.agencyId}::uuid)`);
  if (wish.role !== undefined) {
    conditions.push(
      Prisma.sql`exists (select from agency_role where agency_role.agency_id = agency.id and agency_role.role = ${roleOn(wish.role, plainDate(wish.on))})`,
    );
  }
  if (wish.place !== undefined) conditions.push(answersFor(wish.place, reader));
  const rows = await database.$queryRaw<AgencyRow[]>`
    select agency.id, agency.name_vi, agency.name_en, agency.masked, agency.level, agency.sector,
      array(select role from agency_role where agency_role.agency_id = agency.id order by role) as roles
    from agency where ${Prisma.join(conditions, ' and ')} order by agency.code`;
  return bestFirst(await nearestFirst(database, rows, wish), folded)
    .slice(0, wish.limit)
    .map((row) => ({
      id: row.id,
      name: shownAgency({ id: row.id, nameVi: row.name_vi, nameEn: row.name_en, masked: row.masked }, reader)
        .name,
      level: row.level,
      sector: row.sector,
      roles: row.roles,
      masked: row.masked,
    }));
}

/** Exact names first, then names that begin so, then the rest; each part as the rows come. */
function bestFirst(rows: readonly AgencyRow[], folded: string): readonly AgencyRow[] {
  const named = rows.map((row) => ({ row, names: [foldedName(row.name_vi), foldedName(row.name_en)] }));
  const rankOf = (names: readonly string[]): number =>
    ranks.findIndex((suits) => names.some((name) => suits(name, folded)));
  const ranked = named.map(({ row, names }) => ({ row, rank: rankOf(names) }));
  return ranks.flatMap((_, rank) => ranked.filter((each) => each.rank === rank).map(({ row }) => row));
}

const ranks: readonly ((name: string, folded: string) => boolean)[] = [
  (name, folded) => name === folded,
  (name, folded) => name.startsWith(folded),
  (name, folded) => name.includes(folded),
];

/** An area is a place and everything below it: the place asked for, or one of those that hold it. */
function answersFor(place: string, { seesMasked }: NameReader): Prisma.Sql {
  return Prisma.sql`${seesMasked ? Prisma.sql`true` : Prisma.sql`not agency.masked`} and exists (
    with recursive above as (
      select code, parent_code from place where code = ${place}
      union select parent.code, parent.parent_code from place parent join above on parent.code = above.parent_code
    )
    select from agency_area join above on above.code = agency_area.place_code where agency_area.agency_id = agency.id)`;
}

interface Competent {
  /** In words, with its province. */
  readonly place: string | undefined;
  readonly agencies: readonly AgencyName[];
}

async function competentFor(
  database: Database,
  revision: string,
  wanted: { readonly role: string; readonly on: PlainDate },
): Promise<Competent> {
  const places = await readNames(database, { agencies: [], accounts: [], places: [revision] });
  const known = places.place(revision);
  if (known === undefined) return { place: undefined, agencies: [] };
  const ids = await competentAgencies(database, { ...wanted, placeCode: known.code });
  const names = await readNames(database, { agencies: ids, accounts: [] });
  return { place: known.name, agencies: ids.flatMap((id) => names.agency(id) ?? []) };
}

async function officers(
  database: Database,
  id: string,
  reader: NameReader,
): Promise<OfficerView[] | undefined> {
  const agency = await database.agency.findUnique({ where: { id } });
  if (agency === null || isHidden(agency, reader)) return undefined;
  const rows = await database.account.findMany({
    where: { agencyId: id, disabledAt: null },
    select: { id: true, title: true, roles: true },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    take: 500,
  });
  return rows.map((row) => OfficerView.parse(row));
}

async function placeStanding(
  database: Database,
  code: string,
  on: string,
): Promise<'in-force' | 'abolished' | 'unknown'> {
  const place = await database.place.findUnique({
    where: { code },
    select: { validFrom: true, validTo: true },
  });
  if (place === null) return 'unknown';
  const began = place.validFrom === null || place.validFrom <= on;
  const lasts = place.validTo === null || place.validTo >= on;
  return began && lasts ? 'in-force' : 'abolished';
}
