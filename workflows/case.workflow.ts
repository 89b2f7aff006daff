import { continueAsNew, setHandler } from '@temporalio/workflow';
import { CaseDesk } from './case-desk.js';
import { getCase, submitCommand, type CaseInput } from './contract.js';

/**
 * One person's way through the procedure: a single writer that waits for commands, wakes at the next due instant,
 * and has every event saved before anybody is told that it happened.
 */
export async function caseWorkflow(input: CaseInput): Promise<void> {
  const desk = new CaseDesk(input);
  // Handlers stand before the first await: an update that finds none is refused by the engine itself.
  setHandler(submitCommand, desk.handle, { validator: desk.refuse });
  setHandler(getCase, desk.look);

  await desk.load();
  while (!desk.mayLeave()) {
    await desk.catchUp();
    await desk.saveWhatIsUnsaved();
    await desk.sleepUntilSomethingHappens();
    desk.passTime();
  }
  if (!desk.isOver()) await continueAsNew<typeof caseWorkflow>(desk.carriedOver());
}
