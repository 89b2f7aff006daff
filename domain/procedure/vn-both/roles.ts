import type { Role } from '../procedure.js';
import { words } from './words.js';

/** Bodies that exist under both regimes. The commune's roles may all be held by its People's Committee. */
export const commonRoles: Readonly<Record<string, Role>> = {
  'commune-committee': {
    title: words('Ủy ban nhân dân cấp xã', "Commune People's Committee"),
    level: 'commune',
  },
  'commune-chair': {
    title: words('Chủ tịch Ủy ban nhân dân cấp xã', "Chair of the commune People's Committee"),
    level: 'commune',
  },
  'commune-child-protection': {
    title: words('Người làm công tác bảo vệ trẻ em cấp xã', 'Commune child-protection worker'),
    level: 'commune',
  },
  'commune-police': { title: words('Công an cấp xã', 'Commune police'), level: 'commune' },
  'coast-guard': { title: words('Cảnh sát biển', 'Coast Guard'), level: 'nation' },
  'border-post': { title: words('Đồn Biên phòng', 'Border post'), level: 'commune' },
  'provincial-police': { title: words('Công an cấp tỉnh', 'Provincial police'), level: 'province' },
  'investigation-body': { title: words('Cơ quan điều tra', 'Investigation body'), level: 'province' },
  'social-facility': {
    title: words(
      'Cơ sở trợ giúp xã hội, cơ sở hỗ trợ nạn nhân',
      'Social-assistance or victim-support facility',
    ),
    level: 'province',
  },
  'legal-aid-centre': {
    title: words('Trung tâm trợ giúp pháp lý nhà nước', 'State legal-aid centre'),
    level: 'province',
  },
  'ministry-police': { title: words('Bộ Công an', 'Ministry of Public Security'), level: 'nation' },
  hotline: { title: words('Tổng đài 111', 'Hotline 111'), level: 'nation' },
};
