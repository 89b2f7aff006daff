import type { Role } from '../procedure.js';
import { commonRoles } from '../vn-both/roles.js';
import { words } from '../vn-both/words.js';

export const roles: Readonly<Record<string, Role>> = {
  ...commonRoles,
  'health-authority': {
    title: words('Cơ quan chuyên môn về y tế cấp tỉnh (Sở Y tế)', 'Provincial health authority'),
    level: 'province',
  },
  'ministry-health': { title: words('Bộ Y tế', 'Ministry of Health'), level: 'nation' },
};
