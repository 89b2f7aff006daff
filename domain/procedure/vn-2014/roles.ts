import type { Role } from '../procedure.js';
import { commonRoles } from '../vn-both/roles.js';
import { words } from '../vn-both/words.js';

export const roles: Readonly<Record<string, Role>> = {
  ...commonRoles,
  'district-labour-office': {
    title: words('Phòng Lao động - Thương binh và Xã hội', 'District labour office'),
    level: 'district',
  },
  'district-police': { title: words('Công an cấp huyện', 'District police'), level: 'district' },
  'district-chair': {
    title: words('Chủ tịch Ủy ban nhân dân cấp huyện', "Chair of the district People's Committee"),
    level: 'district',
  },
  'provincial-labour-department': {
    title: words('Sở Lao động - Thương binh và Xã hội', 'Provincial labour department'),
    level: 'province',
  },
  'ministry-labour': {
    title: words('Bộ Lao động - Thương binh và Xã hội', 'Ministry of Labour, Invalids and Social Affairs'),
    level: 'nation',
  },
};
