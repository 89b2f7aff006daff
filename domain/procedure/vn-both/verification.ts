import type { FormField, Outcome, Step } from '../procedure.js';
import { after, all, is } from './condition.js';
import { choiceField, choicesField, dateField, letterField, noteField, residenceField } from './fields.js';
import type { Regime } from './regime.js';
import { duty } from './step.js';
import { words, type Cited } from './words.js';

/** Where the regimes differ in the verification itself. */
export interface VerificationRules {
  readonly initial: Cited & { readonly limits: readonly string[] };
  readonly request: Cited &
    Pick<Step, 'limitsWhen' | 'serviceLevel'> & { readonly limits: readonly string[] };
  readonly police: Cited &
    Pick<Step, 'role' | 'place' | 'extension' | 'serviceLevel'> & { readonly limits: readonly string[] };
  readonly certificate: Cited & Pick<Step, 'within' | 'serviceLevel'> & { readonly ladder: string };
  /** Evidence, as the law lists its sources. */
  readonly evidence: NonNullable<FormField['options']>;
}

export const verificationSteps = (regime: Regime, rules: VerificationRules): readonly Step[] => [
  initial(regime, rules),
  requestVerification(regime, rules),
  police(rules),
  certificate(rules),
];

const confirmedOn = dateField(
  'confirmedOn',
  words('Ngày xác định là nạn nhân', 'Day of confirmation as a victim'),
  {
    fact: 'confirmedOn',
  },
);

const initialOutcomes: Readonly<Record<string, Outcome>> = {
  'has-paper': {
    title: words('Có giấy tờ chứng minh là nạn nhân', 'Has a paper that proves victim status'),
    sets: { hasVictimPaper: true, victimStatus: 'confirmed' },
    form: [
      choiceField('paper', words('Loại giấy tờ', 'Kind of paper'), {
        options: {
          'police-certificate': words('Giấy xác nhận của Công an', 'Certificate of the police'),
          'rescuer-certificate': words(
            'Giấy xác nhận của cơ quan giải cứu',
            'Certificate of the rescuing body',
          ),
          'procedural-body': words(
            'Của cơ quan điều tra, viện kiểm sát, tòa án',
            'Of investigation body, procuracy or court',
          ),
          'foreign-paper': words(
            'Giấy tờ nước ngoài, đã hợp pháp hóa lãnh sự',
            'Foreign document, consularly legalised',
          ),
        },
      }),
      confirmedOn,
      noteField,
    ],
  },
  'no-paper': {
    title: words('Chưa có giấy tờ, cần xác minh', 'No paper, verification is needed'),
    sets: { hasVictimPaper: false, victimStatus: 'being-identified', verification: 'to-request' },
    form: [noteField],
  },
  'person-refuses': {
    title: words('Người được tiếp nhận không đồng ý xác minh', 'The person refuses to be verified'),
    sets: { hasVictimPaper: false, victimStatus: 'being-identified', verification: 'refused' },
    form: [noteField],
  },
};

const initial = ({ coordinator }: Regime, { initial: rule }: VerificationRules): Step =>
  duty({
    id: 'initial-verification',
    title: words('Xác minh thông tin ban đầu', 'Verify the initial information'),
    instructions: words(
      'Cùng Công an xem giấy tờ và thông tin ban đầu, kết luận có giấy tờ chứng minh hay chưa. Chỉ hỏi một lần, có người người đó tin cậy; có quyền không đồng ý xác minh.',
      'With the police look at papers and first information and say whether a victim paper exists. Ask once only, with somebody the person trusts; they may refuse to be verified.',
    ),
    phase: 'verification',
    track: 'main',
    role: coordinator,
    place: 'coordinating',
    opens: after('notify-authority:notified'),
    mandatory: true,
    outcomes: initialOutcomes,
    needs: {
      facts: ['isMinor', 'ageUncertain', 'needsInterpreter', 'nationalityClaimed'],
      person: ['fullName', 'otherNames', 'birthDate', 'idNumber', 'language', 'story'],
    },
    ...rule,
  });

const requestVerification = ({ coordinator }: Regime, { request: rule, evidence }: VerificationRules): Step =>
  duty({
    id: 'request-verification',
    title: words('Đề nghị Công an xác minh', 'Request verification by the police'),
    instructions: words(
      'Gửi văn bản đề nghị kèm tài liệu đã có. Chỉ chuyển điều cần cho xác minh, không chuyển hồ sơ y tế, tâm lý.',
      'Send the written request with what is at hand. Pass on only what verification needs, no medical or psychological record.',
    ),
    phase: 'verification',
    track: 'main',
    role: coordinator,
    place: 'coordinating',
    opens: is('verification', 'to-request'),
    repeats: { max: 5 },
    mandatory: true,
    outcomes: {
      requested: {
        title: words('Đã gửi đề nghị', 'Request sent'),
        sets: { verification: 'requested' },
        form: [
          residenceField({
            help: words('Không rõ thì ghi nơi xảy ra hành vi', 'If unknown, the place of the alleged act'),
          }),
          choicesField('evidence', words('Tài liệu, chứng cứ đã có', 'Evidence at hand'), {
            options: evidence,
            optional: true,
          }),
          letterField,
        ],
      },
    },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'nationalityClaimed'],
      person: ['fullName', 'birthDate', 'address'],
    },
    ...rule,
  });

const police = ({ police: rule }: VerificationRules): Step =>
  duty({
    id: 'police-verification',
    title: words('Xác minh, xác định nạn nhân', 'Verify and identify the victim'),
    instructions: words(
      'Xác minh và trả lời bằng văn bản trong thời hạn; phức tạp thì gia hạn. Không đưa người đó đối chất với người bị tình nghi; họ có thể từ chối xác minh bất cứ lúc nào.',
      'Verify and answer in writing in time; extend if it is complex. No confrontation with suspects; the person may refuse verification at any time.',
    ),
    phase: 'verification',
    track: 'main',
    opens: all(after('request-verification:requested'), is('verification', 'requested')),
    repeats: { max: 5 },
    mandatory: true,
    personMayDecline: true,
    outcomes: {
      confirmed: {
        title: words('Đủ căn cứ xác định là nạn nhân', 'Enough grounds: a victim'),
        sets: { victimStatus: 'confirmed', verification: 'answered' },
        form: [confirmedOn, letterField],
      },
      'insufficient-grounds': {
        title: words('Không đủ căn cứ xác định', 'Not enough grounds to confirm'),
        sets: { victimStatus: 'not-confirmed', verification: 'answered' },
        form: [letterField, noteField],
      },
    },
    needs: {
      facts: [
        'isMinor',
        'ageUncertain',
        'needsInterpreter',
        'nationalityClaimed',
        'exploitation',
        'destination',
      ],
      person: ['fullName', 'otherNames', 'birthDate', 'idNumber', 'address', 'language', 'story'],
    },
    ...rule,
  });

const certificate = ({ police: { role, place }, certificate: cite }: VerificationRules): Step =>
  duty({
    id: 'issue-certificate',
    title: words('Cấp Giấy xác nhận nạn nhân', 'Issue the victim certificate'),
    instructions: words(
      'Cấp giấy xác nhận, gửi kết quả và giấy cho cơ quan chủ trì. Giấy là căn cứ cho mọi hỗ trợ tiếp theo.',
      'Issue the certificate and send it with the result to the authority. All further help rests on it.',
    ),
    phase: 'verification',
    track: 'main',
    role,
    place,
    opens: all(after('police-verification:confirmed'), is('victimStatus', 'confirmed')),
    mandatory: true,
    outcomes: {
      issued: { title: words('Đã cấp', 'Issued'), sets: { hasVictimPaper: true }, form: [letterField] },
    },
    needs: { facts: ['victimStatus', 'confirmedOn'], person: ['fullName', 'birthDate', 'idNumber'] },
    ...cite,
  });
