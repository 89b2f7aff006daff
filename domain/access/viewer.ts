import type { Actor } from '../case/events.js';
import type { AgencyId, UserId } from '../ids.js';

export const accountRoles = [
  'coordinator',
  'supervisor',
  'officer',
  'lead',
  'administrator',
  'auditor',
] as const;
export type AccountRole = (typeof accountRoles)[number];

/** Somebody who is signed in: what may be known of them to decide what they may see and do. */
export interface Viewer {
  readonly userId: UserId;
  readonly agencyId: AgencyId | null;
  readonly roles: readonly AccountRole[];
  /** Roles of procedure that their agency has, e.g. `commune-police`. */
  readonly agencyRoles: readonly string[];
  /** Provinces (codes of before and after the reform) that their agency answers for; `nation`: all. */
  readonly area: 'nation' | readonly string[];
}

export const actorOf = (viewer: Viewer): Actor => ({
  kind: 'user',
  userId: viewer.userId,
  agencyId: viewer.agencyId,
  roles: viewer.roles,
});
