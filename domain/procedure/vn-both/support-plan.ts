import type { Condition, Step, Words } from '../procedure.js';
import { after, all, any, confirmed, foreigner, is, isSince, not } from './condition.js';
import { choicesField, letterField, noteField, residenceField } from './fields.js';
import type { Regime } from './regime.js';
import { duty } from './step.js';
import { words, type Cited } from './words.js';

export const wantsSupport: Condition = any(
  is('wantsVocational', true),
  is('wantsEducation', true),
  is('wantsAllowance', true),
);

/** A wish told again after the plan was made or declined, or the application refused. */
const wantedAnew: Condition = any(
  isSince('wantsVocational', true, 'plan-support'),
  isSince('wantsEducation', true, 'plan-support'),
  isSince('wantsAllowance', true, 'plan-support'),
);
const underway = is('supportStage', ['apply', 'filed', 'file-sent', 'submitted', 'granted']);

export const supportKinds = {
  education: words('Học văn hóa', 'General education'),
  vocational: words('Học nghề', 'Vocational training'),
  allowance: words('Trợ cấp khó khăn ban đầu', 'Initial hardship allowance'),
} as const;

/** Form 07 of Decree 162/2025, Annex 16 of Circular 35/2013: the person applies, somebody helps. */
export interface ApplicationRules {
  readonly form: Words;
  /** For whom the law grants it, said to whoever helps with the application. */
  readonly grantedTo?: Words;
  readonly cite: Cited & Pick<Step, 'serviceLevel' | 'limits'>;
}

const spaced = (sentence = ''): string => (sentence === '' ? '' : ` ${sentence}`);

/** The plan made with the victim, and the application that follows from it. */
export const supportPlanSteps = (regime: Regime, application: ApplicationRules): readonly Step[] => [
  duty({
    id: 'plan-support',
    title: words('Lập kế hoạch hỗ trợ hòa nhập cộng đồng', 'Plan the reintegration support'),
    instructions: words(
      'Cùng nạn nhân lập kế hoạch: mục tiêu, việc làm, nguồn lực, người phụ trách, thời gian. Kế hoạch không có nạn nhân tham gia là chưa xong.',
      'Plan with the victim: goal, content, resources, who is in charge, when. A plan without the victim is not done.',
    ),
    phase: 'support',
    track: 'support',
    role: regime.coordinator,
    place: 'coordinating',
    opens: all(
      confirmed,
      not(foreigner),
      wantsSupport,
      any(not(after('plan-support')), all(wantedAnew, not(underway))),
    ),
    repeats: { max: 12 },
    serviceLevel: 'SL.PLAN',
    mandatory: true,
    personMayDecline: true,
    outcomes: {
      planned: {
        title: words('Đã lập kế hoạch', 'Planned'),
        sets: { supportStage: 'apply' },
        form: [
          residenceField(),
          choicesField('kinds', words('Nội dung hỗ trợ', 'Support wanted'), { options: supportKinds }),
          noteField,
        ],
      },
    },
    needs: {
      facts: ['isMinor', 'ageUncertain', 'wantsVocational', 'wantsEducation', 'wantsAllowance'],
      person: ['fullName', 'address'],
    },
    ...regime.cites.supportPlan,
  }),
  duty({
    id: 'file-support-application',
    title: words('Giúp nạn nhân nộp đơn đề nghị hỗ trợ', 'Help the victim to file the application'),
    instructions: words(
      `Giúp điền đơn (${application.form.vi}) và kèm giấy xác nhận nạn nhân.${spaced(application.grantedTo?.vi)} Nạn nhân có thể không nộp; quá hạn thì ghi lại.`,
      `Help to fill in the application (${application.form.en}) and attach the victim paper.${spaced(application.grantedTo?.en)} The victim may choose not to; if the window has passed, say so.`,
    ),
    phase: 'support',
    track: 'support',
    role: 'commune-committee',
    place: 'residence',
    opens: is('supportStage', 'apply'),
    repeats: { max: 12 },
    mandatory: true,
    personMayDecline: true,
    outcomes: {
      filed: { title: words('Đã nộp đơn', 'Filed'), sets: { supportStage: 'filed' }, form: [letterField] },
      'window-passed': {
        title: words('Đã quá thời hạn nộp đơn', 'The filing window has passed'),
        sets: { supportStage: 'ended' },
        form: [noteField],
      },
    },
    needs: {
      facts: ['isMinor', 'wantsVocational', 'wantsEducation', 'wantsAllowance', 'confirmedOn'],
      person: ['fullName', 'birthDate', 'safeContact'],
    },
    ...application.cite,
  }),
  duty({
    id: 'deliver-support',
    title: words('Thực hiện hỗ trợ đã được quyết định', 'Deliver the support that was granted'),
    instructions: words(
      'Thực hiện quyết định: nhập học, lớp nghề, chi trợ cấp. Vướng mắc thì điều chỉnh kế hoạch cùng nạn nhân.',
      'Carry out the decision: school, training, payment. Adjust the plan with the victim where it does not work.',
    ),
    phase: 'support',
    track: 'support',
    role: regime.coordinator,
    place: 'coordinating',
    opens: all(after('decide-support:granted'), is('supportStage', 'granted')),
    repeats: { max: 12 },
    serviceLevel: 'SL.SUPPORT',
    mandatory: true,
    personMayDecline: true,
    outcomes: {
      delivered: {
        title: words('Đã thực hiện', 'Delivered'),
        sets: { supportStage: 'delivered' },
        form: [noteField],
      },
      stopped: {
        title: words('Dừng theo đề nghị của nạn nhân', 'Stopped at the victim’s wish'),
        sets: { supportStage: 'ended' },
        form: [noteField],
      },
    },
    needs: { facts: ['supportStage', 'isMinor'], person: ['fullName', 'safeContact'] },
    ...regime.cites.supportPlan,
  }),
];

/** The decision itself, by whoever the regime names. */
export const decideSupport = (rule: Cited & Pick<Step, 'role' | 'place' | 'limits' | 'opens'>): Step =>
  duty({
    id: 'decide-support',
    title: words(
      'Quyết định hỗ trợ học văn hóa, học nghề, trợ cấp',
      'Decide on education, training and allowance',
    ),
    instructions: words(
      'Xem xét hồ sơ và quyết định trong thời hạn; không chấp thuận thì trả lời bằng văn bản có lý do.',
      'Examine the file and decide in time; a refusal is answered in writing with reasons.',
    ),
    phase: 'support',
    track: 'support',
    repeats: { max: 12 },
    mandatory: true,
    outcomes: {
      granted: {
        title: words('Quyết định hỗ trợ', 'Granted'),
        sets: { supportStage: 'granted' },
        form: [
          choicesField('kinds', words('Được hỗ trợ', 'What is granted'), { options: supportKinds }),
          letterField,
        ],
      },
      refused: {
        title: words('Không hỗ trợ, có văn bản nêu lý do', 'Refused in writing, with reasons'),
        sets: { supportStage: 'refused' },
        form: [letterField, noteField],
      },
    },
    needs: {
      facts: ['isMinor', 'victimStatus', 'wantsVocational', 'wantsEducation', 'wantsAllowance'],
      person: ['fullName', 'birthDate'],
    },
    ...rule,
  });
