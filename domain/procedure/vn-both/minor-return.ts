import type { Step } from '../procedure.js';
import { afterSince, all, any, child, extendedSince, inShelter, is, not } from './condition.js';
import { choiceField, noteField } from './fields.js';
import { chosenFacility, whereTheyLive } from './chosen-facility.js';
import type { Regime } from './regime.js';
import { duty } from './step.js';
import { words } from './words.js';

export const planned = is('returnPlan', 'planned');

/** A child goes home with a guardian, to a family that was found safe. */
export const minorReturnSteps = ({ coordinator, cites }: Regime): readonly Step[] => [
  duty({
    id: 'appoint-guardian',
    title: words('Cử người giám hộ', 'Appoint a guardian'),
    instructions: words(
      'Cử người giám hộ cho trẻ trong suốt quá trình trở về; trẻ ở cơ sở thì thống nhất với cơ sở. Không cử người có liên quan đến việc mua bán.',
      'Appoint a guardian for the whole return; for a child in a facility agree with the facility. Never somebody connected with the trafficking.',
    ),
    phase: 'return',
    track: 'child',
    role: coordinator,
    place: 'coordinating',
    // Decree 09/2013 art. 19: for a child in a facility its head appoints.
    agencyFrom: whereTheyLive,
    opens: all(child, planned),
    repeats: { max: 12 },
    serviceLevel: 'SL.FAMILY',
    mandatory: true,
    outcomes: { appointed: { title: words('Đã cử người giám hộ', 'Guardian appointed'), form: [noteField] } },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'plannedReturnOn', 'inShelter'],
      person: ['fullName', 'birthDate'],
    },
    ...cites.minorReturn,
  }),
  duty({
    id: 'family-safety-check',
    title: words(
      'Đánh giá an toàn của gia đình, nơi trẻ về',
      'Check that family and place are safe for the child',
    ),
    instructions: words(
      'Đến tận nơi, xem gia đình có an toàn và chăm sóc được trẻ không, có ai liên quan đến việc mua bán không. Chưa chắc thì kết luận chưa an toàn.',
      'Go there; see whether the family is safe, can care for the child, and whether anybody had a part in the trafficking. In doubt say: not safe.',
    ),
    phase: 'return',
    track: 'child',
    role: 'commune-child-protection',
    place: 'residence',
    // Decree 09/2013 art. 21(3): for a child in a facility, the facility.
    agencyFrom: whereTheyLive,
    opens: all(child, planned),
    repeats: { max: 12 },
    serviceLevel: 'SL.FAMILY',
    mandatory: true,
    outcomes: {
      safe: { title: words('An toàn', 'Safe'), sets: { familySafe: true }, form: [noteField] },
      unsafe: {
        title: words('Không an toàn', 'Not safe'),
        sets: { familySafe: false, returnPlan: 'open' },
        form: [noteField],
      },
    },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'plannedReturnOn'],
      person: ['fullName', 'birthDate', 'address'],
    },
    ...cites.minorReturn,
  }),
];

/** The director tells parents or guardian before the stay of a child ends; in 2014 the law sets the 20 days. */
export const childNotice = ({ cites, childNotice: { limits, serviceLevel } }: Regime): Step =>
  duty({
    id: 'notify-guardian',
    title: words(
      'Thông báo cha mẹ, người giám hộ trước khi trẻ hết thời gian ở cơ sở',
      'Tell parents or guardian before the child’s stay ends',
    ),
    instructions: words(
      'Báo cho cha mẹ hoặc người giám hộ an toàn đến đón, hoặc cử người đưa về. Không báo cho người bị nghi có liên quan; khi đó ghi “không có người an toàn”.',
      'Tell safe parents or a guardian to collect the child, or send staff. Never tell somebody suspected of a part in it; then answer “nobody is safe”.',
    ),
    phase: 'return',
    track: 'child',
    role: 'social-facility',
    place: 'facility',
    agencyFrom: chosenFacility,
    opens: all(
      child,
      inShelter,
      any(
        all(
          afterSince('shelter-admission:admitted', 'notify-guardian'),
          not(afterSince('shelter-stay:ended', 'shelter-admission')),
        ),
        afterSince('after-stay:stays-by-decision', 'notify-guardian'),
        // The end has moved since they were told.
        extendedSince('shelter-stay', 'notify-guardian'),
        extendedSince('further-stay', 'notify-guardian'),
      ),
    ),
    repeats: { max: 20 },
    limits,
    ...(serviceLevel === undefined ? {} : { serviceLevel }),
    outcomes: {
      notified: {
        title: words('Đã thông báo', 'Told'),
        form: [
          choiceField('who', words('Người nhận thông báo', 'Who was told'), {
            options: {
              parents: words('Cha mẹ', 'Parents'),
              guardian: words('Người giám hộ', 'Guardian'),
              'nobody-safe': words('Không có người an toàn', 'Nobody is safe'),
            },
          }),
          noteField,
        ],
      },
    },
    needs: { facts: ['isMinor', 'ageUncertain', 'inShelter'], person: ['fullName', 'birthDate'] },
    ...cites.childNotice,
  });
