import type { Step } from '../procedure.js';
import { adult, after, afterSince, all, any, child, confirmed, is, not, notConfirmed } from './condition.js';
import { choicesField, dateField, factQuestion, noteField, residenceField } from './fields.js';
import { minorReturnSteps, planned } from './minor-return.js';
import type { Regime } from './regime.js';
import { duty } from './step.js';
import { words } from './words.js';

export const returnHomeSteps = (regime: Regime): readonly Step[] => [
  plan(regime),
  travel(regime),
  ...minorReturnSteps(regime),
  escort(regime),
  arrival(regime),
];

/** Whoever is being identified has the travel costs already (Law 66/2011 art. 32; Law 53/2024 art. 37(1)(e)). */
const mayReturn = any(
  confirmed,
  is('victimStatus', 'not-verified'),
  all(is('victimStatus', 'being-identified'), is('wantsHomeBeforeResult', true)),
);

const plan = ({ coordinator, cites, planReturn }: Regime): Step =>
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
      mayReturn,
      not(is('returnPlan', ['planned', 'settled', 'care', 'arrived'])),
    ),
    repeats: { max: 12 },
    ...planReturn,
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

const travel = ({ coordinator, cites, travelFor }: Regime): Step =>
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
    opens: all(planned, adult, travelFor, not(notConfirmed)),
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
        all(child, is('familySafe', true), afterSince('appoint-guardian:appointed', 'plan-return')),
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
    opens: all(
      planned,
      any(adult, all(is('familySafe', true), afterSince('escort-home:handed-over', 'plan-return'))),
    ),
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
