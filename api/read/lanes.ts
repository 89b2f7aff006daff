import { isStaff } from '../../domain/access/relation.js';
import type { Viewer } from '../../domain/access/viewer.js';
import type { TaskBox } from '../contract/task.js';
import { Prisma, type Database } from '../../prisma/client.js';

/**
 * A lane is one ordered walk along one index: the tasks of one agency, or of all cases that one agency coordinates.
 * A list is the merge of a few lanes, each cut to the page's length, so that its cost does not grow with the tasks.
 */
export type Lane =
  | { readonly by: 'agency_id'; readonly agencyId: string }
  | { readonly by: 'coordinating_agency_id'; readonly agencyId: string; readonly notOf: string | null }
  | { readonly by: 'unrouted'; readonly agencyId: string }
  | { readonly by: 'assignee_id'; readonly userId: string }
  | { readonly by: 'everything' };

interface Wish {
  readonly box: TaskBox;
  readonly agencies: readonly string[] | undefined;
}

/** The lanes in which this viewer may look for a box; the list filter of the same policy that guards one task. */
export async function lanesFor(
  database: Database,
  viewer: Viewer,
  { box, agencies }: Wish,
): Promise<readonly Lane[]> {
  if (box === 'mine') return [{ by: 'assignee_id', userId: viewer.userId }];
  const own = viewer.agencyId !== null && isStaff(viewer) ? viewer.agencyId : null;
  if (box === 'unassigned') return unassignedLanes(viewer, own);
  if (agencies !== undefined) return agencies.map((agencyId) => ({ by: 'agency_id', agencyId }));
  if (box === 'agency') return own === null ? [] : [{ by: 'agency_id', agencyId: own }];
  return overseenLanes(database, viewer, own);
}

function unassignedLanes(viewer: Viewer, own: string | null): readonly Lane[] {
  if (own === null) return [];
  const coordinates = viewer.roles.includes('coordinator');
  return [
    { by: 'agency_id', agencyId: own },
    ...(coordinates ? [{ by: 'unrouted', agencyId: own } as const] : []),
  ];
}

async function overseenLanes(
  database: Database,
  viewer: Viewer,
  own: string | null,
): Promise<readonly Lane[]> {
  const all =
    viewer.roles.includes('auditor') || (viewer.roles.includes('supervisor') && viewer.area === 'nation');
  if (all) return [{ by: 'everything' }];
  const coordinating = viewer.roles.includes('coordinator') && own !== null ? [own] : [];
  const supervised = viewer.roles.includes('supervisor') ? await coordinatorsIn(database, viewer) : [];
  return [
    ...(own === null ? [] : [{ by: 'agency_id', agencyId: own } as const]),
    ...[...new Set([...coordinating, ...supervised])].map(
      (agencyId) => ({ by: 'coordinating_agency_id', agencyId, notOf: own }) as const,
    ),
  ];
}

/** Agencies that coordinate cases in the provinces of a supervisor. */
async function coordinatorsIn(database: Database, { area }: Viewer): Promise<readonly string[]> {
  if (area === 'nation') return [];
  const rows = await database.$queryRaw<{ id: string }[]>`
    select distinct coordinating_agency_id as id from case_row
    where province = any(${[...area]}) and coordinating_agency_id is not null`;
  return rows.map(({ id }) => id);
}

/** Tasks without any running limit come last. */
export const dueOrInfinity = (table: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`coalesce(${table}.due_at, 'infinity'::timestamptz)`;

export function laneCondition(lane: Lane): Prisma.Sql {
  switch (lane.by) {
    case 'agency_id':
      return Prisma.sql`task.agency_id = ${lane.agencyId}::uuid`;
    case 'coordinating_agency_id':
      return lane.notOf === null
        ? Prisma.sql`task.coordinating_agency_id = ${lane.agencyId}::uuid`
        : Prisma.sql`task.coordinating_agency_id = ${lane.agencyId}::uuid and task.agency_id is distinct from ${lane.notOf}::uuid`;
    case 'unrouted':
      return Prisma.sql`task.coordinating_agency_id = ${lane.agencyId}::uuid and task.agency_id is null`;
    case 'assignee_id':
      return Prisma.sql`task.assignee_id = ${lane.userId}::uuid`;
    case 'everything':
      return Prisma.sql`true`;
  }
}
