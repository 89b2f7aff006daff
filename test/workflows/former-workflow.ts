import { sleep } from '@temporalio/workflow';
import type { CaseInput } from '../../workflows/contract.js';
import { caseWorkflow as committed } from '../../workflows/case.workflow.js';

/** The case's workflow as a former release may have had it: the same case, and one timer that there is no more. */
export async function caseWorkflow(input: CaseInput): Promise<void> {
  void sleep('365 days');
  await committed(input);
}
