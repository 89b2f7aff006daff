import type { FactDefinition, Words } from '../procedure.js';
import { words } from './words.js';

const boolean = (vi: string, en: string): FactDefinition => ({
  title: words(vi, en),
  type: 'boolean',
  recordable: true,
});
const date = (vi: string, en: string): FactDefinition => ({
  title: words(vi, en),
  type: 'date',
  recordable: true,
});
const code = (title: Words, values: Readonly<Record<string, Words>>): FactDefinition => ({
  title,
  type: 'code',
  values,
  recordable: true,
});
/** Of what has happened. */
const past = (vi: string, en: string): FactDefinition => ({ ...date(vi, en), past: true });
const afterOpening = (fact: FactDefinition): FactDefinition => ({ ...fact, afterOpening: true });
/** Set by outcomes only: nobody can record that somebody is a victim. */
const byOutcome = (fact: FactDefinition): FactDefinition => ({ ...fact, recordable: false });

const unknown = words('Chưa rõ', 'Unknown');
const other = words('Khác', 'Other');

const nationalities = {
  vietnamese: words('Việt Nam', 'Vietnamese'),
  'stateless-resident': words(
    'Không quốc tịch, thường trú tại Việt Nam',
    'Stateless, permanent resident of Viet Nam',
  ),
  foreign: words('Nước ngoài', 'Foreign'),
  unknown,
};

/** Claimed, confirmed and unknown nationality are different values. Dimensions of the published statistics. */
const profile = {
  isMinor: boolean('Dưới 18 tuổi', 'Under 18'),
  ageUncertain: boolean('Chưa rõ tuổi, có thể dưới 18', 'Age uncertain, may be under 18'),
  sex: code(words('Giới tính', 'Sex'), {
    female: words('Nữ', 'Female'),
    male: words('Nam', 'Male'),
    other,
    unknown,
  }),
  ethnicity: code(words('Dân tộc', 'Ethnicity'), {
    kinh: words('Kinh', 'Kinh'),
    minority: words('Dân tộc thiểu số', 'Ethnic minority'),
    unknown,
  }),
  nationalityClaimed: code(words('Quốc tịch tự khai', 'Nationality claimed'), nationalities),
  nationalityConfirmed: code(words('Quốc tịch đã xác minh', 'Nationality confirmed'), nationalities),
  exploitation: code(words('Mục đích mua bán', 'Purpose of the trafficking'), {
    labour: words('Bóc lột lao động', 'Labour exploitation'),
    sexual: words('Bóc lột tình dục', 'Sexual exploitation'),
    marriage: words('Cưỡng ép kết hôn', 'Forced marriage'),
    adoption: words('Mua bán trẻ em, cho nhận con nuôi', 'Sale of a child, adoption'),
    organs: words('Lấy bộ phận cơ thể', 'Removal of organs'),
    criminality: words('Cưỡng bức phạm tội', 'Forced criminality'),
    other,
    unknown,
  }),
  destination: code(words('Nơi bị bán đến', 'Destination'), {
    domestic: words('Trong nước', 'Inside the country'),
    cambodia: words('Cam-pu-chia', 'Cambodia'),
    laos: words('Lào', 'Lao PDR'),
    china: words('Trung Quốc', 'China'),
    myanmar: words('Mi-an-ma', 'Myanmar'),
    other,
    unknown,
  }),
  receivedBy: code(words('Cơ quan nhận trình báo', 'Body that received the report'), {
    commune: words('Ủy ban nhân dân cấp xã', "Commune People's Committee"),
    police: words('Công an', 'Police'),
    'border-guard': words('Bộ đội Biên phòng', 'Border Guard'),
    'coast-guard': words('Cảnh sát biển', 'Coast Guard'),
    other: words('Cơ quan, tổ chức khác', 'Another agency or organisation'),
  }),
} satisfies Record<string, FactDefinition>;

const status = {
  victimStatus: byOutcome(
    code(words('Tình trạng xác định nạn nhân', 'Status of identification'), {
      'being-identified': words('Đang trong quá trình xác định là nạn nhân', 'Being identified as a victim'),
      confirmed: words('Là nạn nhân', 'Confirmed as a victim'),
      'not-confirmed': words('Không đủ căn cứ xác định', 'Not enough grounds to confirm'),
      'not-verified': words('Không xác minh theo ý nguyện', 'Not verified, by the person’s own will'),
    }),
  ),
  hasVictimPaper: byOutcome(
    boolean('Có giấy tờ chứng minh là nạn nhân', 'Has a paper that proves victim status'),
  ),
  verification: byOutcome(
    code(words('Tiến trình xác minh', 'Course of the verification'), {
      'to-request': words('Cần đề nghị xác minh', 'To be requested'),
      requested: words('Đã đề nghị xác minh', 'Requested'),
      answered: words('Đã có trả lời', 'Answered'),
      refused: words('Người được tiếp nhận không đồng ý xác minh', 'Refused by the person'),
    }),
  ),
  confirmedOn: past('Ngày được xác định là nạn nhân', 'Day of confirmation as a victim'),
  contactLost: boolean('Mất liên lạc', 'Contact lost'),
  lastContactOn: past('Ngày liên lạc cuối cùng', 'Day of the last contact'),
  pathEnd: afterOpening(
    code(words('Lý do dừng hồ sơ', 'Why the path ended'), {
      none: words('Không dừng', 'It goes on'),
      withdrawn: words('Người được tiếp nhận không tiếp tục', 'The person does not go on'),
      'lost-contact': words('Mất liên lạc', 'Contact is lost'),
      died: words('Đã chết', 'The person died'),
    }),
  ),
} satisfies Record<string, FactDefinition>;

const needs = {
  needsInterpreter: boolean('Cần phiên dịch', 'Needs an interpreter'),
  needsEssentials: boolean('Cần hỗ trợ nhu cầu thiết yếu ngay', 'Needs essential help at once'),
  needsReview: boolean('Cần đánh giá lại nhu cầu', 'Needs must be assessed anew'),
  wantsShelter: boolean('Muốn ở cơ sở hỗ trợ', 'Wants shelter'),
  wantsMedical: boolean('Muốn hỗ trợ y tế', 'Wants medical help'),
  wantsPsychological: boolean('Muốn hỗ trợ tâm lý', 'Wants psychological help'),
  wantsLegalAid: boolean('Muốn trợ giúp pháp lý', 'Wants legal aid'),
  wantsEducation: boolean('Muốn học văn hóa', 'Wants general education'),
  wantsVocational: boolean('Muốn học nghề, việc làm', 'Wants vocational training or work'),
  wantsAllowance: boolean('Đề nghị trợ cấp khó khăn ban đầu', 'Asks for the initial hardship allowance'),
  wantsGoHome: boolean('Muốn trở về nơi cư trú', 'Wants to go home'),
  // Both laws grant the travel costs to whoever is still being identified: nobody must wait for the answer.
  wantsHomeBeforeResult: boolean(
    'Muốn về trước khi có kết quả xác minh',
    'Wants to go home before the verification ends',
  ),
} satisfies Record<string, FactDefinition>;

const safety = {
  seriousHarm: boolean('Bị tổn hại nghiêm trọng hoặc đang gặp nguy hiểm', 'Serious harm or imminent danger'),
  protectionActive: byOutcome(boolean('Đang áp dụng biện pháp bảo vệ', 'Protection measures are in force')),
  protectionBy: byOutcome(
    code(words('Người quyết định bảo vệ', 'Who decides on protection'), {
      'own-authority': words('Cơ quan chủ trì tiếp nhận', 'The coordinating authority'),
      'investigation-body': words('Cơ quan điều tra', 'The investigation body'),
      none: words('Không cần bảo vệ', 'No protection needed'),
    }),
  ),
  wantsClosedTrial: boolean('Đề nghị xét xử kín', 'Asks for a closed trial'),
  reportsCrime: boolean('Có tố giác, tin báo về tội phạm', 'Reports a crime'),
} satisfies Record<string, FactDefinition>;

const stayAndReturn = {
  facilityChosen: byOutcome(boolean('Đã chọn cơ sở tiếp nhận', 'A facility was chosen')),
  inShelter: byOutcome(boolean('Đang ở cơ sở', 'Lives in a facility')),
  furtherStay: byOutcome(boolean('Ở tiếp theo quyết định', 'Stays on by decision')),
  leaveApplication: afterOpening(
    code(words('Đơn đề nghị dừng trợ giúp tại cơ sở', 'Application to end the stay'), {
      person: words('Của người được tiếp nhận', 'By the person'),
      family: words('Của người giám hộ, gia đình', 'By guardian or family'),
      none: words('Không có', 'None'),
    }),
  ),
  leftWithoutNotice: byOutcome(
    boolean('Tự ý rời cơ sở, chưa báo', 'Left without notice, alarm not raised yet'),
  ),
  needsEscort: boolean('Cần người đưa về', 'Needs an escort'),
  plannedReturnOn: date('Ngày dự kiến về', 'Planned day of return'),
  familySafe: byOutcome(
    boolean('Gia đình, nơi về đã được đánh giá là an toàn', 'Family and place of return were found safe'),
  ),
  returnPlan: byOutcome(
    code(words('Kế hoạch trở về', 'Plan of return'), {
      open: words('Cần lập lại', 'To be made anew'),
      planned: words('Đã lập', 'Made'),
      settled: words('Ổn định tại nơi ở khác', 'Settles in another place'),
      care: words('Chuyển chế độ bảo trợ xã hội', 'Passed to the social-protection regime'),
      arrived: words('Đã về đến nơi', 'Arrived'),
    }),
  ),
} satisfies Record<string, FactDefinition>;

const childAndSupport = {
  childStage: byOutcome(
    code(words('Tiến trình bảo vệ trẻ em', 'Stage of the child-protection track'), {
      assess: words('Đánh giá chi tiết', 'Detailed assessment'),
      draft: words('Soạn kế hoạch', 'Drafting the plan'),
      submitted: words('Trình kế hoạch', 'Plan submitted'),
      approved: words('Thực hiện kế hoạch', 'Plan being carried out'),
      closed: words('Kết thúc', 'Closed'),
    }),
  ),
  supportStage: byOutcome(
    code(words('Tiến trình xét hỗ trợ', 'Stage of the support decision'), {
      apply: words('Làm đơn', 'Application'),
      filed: words('Đã nộp đơn', 'Application filed'),
      'file-sent': words('Đã gửi hồ sơ', 'File sent'),
      submitted: words('Đã trình', 'Submitted for decision'),
      granted: words('Được hỗ trợ', 'Granted'),
      refused: words('Không được hỗ trợ', 'Refused'),
      ended: words('Không tiếp tục', 'Not pursued'),
      delivered: words('Đã hỗ trợ', 'Delivered'),
    }),
  ),
} satisfies Record<string, FactDefinition>;

export const commonFacts: Readonly<Record<string, FactDefinition>> = {
  ...profile,
  ...status,
  ...needs,
  ...safety,
  ...stayAndReturn,
  ...childAndSupport,
};
