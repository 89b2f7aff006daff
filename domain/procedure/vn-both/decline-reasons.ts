import { words } from './words.js';

/** Why a request may be declined: always in writing, with reasons (Circular 35/2013 art. 16(3)(b)). */
export const facilityDeclineReasons = {
  'no-place': words('Không còn chỗ', 'No free place'),
  'cannot-meet-needs': words('Không đáp ứng được nhu cầu của người này', 'Cannot meet this person’s needs'),
  'not-safe': words('Không bảo đảm an toàn cho người này tại cơ sở', 'Cannot keep this person safe here'),
  'wrong-group': words('Không thuộc đối tượng phục vụ của cơ sở', 'Not among those whom the facility serves'),
} as const;

export const serviceDeclineReasons = {
  'no-capacity': words('Không đủ năng lực, nhân lực', 'No capacity or staff'),
  'cannot-meet-needs': words('Dịch vụ không phù hợp với nhu cầu', 'The service does not fit the need'),
  'not-eligible': words('Không thuộc đối tượng theo quy định', 'Not entitled under the rules'),
  'conflict-of-interest': words('Có xung đột lợi ích', 'Conflict of interest'),
} as const;
