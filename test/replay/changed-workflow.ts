import { sleep } from '@temporalio/workflow';
import type { CaseInput } from '../../workflows/contract.js';
import { caseWorkflow as committed } from '../../workflows/case.workflow.js';

/** The case's workflow with one timer more than it has: what a careless change looks like to an open case. */
export async function caseWorkflow(input: CaseInput): Promise<void> {
  await sleep('1 second');
  await committed(input);
}
