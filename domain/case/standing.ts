import { procedureOf } from '../procedure/catalogue.js';
import { openTasks, type CaseState, type Task } from './case-state.js';
import { isRecorder } from './consent.js';
import type { Actor } from './events.js';

/** What an actor is to a case or to one of its tasks. */
export const standings = [
  'system',
  'coordinator',
  'supervisor',
  'administrator',
  'holder',
  'past-holder',
  /** Holds an open task of the case, whichever. */
  'present-holder',
  /** Holds an open task beside which facts may be recorded. */
  'recorder',
  /** Its agency wrote down a consent of the person. */
  'consent-recorder',
  'registrar',
] as const;
export type Standing = (typeof standings)[number];

type UserActor = Extract<Actor, { kind: 'user' }>;

/** Everything that this actor is to the case and, where one is meant, to the task. */
export function standingsOf(actor: Actor, state: CaseState | undefined, task?: Task): readonly Standing[] {
  if (actor.kind === 'system') return ['system'];
  if (state === undefined) return ['registrar'];
  const found: Standing[] = [];
  if (coordinates(actor, state)) found.push('coordinator');
  if (actor.roles.includes('supervisor')) found.push('supervisor');
  if (actor.roles.includes('administrator')) found.push('administrator');
  if (task !== undefined && holds(actor, task)) found.push('holder');
  if (Object.values(state.tasks).some((each) => holds(actor, each))) found.push('past-holder');
  if (openTasks(state).some((each) => holds(actor, each))) found.push('present-holder');
  if (openTasks(state).some((each) => holds(actor, each) && recordsOf(each, state).length > 0))
    found.push('recorder');
  if (isStaff(actor) && Object.values(state.consents).some((each) => isRecorder(each, actor.agencyId)))
    found.push('consent-recorder');
  return found;
}

/** The facts that whoever holds this task may record while it is open. */
export const recordsOf = ({ stepId }: Task, { procedure }: CaseState): readonly string[] =>
  procedureOf(procedure).steps[stepId]?.records ?? [];

const staffRoles = ['officer', 'lead', 'coordinator'];

const isStaff = (actor: UserActor): boolean => actor.roles.some((role) => staffRoles.includes(role));

const holds = (actor: UserActor, task: Task): boolean =>
  task.agencyId !== null && actor.agencyId === task.agencyId && isStaff(actor);

/** The coordinator of the coordinating agency; before one is named nobody coordinates. */
const coordinates = (actor: UserActor, state: CaseState): boolean =>
  actor.roles.includes('coordinator') &&
  actor.agencyId !== null &&
  actor.agencyId === state.coordinatingAgencyId;

/** Must this actor take no part in the case and learn nothing of it? */
export function isExcluded(actor: Actor, state: CaseState): boolean {
  if (actor.kind === 'system') return false;
  return state.exclusions.some(
    (each) =>
      ('agencyId' in each && each.agencyId === actor.agencyId) ||
      ('userId' in each && each.userId === actor.userId),
  );
}
