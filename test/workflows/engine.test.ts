import { WithStartWorkflowOperation } from '@temporalio/client';
import { fastForward } from '../support/fast-forward.js';
import { testTemporal, type TestTemporal } from '../support/temporal.js';
import { daysSlept, speak, waitingWorkflow } from '../support/waiting-workflow.js';

describe('the engine of a test run', () => {
  let temporal: TestTemporal;
  beforeAll(async () => {
    temporal = await testTemporal();
    await temporal.startWorker({ workflowsPath: require.resolve('../support/waiting-workflow.ts') });
  });
  afterAll(() => temporal.stop());

  test('answers an update and lets sixty days pass in seconds', async () => {
    const startWorkflowOperation = new WithStartWorkflowOperation(waitingWorkflow, {
      workflowId: 'waits-sixty-days',
      taskQueue: temporal.taskQueue,
      args: [60],
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    const { workflow } = temporal.client;
    const answer = await workflow.executeUpdateWithStart(speak, { startWorkflowOperation, args: ['go'] });
    expect(answer).toBe('go!');
    await fastForward(temporal.client, 'waits-sixty-days', 61);
    const handle = workflow.getHandle('waits-sixty-days');
    expect(await handle.query(daysSlept)).toBeCloseTo(60, 2);
    await handle.executeUpdate(speak, { args: ['end'] });
    await handle.result();
  });

  test('takes a hundred commands on one case at the same moment', async () => {
    const handle = await temporal.client.workflow.start(waitingWorkflow, {
      workflowId: 'busy',
      taskQueue: temporal.taskQueue,
      args: [1],
    });
    const words = Array.from({ length: 100 }, (_, n) => String(n));
    const answers = await Promise.all(words.map((word) => handle.executeUpdate(speak, { args: [word] })));
    expect(answers).toEqual(words.map((word) => `${word}!`));
    await handle.terminate();
  });
});
