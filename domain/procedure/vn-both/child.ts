import type { Limit, Step } from '../procedure.js';
import { after, afterSince, all, any, child, is, isSince, not } from './condition.js';
import { choiceField, choicesField, factQuestion, letterField, noteField } from './fields.js';
import { byId, duty } from './step.js';
import { cited, words } from './words.js';

/** Decree 56/2017/ND-CP arts 25-32: the child-protection track, beside the main one. */
export const childLimits: Readonly<Record<string, Limit>> = byId<Limit>([
  {
    id: 'CH.EMERG',
    amount: 12,
    unit: 'hour',
    direction: 'forward',
    roll: 'none',
    starts: 'offered',
    ...cited('A', 'Nghị định 56/2017 Điều 26(3), 31(2)', 'Decree 56/2017 arts 26(3), 31(2)'),
  },
  {
    id: 'CH.PLAN',
    amount: 5,
    unit: 'working-day',
    direction: 'forward',
    roll: 'none',
    starts: { completed: 'child-assessment' },
    ...cited('A', 'Nghị định 56/2017 Điều 28(1)', 'Decree 56/2017 art. 28(1)'),
  },
  {
    id: 'CH.APPROVE',
    amount: 2,
    unit: 'working-day',
    direction: 'forward',
    roll: 'none',
    starts: { completed: 'child-plan' },
    ...cited('A', 'Nghị định 56/2017 Điều 28(4)', 'Decree 56/2017 art. 28(4)'),
  },
]);

const chairNeeds = {
  facts: ['isMinor', 'ageUncertain', 'sex', 'seriousHarm'],
  person: ['fullName', 'birthDate'],
} as const;
const workerNeeds = {
  facts: ['isMinor', 'ageUncertain', 'sex', 'seriousHarm', 'needsInterpreter'],
  person: ['fullName', 'birthDate', 'address', 'language', 'safeContact'],
} as const;

const emergency = duty({
  id: 'child-emergency',
  title: words('Biện pháp khẩn cấp, tạm thời cách ly trẻ', 'Emergency measures, temporary separation'),
  instructions: words(
    'Trong 12 giờ áp dụng biện pháp bảo đảm an toàn cho trẻ, kể cả tạm cách ly khỏi người gây hại. Nghe ý kiến của trẻ; không để trẻ ở một mình với người bị tình nghi.',
    'Within 12 hours take the measures that make the child safe, including separation from whoever harms them. Hear the child; never leave them alone with a suspect.',
  ),
  phase: 'protection',
  track: 'child',
  role: 'commune-chair',
  place: 'reception',
  opens: all(
    child,
    is('seriousHarm', true),
    any(not(after('child-emergency')), isSince('seriousHarm', true, 'child-emergency')),
  ),
  repeats: { max: 12 },
  limits: ['CH.EMERG'],
  ladder: 'hours',
  mandatory: true,
  outcomes: {
    'measures-taken': {
      title: words('Đã áp dụng biện pháp', 'Measures taken'),
      form: [
        choicesField('measures', words('Biện pháp', 'Measures'), {
          options: {
            separation: words('Tạm thời cách ly', 'Temporary separation'),
            'safe-place': words('Bố trí nơi an toàn', 'A safe place'),
            medical: words('Chăm sóc y tế khẩn cấp', 'Emergency medical care'),
            guard: words('Bảo vệ', 'Guard'),
          },
        }),
        letterField,
      ],
    },
    'not-needed': { title: words('Trẻ đã an toàn', 'The child is safe already'), form: [noteField] },
  },
  needs: chairNeeds,
  ...cited('A', 'Nghị định 56/2017 Điều 26(3), 31', 'Decree 56/2017 arts 26(3), 31'),
});

const riskAssessment = duty({
  id: 'child-risk-assessment',
  title: words('Đánh giá nguy cơ ban đầu (Mẫu 02)', 'Initial risk assessment (form 02)'),
  instructions: words(
    'Gặp trẻ ngay, đánh giá mức độ tổn hại và nguy cơ. Trẻ bị hại nặng hoặc đang bị đe dọa thì đánh dấu để áp dụng biện pháp khẩn cấp.',
    'See the child at once; judge harm and danger. If harm is serious or danger imminent, mark it: emergency measures follow.',
  ),
  phase: 'receipt',
  track: 'child',
  role: 'commune-child-protection',
  place: 'reception',
  opens: child,
  serviceLevel: 'SL.IMMEDIATE',
  ladder: 'immediate',
  mandatory: true,
  outcomes: {
    assessed: {
      title: words('Đã đánh giá', 'Assessed'),
      sets: { childStage: 'assess' },
      form: [
        choiceField('risk', words('Mức độ nguy cơ', 'Level of risk'), {
          options: {
            high: words('Cao', 'High'),
            medium: words('Trung bình', 'Medium'),
            low: words('Thấp', 'Low'),
          },
        }),
        factQuestion(
          'seriousHarm',
          words('Tổn hại nghiêm trọng hoặc nguy cơ ngay?', 'Serious harm or imminent danger?'),
        ),
        noteField,
      ],
    },
  },
  needs: workerNeeds,
  ...cited('A', 'Nghị định 56/2017 Điều 26 (Mẫu số 02)', 'Decree 56/2017 art. 26 (form 02)'),
});

const assessment = duty({
  id: 'child-assessment',
  title: words('Đánh giá chi tiết (Mẫu 03)', 'Detailed assessment (form 03)'),
  instructions: words(
    'Thu thập thông tin về trẻ, gia đình, nhu cầu; họp cấp xã. Hỏi trẻ theo cách phù hợp lứa tuổi, không hỏi lại sự việc đã khai.',
    'Gather what concerns child, family and needs; hold the commune meeting. Speak to the child as fits their age; do not ask again what was told already.',
  ),
  phase: 'support',
  track: 'child',
  role: 'commune-child-protection',
  place: 'reception',
  opens: all(child, is('childStage', 'assess')),
  repeats: { max: 12 },
  serviceLevel: 'SL.CHILD_ASSESS',
  mandatory: true,
  outcomes: {
    assessed: { title: words('Đã đánh giá', 'Assessed'), sets: { childStage: 'draft' }, form: [noteField] },
  },
  needs: workerNeeds,
  ...cited('A', 'Nghị định 56/2017 Điều 27 (Mẫu số 03)', 'Decree 56/2017 art. 27 (form 03)'),
});

const plan = duty({
  id: 'child-plan',
  title: words('Xây dựng kế hoạch hỗ trợ, can thiệp (Mẫu 04)', 'Draft the support plan (form 04)'),
  instructions: words(
    'Xây dựng kế hoạch cùng trẻ và người chăm sóc an toàn, ghi việc, người làm, thời gian. Trình Chủ tịch UBND cấp xã.',
    'Make the plan with the child and a safe carer: what, who, when. Submit it to the commune chair.',
  ),
  phase: 'support',
  track: 'child',
  role: 'commune-child-protection',
  place: 'reception',
  opens: all(child, is('childStage', 'draft')),
  repeats: { max: 24 },
  limits: ['CH.PLAN'],
  // What the chair returned for changes is no longer within the five days from the assessment.
  limitsWhen: not(afterSince('child-plan-approval:returned', 'child-assessment')),
  serviceLevel: 'SL.CHILD_ASSESS',
  mandatory: true,
  outcomes: {
    submitted: {
      title: words('Đã trình', 'Submitted'),
      sets: { childStage: 'submitted' },
      form: [noteField],
    },
  },
  needs: workerNeeds,
  ...cited('A', 'Nghị định 56/2017 Điều 28(1) (Mẫu số 04)', 'Decree 56/2017 art. 28(1) (form 04)'),
});

const approval = duty({
  id: 'child-plan-approval',
  title: words('Phê duyệt kế hoạch (Mẫu 05)', 'Approve the plan (form 05)'),
  instructions: words(
    'Phê duyệt kế hoạch, hoặc trả lại nêu rõ điều cần sửa. Quyết định lưu hồ sơ tại xã.',
    'Approve the plan, or return it saying what to change. The decision is filed at the commune.',
  ),
  phase: 'support',
  track: 'child',
  role: 'commune-chair',
  place: 'reception',
  opens: all(child, is('childStage', 'submitted')),
  repeats: { max: 24 },
  limits: ['CH.APPROVE'],
  mandatory: true,
  outcomes: {
    approved: {
      title: words('Phê duyệt', 'Approved'),
      sets: { childStage: 'approved' },
      form: [letterField],
    },
    returned: {
      title: words('Trả lại để sửa', 'Returned for changes'),
      sets: { childStage: 'draft' },
      form: [noteField],
    },
  },
  needs: chairNeeds,
  ...cited('A', 'Nghị định 56/2017 Điều 28(4) (Mẫu số 05)', 'Decree 56/2017 art. 28(4) (form 05)'),
});

const review = duty({
  id: 'child-review',
  title: words('Rà soát, đánh giá kết quả (Mẫu 06)', 'Review (form 06)'),
  instructions: words(
    'Xem kế hoạch đã làm đến đâu, trẻ đã an toàn và ổn định chưa. Hết nguy cơ thì trình kết thúc; nguy cơ mới thì đánh giá lại từ đầu.',
    'See how far the plan got and whether the child is safe and stable. If the risk is gone, close by decision; on new risk begin a new cycle.',
  ),
  phase: 'follow-up',
  track: 'child',
  role: 'commune-child-protection',
  place: 'reception',
  opens: all(
    child,
    is('childStage', 'approved'),
    any(after('child-plan-approval:approved'), after('child-review:continued')),
  ),
  repeats: { max: 60 },
  serviceLevel: 'SL.CHILD_REVIEW',
  mandatory: true,
  outcomes: {
    closed: {
      title: words(
        'Kết thúc, theo quyết định của Chủ tịch UBND cấp xã',
        'Closed by decision of the commune chair',
      ),
      sets: { childStage: 'closed' },
      form: [letterField, noteField],
    },
    continued: { title: words('Tiếp tục thực hiện kế hoạch', 'The plan goes on'), form: [noteField] },
    'new-cycle': {
      title: words('Có nguy cơ mới, đánh giá lại', 'New risk, assess anew'),
      sets: { childStage: 'assess' },
      form: [noteField],
    },
  },
  needs: workerNeeds,
  ...cited('A', 'Nghị định 56/2017 Điều 30 (Mẫu số 06)', 'Decree 56/2017 art. 30 (form 06)'),
});

export const childSteps: readonly Step[] = [riskAssessment, emergency, assessment, plan, approval, review];
