import { type AgencyId, agencyId } from '../domain/ids.js';
import { roleOn } from '../domain/procedure/succession.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import { Prisma, type Statements } from './client.js';

export interface AgencyWanted {
  /** As the procedure names it; who holds it on that day follows from the dated succession of roles. */
  readonly role: string;
  /** Code of the case's place that the step asks for; without one only bodies of the whole nation answer. */
  readonly placeCode: string | undefined;
  readonly on: PlainDate;
  /** Must not take part in or learn of the case. */
  readonly excluded: readonly AgencyId[];
  /** Declined or returned it before: asked again only if there is nobody else. */
  readonly avoid: readonly AgencyId[];
}

/** The area of bodies that answer for the whole nation. */
export const nationCode = 'vn';

/**
 * The agency that the directory names for a task: of those with the role whose area holds the place on that day, one
 * that is not to be avoided, the nearest, the one with the fewest open tasks, the first by code. From a place that a
 * reform abolished the search goes on through its successor. Undefined when there is none.
 */
export async function findAgency(
  statements: Statements,
  wanted: AgencyWanted,
): Promise<AgencyId | undefined> {
  const role = roleOn(wanted.role, wanted.on);
  const found = await statements.$queryRaw<{ id: string }[]>`/* find-agency */
    with recursive ${reachOf(wanted)},
    candidate as (
      select agency.id, agency.code,
        rank() over (order by agency.id = any (${wanted.avoid}::uuid[]), min(reach.distance)) as place
      from reach
      join agency_area on agency_area.place_code = reach.code
      join agency on agency.id = agency_area.agency_id
      join agency_role on agency_role.agency_id = agency.id and agency_role.role = ${role}
      where coalesce(agency.valid_from, '') <= ${wanted.on}
        and coalesce(agency.valid_to, '9999') >= ${wanted.on}
        and agency.id <> all (${wanted.excluded}::uuid[])
      group by agency.id
    ),
    nearest as (select id, code, count(*) over () as rivals from candidate where place = 1)
    select id::text
    from nearest
    order by case when rivals > 1 then
        (select count(*) from task where task.agency_id = nearest.id and is_open and not rehearsal) end,
      code
    limit 1`;
  const [nearest] = found;
  return nearest === undefined ? undefined : agencyId(nearest.id);
}

/** All that the directory could have named, the nearest first: those with the role whose area holds the place. */
export async function competentAgencies(
  statements: Statements,
  wanted: Pick<AgencyWanted, 'role' | 'placeCode' | 'on'>,
): Promise<readonly AgencyId[]> {
  const role = roleOn(wanted.role, wanted.on);
  const found = await statements.$queryRaw<{ id: string }[]>`/* competent-agencies */
    with recursive ${reachOf(wanted)}
    select agency.id::text
    from reach
    join agency_area on agency_area.place_code = reach.code
    join agency on agency.id = agency_area.agency_id
    join agency_role on agency_role.agency_id = agency.id and agency_role.role = ${role}
    where coalesce(agency.valid_from, '') <= ${wanted.on}
      and coalesce(agency.valid_to, '9999') >= ${wanted.on}
    group by agency.id
    order by min(reach.distance), agency.code`;
  return found.map(({ id }) => agencyId(id));
}

/** Bodies of the province that do not answer for the place itself: nearer than all others, after those that do. */
const sameProvince = 200;

/** How far agencies are from a place: those whose area holds it, then those of its province. Others are not in it. */
export async function distancesFrom(
  statements: Statements,
  place: Pick<AgencyWanted, 'placeCode' | 'on'>,
): Promise<ReadonlyMap<string, number>> {
  const found = await statements.$queryRaw<{ id: string; distance: number }[]>`/* distances */
    with recursive ${reachOf(place)},
    below (code) as (
      select code from reach where code <> ${nationCode}
      union
      select place.code from place join below on place.parent_code = below.code
    ),
    near (id, distance) as (
      select agency_area.agency_id, reach.distance
      from reach join agency_area on agency_area.place_code = reach.code
      union all
      select agency_area.agency_id, ${sameProvince}
      from below join agency_area on agency_area.place_code = below.code
    )
    select id::text, min(distance)::int as distance from near group by id`;
  return new Map(found.map(({ id, distance }) => [id, distance]));
}

/** The place, what holds it and what took over from it, each with how far that is. */
const reachOf = ({ placeCode, on }: Pick<AgencyWanted, 'placeCode' | 'on'>): Prisma.Sql => Prisma.sql`
    walk (code, distance) as (
      select ${placeCode ?? nationCode}::text, 0
      union
      select above.code, walk.distance + 1
      from walk
      cross join lateral (
        select parent_code as code from place where place.code = walk.code and parent_code is not null
        union all
        select successor_code from place_succession where place_code = walk.code and "on" <= ${on}
      ) above
      where walk.distance < 8
    ),
    reach (code, distance) as (
      select code, min(distance) from walk group by code
      union all
      select ${nationCode}::text, 100
    )`;
