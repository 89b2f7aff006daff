import type { Condition, Step } from '../procedure.js';
import { adult, after, all, any, child, inShelter, is, not } from './condition.js';
import { choiceField, choicesField, dateField, factQuestion, noteField, residenceField } from './fields.js';
import type { Regime } from './regime.js';
import { duty } from './step.js';
import { words } from './words.js';

const planned = is('returnPlan', 'planned');

/** `ready`: when the regime lets the return be planned. */
export const returnHomeSteps = (regime: Regime, ready: Condition): readonly Step[] => [
  plan(regime, ready),
  travel(regime),
  ...minorSteps(regime),
  escort(regime),
  arrival(regime),
];

const plan = ({ coordinator, cites }: Regime, ready: Condition): Step =>
  duty({
    id: 'plan-return',
    title: words('Lập kế hoạch trở về', 'Plan the return'),
    instructions: words(
      'Cùng người đó chọn nơi về, ngày về và cách đi; có thể chọn nơi khác gia đình. Ngày về thay đổi thì sửa lại, các hạn liên quan tự tính lại.',
      'Choose the place, the day and the way together with the person; it need not be the family. If the day moves, correct it: the deadlines follow.',
    ),
    phase: 'return',
    track: 'main',
    role: coordinator,
    place: 'coordinating',
    opens: all(
      after('needs-assessment'),
      ready,
      not(is('returnPlan', ['planned', 'settled', 'care', 'arrived'])),
    ),
    repeats: { max: 12 },
    serviceLevel: 'SL.PLAN',
    mandatory: true,
    outcomes: {
      'return-planned': {
        title: words('Về nơi cư trú', 'Returns to a place of residence'),
        sets: { returnPlan: 'planned', familySafe: false },
        form: [
          residenceField(),
          dateField('plannedReturnOn', words('Ngày dự kiến về', 'Planned day of return'), {
            fact: 'plannedReturnOn',
          }),
          factQuestion('needsEscort', words('Cần người đưa về?', 'Escort needed?'), { optional: true }),
          noteField,
        ],
      },
      'settles-here': {
        title: words('Ổn định cuộc sống tại nơi ở khác', 'Settles in another place'),
        sets: { returnPlan: 'settled' },
        form: [residenceField(), noteField],
      },
      'passes-to-care': {
        title: words('Chuyển chế độ bảo trợ xã hội', 'Passes to the social-protection regime'),
        sets: { returnPlan: 'care' },
        form: [noteField],
      },
    },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'victimStatus', 'inShelter', 'wantsGoHome'],
      person: ['fullName', 'address', 'safeContact'],
    },
    ...cites.returnHome,
  });

const travel = ({ coordinator, cites }: Regime): Step =>
  duty({
    id: 'arrange-travel',
    title: words('Chi phí và hướng dẫn đi lại', 'Fare, meals and advice for the journey'),
    instructions: words(
      'Hướng dẫn tuyến, giờ, phương tiện; trả tiền xe và ăn đường nếu không tự lo được. Chỉ báo trước cho gia đình khi người đó đồng ý.',
      'Advise on route, time and transport; pay fare and meals for those who cannot. Inform the family beforehand only if the person agrees.',
    ),
    phase: 'return',
    track: 'main',
    role: coordinator,
    place: 'coordinating',
    opens: all(planned, adult),
    repeats: { max: 12 },
    serviceLevel: 'SL.TRAVEL',
    mandatory: true,
    personMayDecline: true,
    outcomes: {
      arranged: {
        title: words('Đã bố trí', 'Arranged'),
        form: [
          choicesField('given', words('Đã hỗ trợ', 'What was given'), {
            options: {
              fare: words('Tiền tàu xe', 'Fare'),
              meals: words('Tiền ăn đường', 'Meals on the way'),
              advice: words('Hướng dẫn đi lại', 'Advice'),
            },
          }),
          noteField,
        ],
      },
    },
    needs: { facts: ['plannedReturnOn', 'needsEscort'], person: ['fullName', 'safeContact'] },
    ...cites.returnHome,
  });

const minorSteps = ({ coordinator, cites }: Regime): readonly Step[] => [
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
    agencyFrom: { step: 'choose-facility', field: 'facility' },
    opens: all(child, after('shelter-admission:admitted'), inShelter, not(after('shelter-stay:ended'))),
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

const escort = ({ coordinator, cites }: Regime): Step =>
  duty({
    id: 'escort-home',
    title: words('Đưa về nơi cư trú', 'Escort the person home'),
    instructions: words(
      'Đưa đến tận nơi, bàn giao cho người thân hoặc UBND cấp xã có biên bản. Không giao trẻ cho người chưa được đánh giá an toàn.',
      'Escort all the way; hand over to relatives or the commune with minutes. Never hand a child to somebody who was not found safe.',
    ),
    phase: 'return',
    track: 'main',
    role: coordinator,
    place: 'coordinating',
    opens: all(
      planned,
      any(
        all(child, is('familySafe', true), after('appoint-guardian:appointed')),
        all(adult, is('needsEscort', true)),
      ),
    ),
    repeats: { max: 12 },
    serviceLevel: 'SL.ESCORT',
    mandatory: true,
    outcomes: { 'handed-over': { title: words('Đã bàn giao', 'Handed over'), form: [noteField] } },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'plannedReturnOn', 'needsEscort'],
      person: ['fullName', 'birthDate', 'address'],
    },
    ...cites.minorReturn,
  });

const arrival = ({ cites }: Regime): Step =>
  duty({
    id: 'confirm-arrival',
    title: words('Xác nhận người trở về đã đến nơi', 'Confirm the arrival'),
    instructions: words(
      'Gặp riêng người trở về, xác nhận đã đến nơi an toàn. Không loan báo trong thôn, không đưa vào danh sách công khai. Không đến thì báo ngay.',
      'Meet the person in private and confirm that they arrived safely. No announcement in the village, no public list. If they did not come, say so at once.',
    ),
    phase: 'return',
    track: 'main',
    role: 'commune-committee',
    place: 'residence',
    opens: all(planned, any(adult, all(is('familySafe', true), after('escort-home:handed-over')))),
    repeats: { max: 12 },
    serviceLevel: 'SL.ARRIVAL',
    mandatory: true,
    outcomes: {
      arrived: {
        title: words('Đã về đến nơi an toàn', 'Arrived safely'),
        sets: { returnPlan: 'arrived' },
        form: [noteField],
      },
      'not-arrived': {
        title: words('Chưa về đến nơi', 'Did not arrive'),
        sets: { returnPlan: 'open', contactLost: true },
        form: [noteField],
      },
    },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'plannedReturnOn', 'needsEscort'],
      person: ['fullName', 'safeContact'],
    },
    ...cites.followUp,
  });
