import type { Procedure, Step } from '../procedure.js';
import { plainDate } from '../../time/plain-date.js';
import { bringSteps } from '../vn-both/bring-to-commune.js';
import { childSteps } from '../vn-both/child.js';
import { closeStep, commonClosings } from '../vn-both/closing.js';
import { all, confirmed, inShelter } from '../vn-both/condition.js';
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
import { verificationSteps } from '../vn-both/verification.js';
import { cited, words } from '../vn-both/words.js';
import { limits, serviceLevels } from './limits.js';
import { regime } from './regime.js';
import { roles } from './roles.js';
import { supportSteps } from './support.js';
import { verificationRules } from './verification.js';

/** Law 66/2011 art. 32: medical and psychological help are given to victims in the facility, not while they wait. */
const inFacility = all(inShelter, confirmed);
/** The same article: legal aid is for victims only. */
const victimsOnly = confirmed;

const steps: readonly Step[] = [
  ...bringSteps({
    serviceLevel: 'SL.IMMEDIATE',
    ...cited('A', 'Luật 66/2011 Điều 24(1)', 'Law 66/2011 art. 24(1)'),
  }),
  ...receiptSteps(regime),
  receiveCase(regime, {
    serviceLevel: 'SL.IMMEDIATE',
    ...cited('A', 'Luật 66/2011 Điều 24(2)', 'Law 66/2011 art. 24(2)'),
  }),
  ...verificationSteps(regime, verificationRules),
  ...needsSteps(regime),
  ...refusalAndNegativeSteps(regime),
  ...protectionSteps(regime),
  ...admissionSteps(regime),
  ...staySteps(regime),
  decideOnLeaving(regime),
  ...missingPersonSteps(regime),
  ...healthServiceSteps(regime, inFacility),
  ...legalAidSteps(regime, victimsOnly),
  ...supportSteps,
  childNotice(regime),
  ...returnHomeSteps(regime),
  ...followUpSteps(regime),
  ...childSteps,
  ...criminalReportSteps,
];

/** R2014: Law 66/2011/QH12 with its decrees and Joint Circular 01/2014; self-report inside the country (R14-A). */
export const vn2014: Procedure = {
  id: 'vn-2014',
  version: 1,
  title: words(
    'Tiếp nhận, xác minh, hỗ trợ nạn nhân theo Luật 66/2011/QH12 và TTLT 01/2014',
    'Receiving, verifying and supporting victims under Law 66/2011/QH12 and Joint Circular 01/2014',
  ),
  inForce: { from: plainDate('2014-03-25'), to: plainDate('2025-06-30') },
  zone: 'Asia/Ho_Chi_Minh',
  channels: { 'self-report': words('Tự đến trình báo trong nước', 'Self-report inside the country') },
  roles,
  coordinatingRole: 'district-labour-office',
  facts: commonFacts,
  steps: byId([...steps.map(untilThePathEnds), closeStep(regime)]),
  limits,
  serviceLevels,
  ladders,
  closings: commonClosings,
  grounds: commonGrounds,
  groundsFor: commonGroundsFor,
};
