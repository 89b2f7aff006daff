import type { Limit, Step } from '../procedure.js';
import { after, againWhenever, all, inShelter, is, not, notConfirmed } from './condition.js';
import { chosenFacility } from './chosen-facility.js';
import { facilityDeclineReasons } from './decline-reasons.js';
import { agencyField, choiceField, noteField } from './fields.js';
import { inForceFrom } from './in-force.js';
import { leaveLimits } from './leave-application.js';
import type { Regime } from './regime.js';
import { byId, duty, request } from './step.js';
import { cited, words } from './words.js';

export const facilityLimits: Readonly<Record<string, Limit>> = byId<Limit>([
  {
    id: 'SA.FILE',
    amount: 10,
    unit: 'working-day',
    direction: 'forward',
    roll: 'none',
    starts: { completed: 'shelter-admission' },
    validFrom: inForceFrom.decree20of2021,
    ...cited('A', 'Nghị định 20/2021 Điều 28(2)(b)', 'Decree 20/2021 art. 28(2)(b)'),
  },
  ...leaveLimits,
]);

export const admissionSteps = (regime: Regime): readonly Step[] => [
  choose(regime),
  admission(regime),
  file(regime),
];

const choose = ({ coordinator, cites }: Regime): Step =>
  duty({
    id: 'choose-facility',
    title: words('Chọn cơ sở tiếp nhận', 'Choose a facility'),
    instructions: words(
      'Chọn cơ sở còn chỗ, phù hợp giới tính, độ tuổi và xa nơi có nguy cơ. Bị từ chối thì chọn cơ sở khác hoặc phương án khác. Không cho cơ sở biết sự việc.',
      'Choose a facility with a free place that fits sex and age and is far from the danger. If it declines, choose another or another solution. The facility does not learn the story.',
    ),
    phase: 'shelter',
    track: 'main',
    role: coordinator,
    place: 'coordinating',
    opens: all(
      is('wantsShelter', true),
      not(inShelter),
      not(notConfirmed),
      againWhenever('shelter-admission'),
    ),
    repeats: { max: 20 },
    serviceLevel: 'SL.IMMEDIATE',
    ladder: 'immediate',
    mandatory: true,
    outcomes: {
      chosen: {
        title: words('Đã chọn cơ sở', 'Facility chosen'),
        sets: { facilityChosen: true },
        form: [agencyField('facility', words('Cơ sở', 'Facility'), 'social-facility'), noteField],
      },
      'other-solution': {
        title: words('Có phương án chỗ ở khác', 'Another place to live was found'),
        sets: { wantsShelter: false, facilityChosen: false },
        form: [
          choiceField('solution', words('Phương án', 'Solution'), {
            options: {
              relatives: words('Ở với người thân', 'With relatives'),
              household: words('Hộ gia đình nhận chăm sóc tạm thời', 'Temporary care in a household'),
              own: words('Tự lo chỗ ở', 'Own accommodation'),
              'not-wanted': words('Không còn muốn ở cơ sở', 'No longer wants shelter'),
            },
          }),
          noteField,
        ],
      },
    },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'sex', 'needsInterpreter', 'seriousHarm'],
      person: ['fullName'],
    },
    ...cites.facility,
  });

const admission = ({ cites }: Regime): Step =>
  request(
    {
      id: 'shelter-admission',
      title: words('Tiếp nhận vào cơ sở', 'Admit to the facility'),
      instructions: words(
        'Tiếp nhận ngay, lập biên bản; người được tiếp nhận cùng ký nếu có thể. Từ chối thì nêu lý do. Không hỏi về sự việc, chỉ hỏi điều cần cho chăm sóc.',
        'Admit at once and write minutes; the person signs too if possible. If you decline, give the reason. Do not ask about what happened, only what care needs.',
      ),
      phase: 'shelter',
      track: 'main',
      role: 'social-facility',
      place: 'facility',
      agencyFrom: chosenFacility,
      opens: all(after('choose-facility:chosen'), is('facilityChosen', true), not(notConfirmed)),
      repeats: { max: 20 },
      serviceLevel: 'SL.IMMEDIATE',
      ladder: 'immediate',
      mandatory: true,
      personMayDecline: true,
      outcomes: {
        admitted: {
          title: words('Đã tiếp nhận', 'Admitted'),
          sets: { inShelter: true, facilityChosen: false, leaveApplication: 'none' },
          form: [noteField],
        },
      },
      needs: {
        facts: ['isMinor', 'ageUncertain', 'sex', 'needsInterpreter'],
        person: ['fullName', 'birthDate', 'language'],
      },
      ...cites.facility,
    },
    facilityDeclineReasons,
  );

const file = ({ coordinator }: Regime): Step =>
  duty({
    id: 'shelter-file',
    title: words('Hoàn thiện hồ sơ tiếp nhận', 'Complete the admission file'),
    instructions: words(
      'Hoàn thiện tờ khai (Mẫu 07), biên bản, quyết định tiếp nhận, kế hoạch trợ giúp. Thiếu giấy tờ tùy thân không phải lý do để trả người.',
      'Complete declaration (form 07), minutes, admission decision and assistance plan. Missing identity papers are no reason to send anybody away.',
    ),
    phase: 'shelter',
    track: 'support',
    role: 'social-facility',
    place: 'facility',
    agencyFrom: chosenFacility,
    opens: all(after('shelter-admission:admitted'), inShelter),
    repeats: { max: 20 },
    limits: ['SA.FILE'],
    serviceLevel: 'SL.FILE',
    // "Longer only if the superior body decides": it names the day.
    extension: {
      limits: [],
      times: 12,
      decidedBy: [coordinator],
      grounds: {
        'superior-decided': words('Cơ quan quản lý cấp trên quyết định', 'The superior body has decided'),
      },
    },
    outcomes: { completed: { title: words('Hồ sơ đầy đủ', 'File complete'), form: [noteField] } },
    needs: { facts: ['isMinor', 'ageUncertain', 'sex'], person: ['fullName', 'birthDate', 'idNumber'] },
    ...cited('A', 'Nghị định 20/2021 Điều 28(2)(b)', 'Decree 20/2021 art. 28(2)(b)'),
  });
