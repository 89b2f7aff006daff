import { plainDate, type PlainDate } from '../time/plain-date.js';
import type { Words } from './procedure.js';

/** From a day on, another body has the duties of a role, whatever law the case is pinned to. */
export interface RoleSuccession {
  readonly role: string;
  readonly from: PlainDate;
  readonly to: string;
  readonly source: Words;
}

const twoTiers = {
  from: plainDate('2025-07-01'),
  source: {
    vi: 'Bỏ cấp huyện từ 01/07/2025; Luật 86/2025 sửa Điều 27, 28 Luật 53/2024',
    en: 'District level abolished from 1 July 2025; Law 86/2025 amending arts 27, 28 of Law 53/2024',
  },
};

export const roleSuccessions: readonly RoleSuccession[] = [
  {
    role: 'ministry-labour',
    from: plainDate('2025-03-01'),
    to: 'ministry-health',
    source: {
      vi: 'Sắp xếp bộ máy từ 01/03/2025: Bộ Y tế nhận nhiệm vụ bảo trợ xã hội, phòng chống tệ nạn xã hội',
      en: 'Reorganisation of 1 March 2025: the Ministry of Health took over social protection',
    },
  },
  { role: 'district-labour-office', to: 'health-authority', ...twoTiers },
  { role: 'district-chair', to: 'health-authority', ...twoTiers },
  { role: 'district-police', to: 'provincial-police', ...twoTiers },
  { role: 'provincial-labour-department', to: 'health-authority', ...twoTiers },
];

/** Every succession on the way from this role on, the nearest first. */
export function successionsOf(role: string): readonly RoleSuccession[] {
  const next = roleSuccessions.find((each) => each.role === role);
  return next === undefined ? [] : [next, ...successionsOf(next.to)];
}

/**
 * The role that has these duties on that day; a chain of successions is followed to its end. A role without a
 * successor stays itself.
 */
export function roleOn(role: string, date: PlainDate): string {
  let current = role;
  for (let hops = 0; hops <= roleSuccessions.length; hops++) {
    const next = roleSuccessions.find((each) => each.role === current && each.from <= date);
    if (next === undefined) return current;
    current = next.to;
  }
  throw new Error(`the succession of the role ${role} runs in a circle`);
}
