import type { Limit, Step } from '../procedure.js';
import { after, all, inShelter, is } from './condition.js';
import { noteField, textField } from './fields.js';
import { inForceFrom } from './in-force.js';
import { chosenFacility } from './chosen-facility.js';
import type { Regime } from './regime.js';
import { duty } from './step.js';
import { cited, words } from './words.js';

export const leaveLimits: readonly Limit[] = [
  {
    id: 'SA.STOP',
    amount: 7,
    unit: 'working-day',
    direction: 'forward',
    roll: 'none',
    // The day on which the application reached the facility, which is when the fact became true.
    starts: 'offered',
    validFrom: inForceFrom.decree20of2021,
    ...cited('A', 'Nghị định 20/2021 Điều 30(3)(b)', 'Decree 20/2021 art. 30(3)(b)'),
  },
];

/** Somebody in a facility, or their family, applies to end the stay: its head decides; the leaving itself ends the stay. */
export const decideOnLeaving = ({ cites }: Regime): Step =>
  duty({
    id: 'decide-on-leaving',
    title: words('Quyết định dừng trợ giúp tại cơ sở', 'Decide on the application to end the stay'),
    instructions: words(
      'Người đứng đầu cơ sở quyết định theo đơn (Mẫu số 09). Đơn của gia đình: hỏi riêng ý muốn của người đó, kiểm tra nơi về có an toàn; không giao cho người bị nghi có liên quan.',
      'The head of the facility decides on the application (form 09). If the family applies: ask the person alone what they want, check that the place is safe; never hand over to a suspect.',
    ),
    phase: 'shelter',
    track: 'support',
    role: 'social-facility',
    place: 'facility',
    agencyFrom: chosenFacility,
    opens: all(after('shelter-admission:admitted'), inShelter, is('leaveApplication', ['person', 'family'])),
    repeats: { max: 20 },
    limits: ['SA.STOP'],
    serviceLevel: 'SL.STOP',
    outcomes: {
      'stay-ends': {
        title: words('Quyết định dừng trợ giúp', 'The stay is to end'),
        sets: { leaveApplication: 'none' },
        form: [noteField],
      },
      'stay-goes-on': {
        title: words('Chưa dừng trợ giúp', 'The stay goes on'),
        sets: { leaveApplication: 'none' },
        form: [textField('reason', words('Lý do', 'Reason'), {})],
      },
      withdrawn: {
        title: words('Đơn đã rút', 'The application was withdrawn'),
        sets: { leaveApplication: 'none' },
        form: [noteField],
      },
    },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'leaveApplication', 'plannedReturnOn'],
      person: ['fullName', 'birthDate', 'language'],
    },
    ...cites.leaving,
  });
