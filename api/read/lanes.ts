import { isStaff } from '../../domain/access/relation.js';
import type { Viewer } from '../../domain/access/viewer.js';
import type { TaskBox } from '../contract/task.js';
import { Prisma } from '../../prisma/client.js';

/**
 * A lane is one ordered walk along one index: the tasks of one agency, of all cases that one agency coordinates, or of
 * all cases received in one province, whoever coordinates them.
 * A list is the merge of a few lanes, each cut to the page's length, so that its cost does not grow with the tasks.
 */
export type Lane =
  | { readonly by: 'agency_id'; readonly agencyId: string }
  | { readonly by: 'coordinating_agency_id'; readonly agencyId: string; readonly notOf: string }
  | { readonly by: 'province'; readonly province: string }
  | { readonly by: 'unrouted'; readonly agencyId: string }
  | { readonly by: 'assignee_id'; readonly userId: string }
  | { readonly by: 'everything' };

interface Wish {
  readonly box: TaskBox;
  readonly agencies: readonly string[] | undefined;
}

/** The lanes in which this viewer may look for a box; the list filter of the same policy that guards one task. */
export function lanesFor(viewer: Viewer, { box, agencies }: Wish): readonly Lane[] {
  if (box === 'mine') return [{ by: 'assignee_id', userId: viewer.userId }];
  const own = viewer.agencyId !== null && isStaff(viewer) ? viewer.agencyId : null;
  if (box === 'unassigned') return toDoLanes(viewer, own);
  if (box === 'others') return othersLanes(viewer, own);
  if (agencies !== undefined) return agencies.map((agencyId) => ({ by: 'agency_id', agencyId }));
  if (box === 'agency') return toDoLanes(viewer, own);
  return overseenLanes(viewer, own);
}

/** Of the cases that my agency coordinates, what others hold. */
const othersLanes = (viewer: Viewer, own: string | null): readonly Lane[] =>
  own === null || !viewer.roles.includes('coordinator')
    ? []
    : [{ by: 'coordinating_agency_id', agencyId: own, notOf: own }];

/** What my agency holds, and what nobody holds: that is for whoever coordinates to hand on. */
function toDoLanes(viewer: Viewer, own: string | null): readonly Lane[] {
  if (own === null) return [];
  const coordinates = viewer.roles.includes('coordinator');
  return [
    { by: 'agency_id', agencyId: own },
    ...(coordinates ? [{ by: 'unrouted', agencyId: own } as const] : []),
  ];
}

function overseenLanes(viewer: Viewer, own: string | null): readonly Lane[] {
  const supervises = viewer.roles.includes('supervisor');
  if (viewer.roles.includes('auditor') || (supervises && viewer.area === 'nation'))
    return [{ by: 'everything' }];
  const coordinates = viewer.roles.includes('coordinator');
  const provinces = supervises && viewer.area !== 'nation' ? viewer.area : [];
  return [
    ...(own === null ? [] : [{ by: 'agency_id', agencyId: own } as const]),
    ...(own === null || !coordinates
      ? []
      : [{ by: 'coordinating_agency_id', agencyId: own, notOf: own } as const]),
    ...provinces.map((province) => ({ by: 'province', province }) as const),
  ];
}

/** Tasks without any running limit come last. */
export const dueOrInfinity = (table: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`coalesce(${table}.due_at, 'infinity'::timestamptz)`;

export function laneCondition(lane: Lane): Prisma.Sql {
  switch (lane.by) {
    case 'agency_id':
      return Prisma.sql`task.agency_id = ${lane.agencyId}::uuid`;
    case 'coordinating_agency_id':
      return Prisma.sql`task.coordinating_agency_id = ${lane.agencyId}::uuid and task.agency_id is distinct from ${lane.notOf}::uuid`;
    case 'province':
      return Prisma.sql`task.province = ${lane.province}`;
    case 'unrouted':
      return Prisma.sql`task.coordinating_agency_id = ${lane.agencyId}::uuid and task.agency_id is null`;
    case 'assignee_id':
      return Prisma.sql`task.assignee_id = ${lane.userId}::uuid`;
    case 'everything':
      return Prisma.sql`true`;
  }
}
