import { agencyId, type AgencyId } from '../domain/ids.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import type { Statements } from '../prisma/client.js';

export interface Superior {
  readonly id: AgencyId;
  readonly level: string;
}

/** The nearest body above all of these on that day; undefined where the directory knows none. */
export async function commonSuperior(
  statements: Statements,
  agencies: readonly AgencyId[],
  on: PlainDate,
): Promise<Superior | undefined> {
  const ids = [...new Set(agencies)];
  const [found] = await statements.$queryRaw<{ id: string; level: string }[]>`/* common-superior */
    with recursive above (below, id, distance) as (
      select id, superior_id, 1 from agency where id = any (${ids}::uuid[]) and superior_id is not null
      union all
      select above.below, agency.superior_id, above.distance + 1
      from above join agency on agency.id = above.id
      where agency.superior_id is not null and above.distance < 8
    )
    select agency.id::text, agency.level
    from above join agency on agency.id = above.id
    where coalesce(agency.valid_to, '9999') >= ${on}
    group by agency.id
    having count(distinct above.below) = ${ids.length}
    order by sum(above.distance), agency.code
    limit 1`;
  return found === undefined ? undefined : { id: agencyId(found.id), level: found.level };
}
