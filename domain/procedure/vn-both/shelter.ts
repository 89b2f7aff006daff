import type { Limit, Outcome, Step, Words } from '../procedure.js';
import { after, againWhenever, all, any, inShelter, is, not } from './condition.js';
import { facilityDeclineReasons } from './decline-reasons.js';
import { agencyField, choiceField, dateField, noteField } from './fields.js';
import type { Regime } from './regime.js';
import { byId, duty, request, stay } from './step.js';
import { cited, words } from './words.js';

export const facilityLimits: Readonly<Record<string, Limit>> = byId<Limit>([
  {
    id: 'SA.FILE',
    amount: 10,
    unit: 'working-day',
    direction: 'forward',
    roll: 'none',
    starts: { completed: 'shelter-admission' },
    ...cited('A', 'Nghị định 20/2021 Điều 28(2)(b)', 'Decree 20/2021 art. 28(2)(b)'),
  },
]);

const chosenFacility = { step: 'choose-facility', field: 'facility' } as const;

export const shelterSteps = (regime: Regime): readonly Step[] => [
  choose(regime),
  admission(regime),
  file(),
  theStay(regime),
  afterStay(regime),
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
    opens: all(is('wantsShelter', true), not(inShelter), againWhenever('shelter-admission')),
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
      opens: all(after('choose-facility:chosen'), is('facilityChosen', true)),
      repeats: { max: 20 },
      serviceLevel: 'SL.IMMEDIATE',
      ladder: 'immediate',
      mandatory: true,
      personMayDecline: true,
      outcomes: {
        admitted: {
          title: words('Đã tiếp nhận', 'Admitted'),
          sets: { inShelter: true, facilityChosen: false },
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

const file = (): Step =>
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
    outcomes: { completed: { title: words('Hồ sơ đầy đủ', 'File complete'), form: [noteField] } },
    needs: { facts: ['isMinor', 'ageUncertain', 'sex'], person: ['fullName', 'birthDate', 'idNumber'] },
    ...cited('A', 'Nghị định 20/2021 Điều 28(2)(b)', 'Decree 20/2021 art. 28(2)(b)'),
  });

/** Decree 20/2021 art. 30(1): conditions on which the stay may end. */
const reasonsToLeave: Readonly<Record<string, Words>> = {
  'returns-home': words('Trở về nơi cư trú', 'Returns home'),
  'family-asks': words('Người giám hộ, gia đình có đơn', 'Guardian or family applies'),
  'person-asks': words('Người được tiếp nhận đề nghị', 'The person asks'),
  adopted: words('Được nhận làm con nuôi', 'Adopted'),
  'other-service': words('Chuyển dịch vụ phù hợp hơn', 'A service that fits better'),
  other: words('Lý do khác', 'Another reason'),
};

const left: Readonly<Record<string, Outcome>> = {
  'left-as-planned': {
    title: words('Rời cơ sở theo kế hoạch', 'Left as planned'),
    sets: { inShelter: false, wantsShelter: false },
    form: [choiceField('reason', words('Lý do', 'Reason'), { options: reasonsToLeave }), noteField],
  },
  'left-without-notice': {
    title: words('Tự ý rời cơ sở', 'Left without notice'),
    sets: { inShelter: false, wantsShelter: false },
    form: [
      dateField('lastContactOn', words('Ngày liên lạc cuối', 'Day of the last contact'), {
        fact: 'lastContactOn',
      }),
      noteField,
    ],
  },
  'lost-contact': {
    title: words('Mất liên lạc', 'Contact lost'),
    sets: { inShelter: false, wantsShelter: false, contactLost: true },
    form: [
      dateField('lastContactOn', words('Ngày liên lạc cuối', 'Day of the last contact'), {
        fact: 'lastContactOn',
      }),
      noteField,
    ],
  },
  transferred: {
    title: words('Chuyển cơ sở khác', 'Transferred to another facility'),
    sets: { inShelter: false, wantsShelter: true },
    form: [noteField],
  },
  discharged: {
    title: words(
      'Đưa ra khỏi cơ sở do không đủ căn cứ xác định',
      'Discharged: not enough grounds to confirm',
    ),
    sets: { inShelter: false, wantsShelter: false },
    form: [noteField],
  },
};

const theStay = ({ cites, stayLimits }: Regime): Step =>
  stay({
    id: 'shelter-stay',
    title: words('Thời gian lưu trú tại cơ sở', 'Stay in the facility'),
    instructions: words(
      'Chăm sóc, giữ an toàn và chuẩn bị cho người lưu trú rời cơ sở; cần ở thêm thì đề nghị gia hạn trước ngày hết hạn. Rời cơ sở thì ghi ngay ngày và lý do. Không cho ai biết người này ở đây.',
      'Care, keep safe and prepare for leaving; if more time is needed, extend before the last day. Record day and reason as soon as the person leaves. Tell nobody that they are here.',
    ),
    phase: 'shelter',
    track: 'main',
    role: 'social-facility',
    place: 'facility',
    agencyFrom: chosenFacility,
    opens: all(after('shelter-admission:admitted'), inShelter),
    repeats: { max: 20 },
    limits: stayLimits,
    extension: {
      // No text sets a longest extension: an end must be agreed each time.
      limits: [],
      times: 12,
      decidedBy: ['social-facility', 'health-authority', 'provincial-labour-department'],
      grounds: {
        'still-needed': words('Vẫn cần chỗ ở và hỗ trợ', 'Shelter is still needed'),
        'verification-pending': words('Chưa có kết quả xác minh', 'The verification is not finished'),
        'no-safe-return': words('Chưa có nơi về an toàn', 'No safe place to return to yet'),
        health: words('Lý do sức khỏe', 'Health'),
      },
    },
    mandatory: true,
    outcomes: left,
    needs: {
      facts: ['isMinor', 'ageUncertain', 'sex', 'needsInterpreter', 'plannedReturnOn'],
      person: ['fullName', 'birthDate', 'language'],
    },
    ...cites.stay,
  });

const afterStay = ({ coordinator, cites }: Regime): Step =>
  duty({
    id: 'after-stay',
    title: words('Giải quyết khi hết thời gian lưu trú', 'Decide what follows the end of the stay'),
    instructions: words(
      'Thời gian lưu trú đã hết: thống nhất với người đó và cơ sở nơi ở tiếp theo. Không để người đó ra khỏi cơ sở khi chưa có nơi an toàn.',
      'The time of stay has ended: agree with the person and the facility on where they live next. Nobody leaves the facility without a safe place.',
    ),
    phase: 'shelter',
    track: 'main',
    role: coordinator,
    place: 'coordinating',
    opens: after('shelter-stay:ended'),
    repeats: { max: 20 },
    serviceLevel: 'SL.AFTER_STAY',
    mandatory: true,
    outcomes: {
      'goes-home': {
        title: words('Về nơi cư trú', 'Goes home'),
        sets: { inShelter: false, wantsShelter: false },
        form: [noteField],
      },
      'other-facility': {
        title: words('Sang cơ sở khác', 'Goes to another facility'),
        sets: { inShelter: false, wantsShelter: true },
        form: [noteField],
      },
      'lives-elsewhere': {
        title: words('Ở nơi khác', 'Lives elsewhere'),
        sets: { inShelter: false, wantsShelter: false },
        form: [noteField],
      },
    },
    needs: { facts: ['isMinor', 'ageUncertain', 'inShelter'], person: ['fullName', 'safeContact'] },
    ...cites.leaving,
  });
