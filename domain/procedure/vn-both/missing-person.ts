import type { Step } from '../procedure.js';
import { is } from './condition.js';
import { dateField, noteField } from './fields.js';
import { chosenFacility } from './chosen-facility.js';
import type { Regime } from './regime.js';
import { duty } from './step.js';
import { words } from './words.js';

/** Somebody left without notice or cannot be reached: alert, look for them, and only then say that contact is lost. */
export const missingPersonSteps = ({ coordinator, cites }: Regime): readonly Step[] => [
  duty({
    id: 'alert-missing',
    title: words('Báo động việc tự ý rời cơ sở', 'Raise the alarm: left without notice'),
    instructions: words(
      'Báo ngay cho cơ quan chủ trì và công an nơi gần nhất; trẻ em thì báo cả UBND cấp xã. Không báo cho gia đình nếu chưa biết gia đình có an toàn không.',
      'Tell the authority and the nearest police at once; for a child also the commune. Do not tell the family before knowing that it is safe.',
    ),
    phase: 'shelter',
    track: 'protection',
    role: 'social-facility',
    place: 'facility',
    agencyFrom: chosenFacility,
    opens: is('leftWithoutNotice', true),
    repeats: { max: 20 },
    serviceLevel: 'SL.IMMEDIATE',
    ladder: 'immediate',
    mandatory: true,
    outcomes: {
      alerted: {
        title: words('Đã báo', 'Alarm raised'),
        sets: { contactLost: true, leftWithoutNotice: false },
        form: [noteField],
      },
      'came-back': {
        title: words('Người đó đã liên lạc lại', 'The person made contact'),
        sets: { needsReview: true, leftWithoutNotice: false },
        form: [noteField],
      },
    },
    needs: { facts: ['isMinor', 'ageUncertain', 'lastContactOn'], person: ['fullName'] },
    ...cites.leaving,
  }),
  duty({
    id: 'trace-person',
    title: words('Tìm cách liên lạc lại', 'Try to make contact again'),
    instructions: words(
      'Liên lạc theo cách an toàn đã thống nhất, hỏi các cơ quan liên quan. Sau 01 tháng không liên lạc được mới kết luận mất liên lạc. Không lộ lý do tìm kiếm.',
      'Use the safe contact that was agreed and ask the agencies concerned. Only after 1 month without contact is it lost. Do not reveal why you look for them.',
    ),
    phase: 'shelter',
    track: 'protection',
    role: coordinator,
    place: 'coordinating',
    opens: is('contactLost', true),
    repeats: { max: 20 },
    serviceLevel: 'SL.TRACE',
    mandatory: true,
    outcomes: {
      found: {
        title: words('Đã liên lạc được', 'Contact made'),
        sets: { contactLost: false, needsReview: true, pathEnd: 'none' },
        form: [noteField],
      },
      'not-found': {
        title: words('Không liên lạc được', 'No contact'),
        sets: { pathEnd: 'lost-contact' },
        form: [
          dateField('lastContactOn', words('Ngày liên lạc cuối', 'Day of the last contact'), {
            fact: 'lastContactOn',
            // Decree 20/2021 art. 30: no contact for a month.
            ago: { amount: 1, unit: 'month' },
          }),
          noteField,
        ],
      },
    },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'lastContactOn', 'contactLost'],
      person: ['fullName', 'safeContact', 'phone'],
    },
    ...cites.leaving,
  }),
];
