import type { Step } from '../procedure.js';
import { after, all, any, is, monthsSinceStep, not } from './condition.js';
import { choicesField, dateField, noteField } from './fields.js';
import type { Regime } from './regime.js';
import { duty } from './step.js';
import { words } from './words.js';

/** How many contacts there are at most, a month apart; after as many months the case may close whatever they found. */
export const followUpContacts = 3;

/** At home, or settled elsewhere, for so many months. */
export const settledFor = (months: number) =>
  any(
    all(is('returnPlan', 'arrived'), monthsSinceStep(months, 'confirm-arrival')),
    all(is('returnPlan', 'settled'), monthsSinceStep(months, 'plan-return')),
  );

const answered = any(
  after('follow-up:goes-on'),
  after('follow-up:needs-more-help'),
  after('follow-up:lost-contact'),
);

export const followUpSteps = ({ cites }: Regime): readonly Step[] => [
  duty({
    id: 'follow-up',
    title: words('Thăm hỏi, theo dõi sau khi trở về', 'Follow-up contact after the return'),
    instructions: words(
      'Liên lạc kín đáo theo cách đã thống nhất, hỏi về an toàn, sức khỏe, việc làm. Cần giúp thêm thì chọn mục đó, cơ quan chủ trì sẽ nhận việc ngay.',
      'Make contact discreetly in the way agreed; ask about safety, health, work. If more help is needed say so: the authority gets the duty at once.',
    ),
    phase: 'follow-up',
    track: 'main',
    role: 'commune-committee',
    place: 'residence',
    opens: all(settledFor(1), any(not(after('follow-up')), all(answered, monthsSinceStep(1, 'follow-up')))),
    repeats: { max: followUpContacts },
    serviceLevel: 'SL.FOLLOW_UP',
    mandatory: true,
    personMayDecline: true,
    outcomes: {
      settled: {
        title: words('Ổn định, không cần theo dõi thêm', 'Settled, no more contact needed'),
        form: [noteField],
      },
      'goes-on': {
        title: words('Đã gặp, tiếp tục theo dõi', 'Contact made, follow-up goes on'),
        form: [noteField],
      },
      'needs-more-help': {
        title: words('Cần hỗ trợ thêm', 'More help is needed'),
        sets: { needsReview: true },
        form: [
          choicesField('about', words('Về việc', 'About'), {
            options: {
              safety: words('An toàn', 'Safety'),
              health: words('Sức khỏe', 'Health'),
              income: words('Thu nhập, việc làm', 'Income, work'),
              papers: words('Giấy tờ', 'Papers'),
              family: words('Gia đình', 'Family'),
            },
          }),
          noteField,
        ],
      },
      'lost-contact': {
        title: words('Không liên lạc được', 'No contact'),
        sets: { contactLost: true },
        form: [
          dateField('lastContactOn', words('Ngày liên lạc cuối', 'Day of the last contact'), {
            fact: 'lastContactOn',
          }),
          noteField,
        ],
      },
    },
    needs: { facts: ['isMinor', 'ageUncertain'], person: ['fullName', 'safeContact'] },
    ...cites.followUp,
  }),
];
