import type { Outcome, Step, Words } from '../procedure.js';
import { after, all, any, is, isSince, not } from './condition.js';
import { choicesField, dateField, factQuestion, letterField, noteField } from './fields.js';
import type { Regime } from './regime.js';
import { duty } from './step.js';
import { words } from './words.js';

/** Decree 62/2012 art. 7. */
const measures = {
  PM1: words('Giữ bí mật việc cung cấp tài liệu, chứng cứ', 'Secrecy of the documents and evidence provided'),
  PM2: words(
    'Giữ bí mật đời tư, đặc điểm nhận dạng, nơi ở, nơi làm việc, học tập',
    'Secrecy of private life, features, residence, work, study',
  ),
  PM3: words('Bố trí lực lượng canh gác', 'Guards'),
  PM4: words('Hạn chế đi lại, tiếp xúc', 'Limits on movement and contacts'),
  PM5: words('Bố trí nơi tạm lánh', 'Safe shelter'),
  PM6: words('Thay đổi nơi ở, nơi làm việc, học tập', 'New residence, work or school'),
  PM7: words('Ngăn chặn hành vi xâm hại', 'Preventing or stopping harm'),
} as const satisfies Record<string, Words>;

const options = (codes: readonly (keyof typeof measures)[]): Readonly<Record<string, Words>> =>
  Object.fromEntries(codes.map((code) => [code, measures[code]]));

/** Decree 62/2012 art. 8(2): what the commune chair, the head of the authority and facility directors may decide. */
const civil = options(['PM1', 'PM2', 'PM4', 'PM5']);
/** The same article: what the head of an investigation body may decide. PM8, the closed trial, is the court's. */
const police = options(['PM1', 'PM2', 'PM3', 'PM4', 'PM5', 'PM6', 'PM7']);

const measuresField = (codes: Readonly<Record<string, Words>>) =>
  choicesField('measures', words('Biện pháp', 'Measures'), { options: codes });

const decision = (codes: Readonly<Record<string, Words>>): Readonly<Record<string, Outcome>> => ({
  decided: {
    title: words('Quyết định áp dụng biện pháp bảo vệ', 'Measures ordered'),
    sets: { protectionActive: true },
    form: [measuresField(codes), dateField('startsOn', words('Ngày bắt đầu', 'First day')), letterField],
  },
  refused: {
    title: words('Từ chối bằng văn bản, nêu lý do', 'Refused in writing, with reasons'),
    sets: { protectionActive: false },
    form: [letterField, noteField],
  },
});

export const protectionSteps = (regime: Regime): readonly Step[] => [
  assess(regime),
  decideOwn(regime),
  decidePolice(regime),
  review(regime),
  closedTrial(regime),
];

const assess = ({ coordinator, cites }: Regime): Step =>
  duty({
    id: 'assess-protection',
    title: words('Đánh giá nhu cầu bảo vệ', 'Assess the need for protection'),
    instructions: words(
      'Hỏi người được tiếp nhận và xem nguy cơ với họ và người thân. Khẩn cấp thì áp dụng biện pháp ngay, quyết định sau. Không hỏi kẻ bị tình nghi hay gia đình khi chưa được đồng ý.',
      'Ask the person; look at the danger to them and their relatives. If urgent, act first and decide after. Ask neither suspects nor the family without consent.',
    ),
    phase: 'protection',
    track: 'protection',
    role: coordinator,
    place: 'coordinating',
    opens: all(
      after('receive-case:received'),
      any(not(after('assess-protection')), isSince('seriousHarm', true, 'assess-protection')),
    ),
    repeats: { max: 12 },
    serviceLevel: 'SL.PROTECTION',
    mandatory: true,
    personMayDecline: true,
    outcomes: {
      'no-measure': {
        title: words('Không cần biện pháp', 'No measure needed'),
        sets: { protectionBy: 'none' },
        form: [noteField],
      },
      'own-measures': {
        title: words('Cần biện pháp thuộc thẩm quyền của mình', 'Measures within our own powers'),
        sets: { protectionBy: 'own-authority' },
        form: [
          measuresField(civil),
          factQuestion('wantsClosedTrial', words('Đề nghị xét xử kín?', 'Closed trial asked for?'), {
            optional: true,
          }),
          noteField,
        ],
      },
      'police-measures': {
        title: words('Cần biện pháp của cơ quan điều tra', 'Measures of the investigation body are needed'),
        sets: { protectionBy: 'investigation-body' },
        form: [
          measuresField(police),
          factQuestion('wantsClosedTrial', words('Đề nghị xét xử kín?', 'Closed trial asked for?'), {
            optional: true,
          }),
          noteField,
        ],
      },
    },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'needsInterpreter', 'seriousHarm'],
      person: ['fullName', 'language', 'safeContact', 'story'],
    },
    ...cites.protection,
  });

const decideOwn = ({ coordinator, cites }: Regime): Step =>
  duty({
    id: 'decide-own-measures',
    title: words('Quyết định biện pháp bảo vệ', 'Decide on protection measures'),
    instructions: words(
      'Thủ trưởng quyết định hoặc từ chối bằng văn bản có lý do; gửi cho người được bảo vệ. Hồ sơ bảo vệ theo chế độ mật, không lưu vào hồ sơ chung.',
      'The head decides, or refuses in writing with reasons; a copy goes to the protected person. The file is kept as a secret document, apart from the common file.',
    ),
    phase: 'protection',
    track: 'protection',
    role: coordinator,
    place: 'coordinating',
    opens: all(is('protectionBy', 'own-authority'), after('assess-protection:own-measures')),
    repeats: { max: 12 },
    serviceLevel: 'SL.PROTECTION',
    mandatory: true,
    personMayDecline: true,
    outcomes: decision(civil),
    needs: {
      facts: ['isMinor', 'ageUncertain', 'seriousHarm'],
      person: ['fullName', 'birthDate', 'address', 'safeContact'],
    },
    ...cites.protection,
  });

const decidePolice = ({ cites }: Regime): Step =>
  duty({
    id: 'decide-police-measures',
    title: words(
      'Cơ quan điều tra quyết định biện pháp bảo vệ',
      'The investigation body decides on protection',
    ),
    instructions: words(
      'Xem xét đề nghị, quyết định biện pháp hoặc từ chối bằng văn bản có lý do. Hồ sơ theo chế độ mật; không tiết lộ nơi ở của người được bảo vệ.',
      'Consider the request; order measures or refuse in writing with reasons. The file is secret; never disclose where the protected person lives.',
    ),
    phase: 'protection',
    track: 'protection',
    role: 'investigation-body',
    place: 'reception',
    opens: all(is('protectionBy', 'investigation-body'), after('assess-protection:police-measures')),
    repeats: { max: 12 },
    serviceLevel: 'SL.PROTECTION',
    mandatory: true,
    personMayDecline: true,
    outcomes: decision(police),
    needs: {
      facts: ['isMinor', 'ageUncertain', 'seriousHarm'],
      person: ['fullName', 'birthDate', 'address', 'safeContact'],
    },
    ...cites.protection,
  });

const review = ({ coordinator, cites }: Regime): Step =>
  duty({
    id: 'review-protection',
    title: words('Rà soát, chấm dứt biện pháp bảo vệ', 'Review or end the protection measures'),
    instructions: words(
      'Ít nhất mỗi tháng xem lại nguy cơ. Hết nguy cơ thì đề nghị quyết định chấm dứt có nêu lý do; chưa hết thì tiếp tục. Trường hợp chưa thể kết thúc khi còn biện pháp.',
      'At least monthly, look at the danger again. If it is past, have the measures ended by a decision with reasons; if not, go on. The case cannot close while measures are in force.',
    ),
    phase: 'protection',
    track: 'protection',
    role: coordinator,
    place: 'coordinating',
    opens: all(
      is('protectionActive', true),
      any(
        after('decide-own-measures:decided'),
        after('decide-police-measures:decided'),
        after('review-protection:continued'),
      ),
    ),
    repeats: { max: 60 },
    serviceLevel: 'SL.PROTECTION_REVIEW',
    mandatory: true,
    outcomes: {
      continued: { title: words('Tiếp tục', 'Continued'), form: [noteField] },
      ended: {
        title: words('Quyết định chấm dứt', 'Ended by decision'),
        sets: { protectionActive: false },
        form: [letterField, noteField],
      },
    },
    needs: { facts: ['protectionActive', 'isMinor'], person: ['fullName', 'safeContact'] },
    ...cites.protection,
  });

const closedTrial = ({ cites }: Regime): Step =>
  duty({
    id: 'ask-closed-trial',
    title: words('Chuyển đề nghị xét xử kín', 'Pass on the request for a closed trial'),
    instructions: words(
      'Chuyển đề nghị cho tòa án khi vụ án được đưa ra xét xử. Việc này không chờ và không chặn các bước khác.',
      'Pass the request to the court when the case comes to trial. It waits for nothing and holds nothing up.',
    ),
    phase: 'protection',
    track: 'criminal-report',
    role: 'investigation-body',
    place: 'reception',
    opens: is('wantsClosedTrial', true),
    serviceLevel: 'SL.SUPPORT',
    outcomes: { passed: { title: words('Đã chuyển tòa án', 'Passed to the court'), form: [letterField] } },
    needs: { facts: ['wantsClosedTrial', 'isMinor'], person: ['fullName'] },
    ...cites.closedTrial,
  });
