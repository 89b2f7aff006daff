import type { Procedure, Step } from '../procedure.js';
import { plainDate } from '../../time/plain-date.js';
import { bringSteps } from '../vn-both/bring-to-commune.js';
import { childSteps } from '../vn-both/child.js';
import { closeStep, commonClosings } from '../vn-both/closing.js';
import { is, not, notConfirmed } from '../vn-both/condition.js';
import { criminalReportSteps } from '../vn-both/criminal-report.js';
import { commonFacts } from '../vn-both/facts.js';
import { followUpSteps } from '../vn-both/follow-up.js';
import { commonGrounds, commonGroundsFor } from '../vn-both/grounds.js';
import { healthServiceSteps } from '../vn-both/health-services.js';
import { ladders } from '../vn-both/ladders.js';
import { decideOnLeaving } from '../vn-both/leave-application.js';
import { legalAidSteps } from '../vn-both/legal-aid.js';
import { missingPersonSteps } from '../vn-both/missing-person.js';
import { needsSteps } from '../vn-both/needs.js';
import { untilThePathEnds } from '../vn-both/path-end.js';
import { protectionSteps } from '../vn-both/protection.js';
import { receiptSteps } from '../vn-both/receipt.js';
import { receiveCase } from '../vn-both/receive-case.js';
import { refusalAndNegativeSteps } from '../vn-both/refusal-and-negative.js';
import { childNotice } from '../vn-both/minor-return.js';
import { returnHomeSteps } from '../vn-both/return-home.js';
import { admissionSteps } from '../vn-both/shelter.js';
import { staySteps } from '../vn-both/shelter-stay.js';
import { byId } from '../vn-both/step.js';
import { decideSupport, supportPlanSteps } from '../vn-both/support-plan.js';
import { verificationSteps } from '../vn-both/verification.js';
import { cited, words } from '../vn-both/words.js';
import { limits, serviceLevels } from './limits.js';
import { regime } from './regime.js';
import { roles } from './roles.js';
import { verificationRules } from './verification.js';

/** Art. 37(1): whoever is being identified has points a to g already; a negative answer ends them. */
const entitled = not(notConfirmed);

const support = cited(
  'A',
  'Nghị định 162/2025 Điều 24; thủ tục 112584',
  'Decree 162/2025 art. 24; procedure 112584',
);

const steps: readonly Step[] = [
  ...bringSteps({
    serviceLevel: 'R25.A.BRING',
    ...cited('A', 'Luật 53/2024 Điều 27(1)', 'Law 53/2024 art. 27(1)'),
  }),
  ...receiptSteps(regime),
  receiveCase(regime, {
    serviceLevel: 'R25.A.RECEIVE',
    ...cited('A', 'Luật 53/2024 Điều 27(2): “ngay”', 'Law 53/2024 art. 27(2): “at once”'),
  }),
  ...verificationSteps(regime, verificationRules),
  ...needsSteps(regime),
  ...refusalAndNegativeSteps(regime),
  ...protectionSteps(regime),
  ...admissionSteps(regime),
  ...staySteps(regime),
  decideOnLeaving(regime),
  ...missingPersonSteps(regime),
  ...healthServiceSteps(regime, entitled),
  ...legalAidSteps(regime, entitled),
  ...supportPlanSteps(regime, {
    form: { vi: 'Mẫu số 07', en: 'form 07' },
    cite: { serviceLevel: 'SL.SUPPORT', limits: [], ...support },
  }),
  decideSupport({
    role: 'health-authority',
    place: 'coordinating',
    limits: ['R25.S.DECIDE'],
    opens: is('supportStage', 'filed'),
    ...support,
  }),
  childNotice(regime),
  ...returnHomeSteps(regime),
  ...followUpSteps(regime),
  ...childSteps,
  ...criminalReportSteps,
];

/** R2025: Law 53/2024/QH15 as amended by Law 86/2025, Decree 162/2025; self-report inside the country (R25-A). */
export const vn2025: Procedure = {
  id: 'vn-2025',
  version: 1,
  title: words(
    'Tiếp nhận, xác minh, hỗ trợ nạn nhân theo Luật 53/2024/QH15',
    'Receiving, verifying and supporting victims under Law 53/2024/QH15',
  ),
  inForce: { from: plainDate('2025-07-01') },
  zone: 'Asia/Ho_Chi_Minh',
  channels: { 'self-report': words('Tự đến trình báo trong nước', 'Self-report inside the country') },
  roles,
  coordinatingRole: 'health-authority',
  facts: commonFacts,
  steps: byId([...steps.map(untilThePathEnds), closeStep(regime)]),
  limits,
  serviceLevels,
  ladders,
  closings: commonClosings,
  grounds: commonGrounds,
  groundsFor: commonGroundsFor,
};
