import type { Step } from '../procedure.js';
import { is } from '../vn-both/condition.js';
import { letterField, noteField } from '../vn-both/fields.js';
import { duty } from '../vn-both/step.js';
import { decideSupport, supportPlanSteps } from '../vn-both/support-plan.js';
import { cited, words } from '../vn-both/words.js';
import { regime } from './regime.js';

const article = cited(
  'A',
  'Nghị định 09/2013 Điều 23(3); Thông tư 35/2013 Điều 16',
  'Decree 09/2013 art. 23(3); Circular 35/2013 art. 16',
);

const needs = {
  facts: ['isMinor', 'victimStatus', 'wantsVocational', 'wantsEducation', 'wantsAllowance'],
  person: ['fullName', 'birthDate'],
} as const;

/** Three agencies one after another: 3 + 5 + 3 working days. */
export const supportSteps: readonly Step[] = [
  ...supportPlanSteps(regime, {
    form: { vi: 'Phụ lục 16 Thông tư 35/2013', en: 'Annex 16 of Circular 35/2013' },
    grantedTo: words(
      'Học văn hóa (trẻ em) và trợ cấp ban đầu dành cho người thuộc hộ nghèo: kèm giấy tờ chứng minh.',
      'General education (children) and the initial allowance are for poor households: attach the proof.',
    ),
    cite: { limits: ['R14.S.FILE'], ...article },
  }),
  duty({
    id: 'send-support-file',
    title: words('Lập hồ sơ, gửi Phòng LĐ-TB&XH', 'Build the file, send it to the labour office'),
    instructions: words(
      'Xác nhận đơn, lập hồ sơ và gửi đi trong 03 ngày làm việc. Thiếu gì thì giúp nạn nhân bổ sung, không trả hồ sơ lại.',
      'Confirm the application, build the file and send it within 03 working days. Help the victim to add what is missing; do not send them away.',
    ),
    phase: 'support',
    track: 'support',
    role: 'commune-chair',
    place: 'residence',
    opens: is('supportStage', 'filed'),
    repeats: { max: 6 },
    limits: ['R14.S.COMMUNE'],
    mandatory: true,
    outcomes: {
      sent: {
        title: words('Đã gửi hồ sơ', 'File sent'),
        sets: { supportStage: 'file-sent' },
        form: [letterField],
      },
    },
    needs,
    ...article,
  }),
  duty({
    id: 'appraise-support',
    title: words(
      'Thẩm định hồ sơ, trình Chủ tịch UBND cấp huyện',
      'Appraise the file, submit it to the district chair',
    ),
    instructions: words(
      'Thẩm định và trình trong 05 ngày làm việc. Hồ sơ chưa đủ thì trả xã nêu rõ thiếu gì.',
      'Appraise and submit within 05 working days. If incomplete, return it to the commune saying what is missing.',
    ),
    phase: 'support',
    track: 'support',
    role: 'district-labour-office',
    place: 'coordinating',
    opens: is('supportStage', 'file-sent'),
    repeats: { max: 6 },
    limits: ['R14.S.APPRAISE'],
    mandatory: true,
    outcomes: {
      submitted: {
        title: words('Đã trình', 'Submitted'),
        sets: { supportStage: 'submitted' },
        form: [letterField],
      },
      incomplete: {
        title: words('Hồ sơ chưa đủ, trả lại xã', 'Incomplete, returned'),
        sets: { supportStage: 'filed' },
        form: [noteField],
      },
    },
    needs,
    ...article,
  }),
  decideSupport({
    role: 'district-chair',
    place: 'residence',
    limits: ['R14.S.DECIDE'],
    opens: is('supportStage', 'submitted'),
    ...article,
  }),
];
