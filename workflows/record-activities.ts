import { proxyLocalActivities } from '@temporalio/workflow';
import type { CaseActivities } from '../activities/case-activities.js';

/**
 * The case's own record: ours and idempotent, so it is tried again for ever. Local, since each is one short
 * transaction and a case may save several times a second.
 */
export const record = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '5 seconds' },
});
