import type { Extension, Outcome, Step, Words } from '../procedure.js';
import { after, all, any, inShelter, is } from './condition.js';
import { choiceField, dateField, letterField, noteField } from './fields.js';
import type { Regime } from './regime.js';
import { chosenFacility } from './chosen-facility.js';
import { duty, stay } from './step.js';
import { words } from './words.js';

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
    sets: { inShelter: false, furtherStay: false, wantsShelter: false, wantsHomeBeforeResult: true },
    form: [choiceField('reason', words('Lý do', 'Reason'), { options: reasonsToLeave }), noteField],
  },
  'left-without-notice': {
    title: words('Tự ý rời cơ sở', 'Left without notice'),
    sets: { inShelter: false, furtherStay: false, wantsShelter: false, leftWithoutNotice: true },
    form: [
      dateField('lastContactOn', words('Ngày liên lạc cuối', 'Day of the last contact'), {
        fact: 'lastContactOn',
      }),
      noteField,
    ],
  },
  'lost-contact': {
    title: words('Mất liên lạc', 'Contact lost'),
    sets: { inShelter: false, furtherStay: false, wantsShelter: false, contactLost: true },
    form: [
      dateField('lastContactOn', words('Ngày liên lạc cuối', 'Day of the last contact'), {
        fact: 'lastContactOn',
      }),
      noteField,
    ],
  },
  transferred: {
    title: words('Chuyển cơ sở khác', 'Transferred to another facility'),
    sets: { inShelter: false, furtherStay: false, wantsShelter: true },
    form: [noteField],
  },
  discharged: {
    title: words(
      'Đưa ra khỏi cơ sở do không đủ căn cứ xác định',
      'Discharged: not enough grounds to confirm',
    ),
    sets: { inShelter: false, furtherStay: false, wantsShelter: false },
    form: [noteField],
  },
};

/** No text sets a longest extension: an end must be agreed each time. */
const extension = (decidedBy: readonly string[]): Extension => ({
  limits: [],
  times: 12,
  decidedBy,
  grounds: {
    'still-needed': words('Vẫn cần chỗ ở và hỗ trợ', 'Shelter is still needed'),
    'verification-pending': words('Chưa có kết quả xác minh', 'The verification is not finished'),
    'no-safe-return': words('Chưa có nơi về an toàn', 'No safe place to return to yet'),
    health: words('Lý do sức khỏe', 'Health'),
  },
});

/** Decree 20/2021 art. 30: an application to end the stay reaches the facility, which writes it down. */
const applications = ['leaveApplication'];

const stayNeeds = {
  facts: ['isMinor', 'ageUncertain', 'sex', 'needsInterpreter', 'plannedReturnOn', 'leaveApplication'],
  person: ['fullName', 'birthDate', 'language'],
} as const;

export const staySteps = (regime: Regime): readonly Step[] => [
  theStay(regime),
  afterStay(regime),
  furtherStay(regime),
];

const theStay = ({ cites, stayLimits, stayDeciders }: Regime): Step =>
  stay({
    id: 'shelter-stay',
    title: words('Thời gian lưu trú tại cơ sở', 'Stay in the facility'),
    instructions: words(
      'Chăm sóc, giữ an toàn và chuẩn bị cho người lưu trú rời cơ sở; cần ở thêm thì đề nghị gia hạn trước ngày hết hạn. Người lưu trú, người giám hộ hoặc gia đình có đơn đề nghị dừng trợ giúp (Mẫu số 09) thì ghi nhận ngay ngày nhận đơn. Rời cơ sở thì ghi ngay ngày và lý do. Không cho ai biết người này ở đây.',
      'Care, keep safe and prepare for leaving; if more time is needed, extend before the last day. If the person, the guardian or the family applies to end the stay (form 09), record at once the day on which the application came. Record day and reason as soon as the person leaves. Tell nobody that they are here.',
    ),
    phase: 'shelter',
    track: 'main',
    role: 'social-facility',
    place: 'facility',
    agencyFrom: chosenFacility,
    opens: all(after('shelter-admission:admitted'), inShelter),
    repeats: { max: 20 },
    limits: stayLimits,
    extension: extension(stayDeciders),
    mandatory: true,
    outcomes: left,
    records: applications,
    needs: stayNeeds,
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
    opens: all(inShelter, any(after('shelter-stay:ended'), after('further-stay:ended'))),
    repeats: { max: 20 },
    serviceLevel: 'SL.AFTER_STAY',
    mandatory: true,
    outcomes: {
      'goes-home': {
        title: words('Về nơi cư trú', 'Goes home'),
        // Nobody goes home unseen because the police have not answered yet: the return is planned like any other.
        sets: { inShelter: false, furtherStay: false, wantsShelter: false, wantsHomeBeforeResult: true },
        form: [noteField],
      },
      'stays-by-decision': {
        title: words(
          'Ở tiếp theo quyết định của cơ quan cấp trên',
          'Stays on by decision of the superior body',
        ),
        sets: { furtherStay: true },
        form: [letterField, noteField],
      },
      'lives-elsewhere': {
        title: words('Ở nơi khác', 'Lives elsewhere'),
        sets: { inShelter: false, furtherStay: false, wantsShelter: false },
        form: [noteField],
      },
    },
    needs: { facts: ['isMinor', 'ageUncertain', 'inShelter'], person: ['fullName', 'safeContact'] },
    ...cites.leaving,
  });

/** The lawful time is used up and the superior body has decided that the person stays on. */
const furtherStay = ({ cites, stayDeciders }: Regime): Step =>
  stay({
    id: 'further-stay',
    title: words('Lưu trú tiếp theo quyết định', 'Further stay by decision'),
    instructions: words(
      'Tiếp tục chăm sóc theo quyết định của cơ quan cấp trên; ghi ngày kết thúc trong quyết định bằng cách gia hạn. Có đơn đề nghị dừng trợ giúp (Mẫu số 09) thì ghi nhận ngay ngày nhận đơn. Rời cơ sở thì ghi ngay.',
      'Care goes on by the superior body’s decision; enter the end it names as an extension. If somebody applies to end the stay (form 09), record at once the day on which the application came. Record at once when the person leaves.',
    ),
    phase: 'shelter',
    track: 'main',
    role: 'social-facility',
    place: 'facility',
    agencyFrom: chosenFacility,
    opens: all(after('after-stay:stays-by-decision'), inShelter, is('furtherStay', true)),
    repeats: { max: 20 },
    serviceLevel: 'SL.FURTHER_STAY',
    extension: extension(stayDeciders),
    mandatory: true,
    outcomes: left,
    records: applications,
    needs: stayNeeds,
    ...cites.leaving,
  });
