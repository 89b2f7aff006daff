import { foldedName } from '../../prisma/seed/folded-name.js';
import type { Database } from '../../prisma/client.js';
import { message, type Language } from '../../messages/message.js';
import {
  AdminAgency,
  type AdminAgenciesQuery,
  type AdminArea,
  type AgencyWarning,
} from '../contract/admin-agency.js';
import type { Page } from '../contract/page.js';
import { fieldProblem } from '../problem.js';
import { agencyWarningsOf } from './agency-warnings.js';

/** The directory as an administrator sees it: every agency, those that ended too. */
export const adminAgencyReads = (database: Database) => ({
  page: (query: AdminAgenciesQuery, language: Language): Promise<Page<AdminAgency>> =>
    agencyPage(database, query, language),
  one: async (id: string, language: Language): Promise<AdminAgency | undefined> =>
    (await agenciesOf(database, [id], language))[0],
  warnings: (id: string, language: Language): Promise<AgencyWarning[]> =>
    agencyWarningsOf(database, id, language),
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
  const areas = await areasOf(
    database,
    rows.flatMap((row) => row.areas.map(({ placeCode }) => placeCode)),
    language,
  );
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
          .map(({ placeCode }) => areas(placeCode))
          .sort((one, other) => (one.code < other.code ? -1 : 1)),
        superior: named(row.superiorId),
        successor: named(row.successorId),
      }),
  );
}

/** Places as areas, looked up together. */
async function areasOf(
  database: Database,
  codes: readonly string[],
  language: Language,
): Promise<(code: string) => AdminArea> {
  const places = await database.place.findMany({ where: { code: { in: [...codes] } } });
  const above = await database.place.findMany({
    where: { code: { in: places.flatMap(({ parentCode }) => parentCode ?? []) } },
    select: { code: true, name: true },
  });
  return (code) => {
    const place = places.find((each) => each.code === code);
    return {
      code,
      name: code === 'vn' ? message(language, 'place.nation') : (place?.name ?? code),
      within: above.find((each) => each.code === place?.parentCode)?.name ?? null,
      validFrom: place?.validFrom ?? null,
      validTo: place?.validTo ?? null,
    };
  };
}
