import { foldedName } from '../../prisma/seed/folded-name.js';
import type { Database } from '../../prisma/client.js';
import { message, type Language } from '../../messages/message.js';
import { AdminAgency, type AdminAgenciesQuery, type AgencyWarning } from '../contract/admin-agency.js';
import type { Page } from '../contract/page.js';
import { fieldProblem } from '../problem.js';

/** The directory as an administrator sees it: every agency, those that ended too. */
export const adminAgencyReads = (database: Database) => ({
  page: (query: AdminAgenciesQuery, language: Language): Promise<Page<AdminAgency>> =>
    agencyPage(database, query, language),
  one: async (id: string, language: Language): Promise<AdminAgency | undefined> =>
    (await agenciesOf(database, [id], language))[0],
  warnings: (id: string, language: Language): Promise<AgencyWarning[]> => warnings(database, id, language),
});
export type AdminAgencyReads = ReturnType<typeof adminAgencyReads>;

/** By code; the cursor is the last one shown. */
async function agencyPage(
  database: Database,
  query: AdminAgenciesQuery,
  language: Language,
): Promise<Page<AdminAgency>> {
  const rows = await database.agency.findMany({
    where: { code: { gt: query.cursor === undefined ? '' : codeIn(query.cursor) } },
    select: { id: true, code: true, nameVi: true, nameEn: true },
    orderBy: { code: 'asc' },
  });
  const wanted = foldedName(query.q ?? '');
  const found = rows.filter(({ code, nameVi, nameEn }) =>
    foldedName(`${code} ${nameVi} ${nameEn}`).includes(wanted),
  );
  const shown = found.slice(0, query.limit);
  const last = shown.at(-1);
  const ids = shown.map(({ id }) => id);
  return {
    items: await agenciesOf(database, ids, language),
    next:
      found.length > shown.length && last !== undefined ? Buffer.from(last.code).toString('base64url') : null,
  };
}

function codeIn(cursor: string): string {
  const code = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!/^[A-Z0-9-]{1,40}$/.test(code)) throw fieldProblem({ pointer: '/cursor', code: 'cursor' });
  return code;
}

async function agenciesOf(
  database: Database,
  ids: readonly string[],
  language: Language,
): Promise<AdminAgency[]> {
  const rows = await database.agency.findMany({
    where: { id: { in: [...ids] } },
    include: { roles: true, areas: true },
    orderBy: { code: 'asc' },
  });
  const others = await database.agency.findMany({
    where: { id: { in: rows.flatMap((row) => [row.superiorId ?? [], row.successorId ?? []].flat()) } },
    select: { id: true, nameVi: true, nameEn: true },
  });
  const places = await database.place.findMany({
    where: { code: { in: rows.flatMap(({ areas }) => areas.map(({ placeCode }) => placeCode)) } },
    select: { code: true, name: true },
  });
  const named = (id: string | null) => {
    const other = others.find((each) => each.id === id);
    return other === undefined
      ? null
      : { id: other.id, name: language === 'vi' ? other.nameVi : other.nameEn };
  };
  return rows.map(
    ({ id, code, nameVi, nameEn, level, sector, validFrom, validTo, capacity, masked, ...row }) =>
      AdminAgency.parse({
        ...{ id, code, nameVi, nameEn, level, sector, validFrom, validTo, capacity, masked },
        roles: row.roles.map(({ role }) => role).sort(),
        areas: row.areas
          .map(({ placeCode }) => ({
            code: placeCode,
            name: places.find((place) => place.code === placeCode)?.name ?? placeCode,
          }))
          .sort((one, other) => (one.code < other.code ? -1 : 1)),
        superior: named(row.superiorId),
        successor: named(row.successorId),
      }),
  );
}

interface WarningRow {
  readonly code: AgencyWarning['code'];
  readonly id: string;
  readonly name_vi: string;
  readonly name_en: string;
  readonly role: string | null;
  readonly place: string | null;
}

/** What an administrator should know of an agency as it is now; none of it is forbidden. */
async function warnings(database: Database, id: string, language: Language): Promise<AgencyWarning[]> {
  const rows = await database.$queryRaw<WarningRow[]>`
    select 'area-shared' as code, other.id, other.name_vi, other.name_en, own_role.role, own_area.place_code as place
    from agency own
    join agency_role own_role on own_role.agency_id = own.id
    join agency_area own_area on own_area.agency_id = own.id
    join agency_area other_area on other_area.place_code = own_area.place_code and other_area.agency_id <> own.id
    join agency_role other_role on other_role.agency_id = other_area.agency_id and other_role.role = own_role.role
    join agency other on other.id = other_area.agency_id
      and coalesce(other.valid_from, '') <= coalesce(own.valid_to, '9999')
      and coalesce(other.valid_to, '9999') >= coalesce(own.valid_from, '')
    where own.id = ${id}::uuid
    union all
    select 'role-not-taken-over', successor.id, successor.name_vi, successor.name_en, own_role.role, null
    from agency own join agency successor on successor.id = own.successor_id
    join agency_role own_role on own_role.agency_id = own.id
    where own.id = ${id}::uuid and not exists (
      select from agency_role taken where taken.agency_id = successor.id and taken.role = own_role.role)
    union all
    select 'area-not-taken-over', successor.id, successor.name_vi, successor.name_en, null, own_area.place_code
    from agency own join agency successor on successor.id = own.successor_id
    join agency_area own_area on own_area.agency_id = own.id
    where own.id = ${id}::uuid and not exists (
      select from agency_area taken where taken.agency_id = successor.id and taken.place_code = own_area.place_code)
    order by 1, 4, 5, 6 limit 50`;
  return rows.map(({ code, id: agencyId, name_vi, name_en, role, place }) => {
    const name = language === 'vi' ? name_vi : name_en;
    const values = { agency: name, role: role ?? '', place: place ?? '' };
    return {
      code,
      message: message(language, `warning.${code}`, values),
      agency: { id: agencyId, name },
      ...(role === null ? {} : { role }),
      ...(place === null ? {} : { place }),
    };
  });
}
