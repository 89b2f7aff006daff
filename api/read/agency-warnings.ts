import { procedures } from '../../domain/procedure/catalogue.js';
import { message, type Language } from '../../messages/message.js';
import type { Database } from '../../prisma/client.js';
import type { AgencyWarning } from '../contract/admin-agency.js';

interface WarningRow {
  readonly code: AgencyWarning['code'];
  readonly id: string;
  readonly name_vi: string;
  readonly name_en: string;
  readonly role: string | null;
  readonly place: string | null;
  readonly place_name: string | null;
}

/** What an administrator should know of an agency as it is now; none of it is forbidden. */
export async function agencyWarningsOf(
  database: Database,
  id: string,
  language: Language,
): Promise<AgencyWarning[]> {
  const rows = await database.$queryRaw<WarningRow[]>`
    select 'area-shared' as code, other.id, other.name_vi, other.name_en, own_role.role, own_area.place_code as place, place.name as place_name
    from agency own
    join agency_role own_role on own_role.agency_id = own.id
    join agency_area own_area on own_area.agency_id = own.id
    join agency_area other_area on other_area.place_code = own_area.place_code and other_area.agency_id <> own.id
    join agency_role other_role on other_role.agency_id = other_area.agency_id and other_role.role = own_role.role
    join agency other on other.id = other_area.agency_id
      and coalesce(other.valid_from, '') <= coalesce(own.valid_to, '9999')
      and coalesce(other.valid_to, '9999') >= coalesce(own.valid_from, '')
    left join place on place.code = own_area.place_code
    where own.id = ${id}::uuid
    union all
    select 'role-not-taken-over', successor.id, successor.name_vi, successor.name_en, own_role.role, null, null
    from agency own join agency successor on successor.id = own.successor_id
    join agency_role own_role on own_role.agency_id = own.id
    where own.id = ${id}::uuid and not exists (
      select from agency_role taken where taken.agency_id = successor.id and taken.role = own_role.role)
    union all
    select 'area-not-taken-over', successor.id, successor.name_vi, successor.name_en, null, own_area.place_code, place.name
    from agency own join agency successor on successor.id = own.successor_id
    join agency_area own_area on own_area.agency_id = own.id
    left join place on place.code = own_area.place_code
    where own.id = ${id}::uuid and not exists (
      select from agency_area taken where taken.agency_id = successor.id and taken.place_code = own_area.place_code)
    order by 1, 4, 5, 6 limit 50`;
  return rows.map(({ code, id: agencyId, name_vi, name_en, role, place, place_name }) => {
    const name = language === 'vi' ? name_vi : name_en;
    const values = {
      agency: name,
      role: roleTitle(role ?? '', language),
      place: place === 'vn' ? message(language, 'place.nation') : (place_name ?? place ?? ''),
    };
    return {
      code,
      message: message(language, `warning.${code}`, values),
      agency: { id: agencyId, name },
      ...(role === null ? {} : { role }),
      ...(place === null ? {} : { place }),
    };
  });
}

/** As the newest procedure that knows the role calls it; the code where none does. */
const roleTitle = (role: string, language: Language): string =>
  procedures.find(({ roles }) => role in roles)?.roles[role]?.title[language] ?? role;
