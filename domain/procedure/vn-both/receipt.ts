import type { Outcome, Step } from '../procedure.js';
import { isAtCommune } from './bring-to-commune.js';
import { after, all, any, is, not } from './condition.js';
import { choicesField, factQuestion, letterField, noteField } from './fields.js';
import type { Regime } from './regime.js';
import { duty } from './step.js';
import { words } from './words.js';

const registered: Outcome = {
  title: words('Đã tiếp nhận, lập tờ khai', 'Received, declaration filled in'),
  form: [
    factQuestion('isMinor', words('Người trình báo dưới 18 tuổi?', 'Is the person under 18?')),
    factQuestion('ageUncertain', words('Chưa rõ tuổi?', 'Is the age uncertain?'), {
      optional: true,
      help: words('Nghi ngờ tuổi thì đối xử như trẻ em', 'In doubt, treat as a child'),
    }),
    factQuestion(
      'needsEssentials',
      words('Cần ăn, mặc, chỗ nghỉ, sơ cứu ngay?', 'Food, clothes, a bed, first aid needed now?'),
      {
        optional: true,
      },
    ),
    factQuestion('needsInterpreter', words('Cần phiên dịch?', 'Interpreter needed?'), { optional: true }),
    factQuestion(
      'seriousHarm',
      words('Bị hại nặng hoặc đang bị đe dọa?', 'Seriously harmed or in danger now?'),
      {
        optional: true,
      },
    ),
    factQuestion('reportsCrime', words('Có tố giác tội phạm?', 'Does the person report a crime?'), {
      optional: true,
    }),
    noteField,
  ],
};

export function receiptSteps(regime: Regime): readonly Step[] {
  return [register(regime), informRights(regime), essentials(regime), notify(regime), interpreter(regime)];
}

const register = ({ cites }: Regime): Step =>
  duty({
    id: 'register-report',
    title: words('Tiếp nhận trình báo, giúp lập tờ khai', 'Receive the report, help with the declaration'),
    instructions: words(
      'Tiếp người trình báo ở nơi kín đáo, giúp điền tờ khai; trẻ em hoặc người không tự viết được thì cán bộ ghi thay. Không hỏi sâu về sự việc, không để người ngoài có mặt.',
      'Receive the person in private and help to fill in the declaration; write it for children and for people who cannot write. Do not question them about what happened; let nobody else be present.',
    ),
    phase: 'receipt',
    track: 'main',
    role: 'commune-committee',
    place: 'reception',
    opens: all(
      isAtCommune,
      // Somebody who did not want to report may come back.
      any(not(after('register-report')), after('register-report:not-proceeding')),
    ),
    repeats: { max: 5 },
    serviceLevel: 'SL.IMMEDIATE',
    ladder: 'immediate',
    mandatory: true,
    outcomes: {
      registered,
      'not-proceeding': {
        title: words('Người đến không muốn trình báo tiếp', 'The person does not want to go on'),
        sets: { pathEnd: 'withdrawn' },
        form: [noteField],
      },
    },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'needsInterpreter'],
      person: [
        'fullName',
        'otherNames',
        'birthDate',
        'phone',
        'address',
        'idNumber',
        'language',
        'safeContact',
        'story',
      ],
    },
    ...cites.report,
  });

const informRights = ({ cites }: Regime): Step =>
  duty({
    id: 'inform-rights',
    title: words('Giải thích quyền cho người được tiếp nhận', 'Inform the person of their rights'),
    instructions: words(
      'Nói bằng ngôn ngữ người đó hiểu: được giữ bí mật, được bảo vệ, được hỗ trợ những gì, có thể từ chối từng hỗ trợ và từ chối xác minh. Ghi lại họ đã hiểu chưa; không ép ký.',
      'Say in a language the person understands: secrecy, protection, what help exists, and that each help and the verification may be refused. Note whether they understood; never press for a signature.',
    ),
    phase: 'receipt',
    track: 'main',
    role: 'commune-committee',
    place: 'reception',
    opens: after('register-report:registered'),
    serviceLevel: 'SL.IMMEDIATE',
    ladder: 'immediate',
    mandatory: true,
    outcomes: {
      informed: {
        title: words('Đã giải thích, người được tiếp nhận đã hiểu', 'Informed and understood'),
        form: [noteField],
      },
      'informed-through-representative': {
        title: words('Đã giải thích cho người đại diện', 'Informed through the representative'),
        form: [noteField],
      },
    },
    needs: { facts: ['isMinor', 'ageUncertain', 'needsInterpreter'], person: ['fullName', 'language'] },
    ...cites.rights,
  });

const essentials = ({ cites }: Regime): Step =>
  duty({
    id: 'essential-needs',
    title: words('Hỗ trợ nhu cầu thiết yếu', 'Provide essential needs'),
    instructions: words(
      'Bố trí ăn, mặc, chỗ nghỉ an toàn, sơ cứu khi cần. Người được tiếp nhận có quyền từ chối; từ chối không ảnh hưởng đến các quyền khác.',
      'Arrange food, clothes, a safe bed, first aid where needed. The person may decline; declining harms no other right.',
    ),
    phase: 'receipt',
    track: 'support',
    role: 'commune-committee',
    place: 'reception',
    opens: all(after('register-report:registered'), is('needsEssentials', true)),
    serviceLevel: 'SL.IMMEDIATE',
    ladder: 'immediate',
    mandatory: true,
    personMayDecline: true,
    outcomes: {
      provided: {
        title: words('Đã hỗ trợ', 'Provided'),
        form: [
          choicesField('given', words('Đã hỗ trợ', 'What was given'), {
            options: {
              food: words('Ăn, uống', 'Food and drink'),
              clothes: words('Quần áo, đồ dùng cá nhân', 'Clothes and personal items'),
              bed: words('Chỗ nghỉ', 'A bed'),
              'first-aid': words('Sơ cứu', 'First aid'),
              transport: words('Đi lại', 'Transport'),
            },
          }),
          noteField,
        ],
      },
    },
    needs: { facts: ['isMinor', 'ageUncertain', 'seriousHarm'], person: ['fullName', 'language'] },
    ...cites.essentials,
  });

const notify = ({ cites, notifyLevel }: Regime): Step =>
  duty({
    id: 'notify-authority',
    title: words('Thông báo cho cơ quan chủ trì hỗ trợ', 'Notify the support authority'),
    instructions: words(
      'Báo ngay cho cơ quan chủ trì; hoàn thành bước này là đã báo qua hệ thống. Không ghi họ tên hay sự việc vào tin nhắn, điện thoại chung.',
      'Notify the authority at once; completing this step is the notice. Write no name and no story into messages or shared phones.',
    ),
    phase: 'receipt',
    track: 'main',
    role: 'commune-committee',
    place: 'reception',
    opens: after('register-report:registered'),
    serviceLevel: notifyLevel,
    ladder: 'immediate',
    mandatory: true,
    outcomes: { notified: { title: words('Đã thông báo', 'Notified'), form: [letterField] } },
    needs: { facts: ['isMinor', 'ageUncertain', 'needsInterpreter', 'seriousHarm'], person: ['fullName'] },
    ...cites.notify,
  });

const interpreter = ({ coordinator, cites }: Regime): Step =>
  duty({
    id: 'arrange-interpreter',
    title: words('Bố trí phiên dịch', 'Arrange an interpreter'),
    instructions: words(
      'Tìm phiên dịch không quen biết người được tiếp nhận và gia đình họ, cam kết giữ bí mật. Không dùng người đi cùng làm phiên dịch.',
      'Find an interpreter who does not know the person or their family and who is bound to secrecy. Never let a companion interpret.',
    ),
    phase: 'receipt',
    track: 'support',
    role: coordinator,
    place: 'coordinating',
    opens: all(after('register-report:registered'), is('needsInterpreter', true)),
    serviceLevel: 'SL.IMMEDIATE',
    ladder: 'immediate',
    mandatory: true,
    outcomes: { arranged: { title: words('Đã bố trí', 'Arranged'), form: [noteField] } },
    needs: { facts: ['needsInterpreter'], person: ['language'] },
    ...cites.interpreter,
  });
