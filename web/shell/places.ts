import type { AccountRole } from '../../domain/access/viewer.js';
import type { Me } from '../../api/contract/session.js';

const everybody = ['coordinator', 'officer', 'lead', 'supervisor', 'auditor', 'administrator'] as const;

/** The main places, and whose they are. The first that a role has is where it begins. */
const places = [
  { to: '/work', label: 'nav.work', for: ['coordinator', 'officer', 'lead', 'supervisor'] },
  { to: '/overdue', label: 'nav.overdue', for: ['supervisor', 'coordinator', 'lead'] },
  { to: '/cases', label: 'nav.cases', for: ['coordinator', 'officer', 'lead', 'supervisor', 'auditor'] },
  { to: '/admin', label: 'nav.admin', for: ['administrator'] },
  { to: '/admin/resets', label: 'admin.resets', for: ['supervisor'] },
  { to: '/procedures', label: 'nav.procedures', for: everybody },
  { to: '/rehearsal', label: 'nav.rehearsal', for: ['coordinator', 'supervisor'] },
] as const satisfies readonly { to: string; label: string; for: readonly AccountRole[] }[];

export type Place = (typeof places)[number];

export const placesOf = ({ roles }: Pick<Me, 'roles'>): readonly Place[] =>
  places.filter((place) => place.for.some((role) => roles.includes(role)));
