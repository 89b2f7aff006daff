import { isOpenTask, type CaseState } from '../case/case-state.js';
import { isExcluded } from '../case/standing.js';
import { actorOf, type Viewer } from './viewer.js';

/**
 * What somebody is to a case, for the question of what they may see. Whoever is nothing of all this is a stranger,
 * and does not learn that the case exists.
 */
export const relations = [
  'coordinator',
  'supervisor',
  'holder',
  'past-holder',
  'registrar',
  'administrator',
  'auditor',
] as const;
export type Relation = (typeof relations)[number];

export interface CaseWhereabouts {
  readonly state: CaseState;
  readonly province: string;
  /** The agency that registered the case. */
  readonly registrarAgencyId: string | null;
}

/** Everything that this viewer is to the case; empty for strangers and for whoever is excluded from it. */
export function relationsOf(
  viewer: Viewer,
  { state, province, registrarAgencyId }: CaseWhereabouts,
): readonly Relation[] {
  if (isExcluded(actorOf(viewer), state)) return [];
  return relations.filter((relation) => isIn[relation](viewer, { state, province, registrarAgencyId }));
}

/** Staff of an agency act for it; administrators and auditors of the same body do not. */
export const isStaff = (viewer: Viewer): boolean =>
  viewer.roles.some((role) => role === 'officer' || role === 'lead' || role === 'coordinator');

export const isSupervisorOf = (viewer: Viewer, province: string): boolean =>
  viewer.roles.includes('supervisor') && (viewer.area === 'nation' || viewer.area.includes(province));

const tasksOf = (viewer: Viewer, state: CaseState) =>
  Object.values(state.tasks).filter((task) => task.agencyId !== null && task.agencyId === viewer.agencyId);

const isIn = {
  coordinator: (viewer, { state }) =>
    viewer.roles.includes('coordinator') &&
    viewer.agencyId !== null &&
    viewer.agencyId === state.coordinatingAgencyId,
  supervisor: (viewer, { province }) => isSupervisorOf(viewer, province),
  holder: (viewer, { state }) => isStaff(viewer) && tasksOf(viewer, state).some(isOpenTask),
  'past-holder': (viewer, { state }) => isStaff(viewer) && tasksOf(viewer, state).length > 0,
  registrar: (viewer, { registrarAgencyId }) =>
    isStaff(viewer) && viewer.agencyId !== null && viewer.agencyId === registrarAgencyId,
  /** Only for what the machine itself could not go on with. */
  administrator: (viewer, { state }) => viewer.roles.includes('administrator') && state.status === 'parked',
  auditor: (viewer) => viewer.roles.includes('auditor'),
} satisfies Record<Relation, (viewer: Viewer, whereabouts: CaseWhereabouts) => boolean>;
