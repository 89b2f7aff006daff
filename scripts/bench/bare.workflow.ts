import { condition, setHandler } from '@temporalio/workflow';
import { bareStep } from './bare-contract.js';

/** The least that can be called a step: an update that counts. What the engine itself costs. */
export async function bareWorkflow(): Promise<void> {
  let steps = 0;
  setHandler(bareStep, () => ++steps);
  await condition(() => false);
}
