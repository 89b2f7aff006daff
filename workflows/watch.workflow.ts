import { proxyActivities } from '@temporalio/workflow';
import type { WatchActivities, WatchReport } from '../activities/watch-cases.js';

/** Reads and nudges only; the next minute's watch makes up for one that failed. */
const { watchCases } = proxyActivities<WatchActivities>({
  startToCloseTimeout: '50 seconds',
  retry: { maximumAttempts: 2 },
});

/** The second, independent way to notice a missed deadline: a schedule runs it every minute. */
export async function watchWorkflow(): Promise<WatchReport> {
  return watchCases();
}
