import { NativeConnection, Worker } from '@temporalio/worker';
import { configOrExit, readConfig } from '../../config.js';
import { setUpRuntime } from '../../worker/run-worker.js';
import { bareQueue } from './bare-contract.js';

/** Runs the bare workflow, in a process of its own as the worker of the cases has one. */
async function main(): Promise<void> {
  setUpRuntime();
  const { address, namespace } = configOrExit(readConfig).temporal;
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address }),
    namespace,
    taskQueue: bareQueue,
    workflowsPath: require.resolve('./bare.workflow.ts'),
    maxCachedWorkflows: 2_000,
  });
  await worker.run();
}

void main();
