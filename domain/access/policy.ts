import type { Relation } from './relation.js';
import { isStaff } from './relation.js';
import type { AccountRole, Viewer } from './viewer.js';

/**
 * How much of a thing: `own`: what concerns the viewer's own tasks; `needed`: what the open tasks of the viewer's
 * agency need by the procedure; `all`. Later ones contain earlier ones.
 */
export const extents = ['none', 'own', 'needed', 'all'] as const;
export type Extent = (typeof extents)[number];

/** What can be seen of a case or done with it, and by whom. What is not listed is denied. */
export const policy = {
  /** Code, channel, phase, status: that there is a case. */
  'see-case': {
    coordinator: 'all',
    supervisor: 'all',
    holder: 'all',
    'past-holder': 'all',
    registrar: 'all',
    administrator: 'all',
    auditor: 'all',
  },
  'see-tasks': { coordinator: 'all', supervisor: 'all', auditor: 'all', holder: 'own', 'past-holder': 'own' },
  'see-facts': { coordinator: 'all', supervisor: 'all', holder: 'needed' },
  /** The commune of receipt; for others the province. */
  'see-place': { coordinator: 'all', supervisor: 'all', registrar: 'all' },
  'see-timeline': {
    coordinator: 'all',
    supervisor: 'all',
    auditor: 'all',
    administrator: 'own',
    holder: 'own',
    'past-holder': 'own',
    registrar: 'own',
  },
  'see-deadlines': {
    coordinator: 'all',
    supervisor: 'all',
    auditor: 'all',
    holder: 'own',
    'past-holder': 'own',
  },
  /** An agency's own: those that it wrote down, and those that name it as a recipient. */
  'see-consents': {
    coordinator: 'all',
    supervisor: 'all',
    auditor: 'all',
    holder: 'own',
    'past-holder': 'own',
    registrar: 'own',
  },
  'see-escalations': { coordinator: 'all', supervisor: 'all', auditor: 'all', holder: 'own' },
  'see-locked': { coordinator: 'all', supervisor: 'all' },
  /** Name and place of a protected facility; the facility itself always knows. */
  'see-masked-agencies': { coordinator: 'all', supervisor: 'all' },
  /** Identifying facts. A supervisor judges delays and needs none of them. */
  'see-person': { coordinator: 'all', holder: 'needed' },
  'change-person': { coordinator: 'all' },
  'see-texts': { coordinator: 'all', supervisor: 'all', holder: 'own', 'past-holder': 'own' },
  /** Who read what of the case, and who acted on it. */
  'see-accesses': { coordinator: 'all', supervisor: 'all', auditor: 'all' },
  /** May ask something of the case at all; which command, the rules of the case decide. */
  'submit-command': {
    coordinator: 'all',
    supervisor: 'all',
    holder: 'own',
    'past-holder': 'own',
    /** To take back for the person what was written down for them. */
    registrar: 'own',
    administrator: 'all',
  },
  /** Give an agency without an account a link to its task, see who was given one, withdraw it. */
  'issue-links': { coordinator: 'all', supervisor: 'all' },
  'fast-forward': { coordinator: 'all', supervisor: 'all' },
} satisfies Record<string, Partial<Record<Relation, Extent>>>;

export type CaseAction = keyof typeof policy;
export const caseActions = Object.keys(policy) as CaseAction[];

/** The widest extent that any of the relations gives. */
export function extentOf(action: CaseAction, relations: readonly Relation[]): Extent {
  const row: Partial<Record<Relation, Extent>> = policy[action];
  return relations.reduce<Extent>((widest, relation) => wider(widest, row[relation] ?? 'none'), 'none');
}

const wider = (one: Extent, other: Extent): Extent =>
  extents.indexOf(one) >= extents.indexOf(other) ? one : other;

/** Bodies to which people report, or which find them: their staff may register a case. */
export const receivingRoles = [
  'commune-committee',
  'commune-police',
  'provincial-police',
  'district-police',
  'border-post',
  'coast-guard',
  'investigation-body',
  'district-labour-office',
  'health-authority',
  'hotline',
  'social-facility',
] as const;

const isReceiving = (role: string): boolean => receivingRoles.some((each) => each === role);

const registers = (viewer: Viewer): boolean =>
  viewer.agencyId !== null &&
  (viewer.roles.includes('coordinator') || (isStaff(viewer) && viewer.agencyRoles.some(isReceiving)));

/** What an account may do that concerns no single case. What is not listed is denied. */
export const accountPolicy = {
  'register-case': registers,
  /** Is somebody known already? Asked before a registration, by those who register. */
  'search-person': registers,
  'list-cases': (viewer) => isStaff(viewer) || hasRole(viewer, 'supervisor', 'auditor'),
  'list-tasks': (viewer) => isStaff(viewer) || hasRole(viewer, 'supervisor', 'auditor'),
  'list-escalations': (viewer) => hasRole(viewer, 'coordinator', 'supervisor', 'lead', 'auditor'),
  'see-dashboard': (viewer) => isStaff(viewer) || hasRole(viewer, 'supervisor', 'auditor'),
  'see-statistics': (viewer) => hasRole(viewer, 'supervisor', 'coordinator', 'auditor', 'administrator'),
  'see-directory': () => true,
  /** The posts of one's own agency. */
  'see-colleagues': (viewer) => viewer.agencyId !== null && isStaff(viewer),
  /** The posts of any agency: for those who hand work on to them. */
  'see-officers': (viewer) => hasRole(viewer, 'coordinator', 'supervisor'),
  /** Accounts, agencies, what the machine could not go on with. */
  administer: (viewer) => hasRole(viewer, 'administrator'),
  /** The second of the two people whom a reset needs. */
  'confirm-reset': (viewer) => hasRole(viewer, 'administrator', 'supervisor'),
  'search-audit': (viewer) => hasRole(viewer, 'administrator', 'auditor'),
  /** Outside a case: coordinators choose facilities, supervisors watch over them. */
  'see-masked-agencies': (viewer) => hasRole(viewer, 'coordinator', 'supervisor'),
} satisfies Record<string, (viewer: Viewer) => boolean>;

const hasRole = (viewer: Viewer, ...roles: readonly AccountRole[]): boolean =>
  roles.some((role) => viewer.roles.includes(role));

export type AccountAction = keyof typeof accountPolicy;
export const accountActions = Object.keys(accountPolicy) as AccountAction[];

export const mayDo = (viewer: Viewer, action: AccountAction): boolean => accountPolicy[action](viewer);
