import { randomUUID } from 'node:crypto';
import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import {
  DefaultLogger,
  makeTelemetryFilterString,
  NativeConnection,
  Runtime,
  Worker,
  type WorkerOptions,
} from '@temporalio/worker';
import { world } from './world-access.js';

export interface TestTemporal {
  readonly address: string;
  readonly connection: Connection;
  readonly client: Client;
  /** A queue that only this test file uses. */
  readonly taskQueue: string;
  /** Starts a worker on `taskQueue`; several may run. Its `stop` is optional: `TestTemporal.stop` stops the rest. */
  startWorker(options: TestWorkerOptions): Promise<TestWorker>;
  /** Stops the workers and closes the connections; once, however often. Call it before the database is dropped. */
  readonly stop: () => Promise<void>;
}

export type TestWorkerOptions = Pick<
  WorkerOptions,
  | 'activities'
  | 'workflowsPath'
  | 'workflowBundle'
  | 'maxCachedWorkflows'
  | 'stickyQueueScheduleToStartTimeout'
  | 'identity'
>;

export interface TestWorker {
  /** Lets running work end, then returns. */
  stop(): Promise<void>;
}

/** The Temporal server of this test run, or another one. Workers run the project's workflows unless others are named. */
export async function testTemporal(address: string = world().temporalAddress): Promise<TestTemporal> {
  quietRuntime();
  const native = await NativeConnection.connect({ address });
  const connection = await Connection.connect({ address, interceptors: [patientRetries()] });
  const taskQueue = `test-${randomUUID()}`;
  const workers = new Set<TestWorker>();
  let stopping: Promise<void> | undefined;
  // In this order: a connection that closes under a running worker or call never settles it.
  const stopAll = async () => {
    await Promise.all([...workers].map((worker) => worker.stop()));
    await native.close();
    await connection.close();
  };
  return {
    address,
    connection,
    client: new Client({ connection }),
    taskQueue,
    async startWorker(options) {
      const worker = await Worker.create({
        ...(options.workflowsPath ? {} : { workflowBundle: { codePath: bundle() } }),
        ...options,
        connection: native,
        taskQueue,
        shutdownGraceTime: '1s',
      });
      const started = supervise(worker);
      workers.add(started);
      return started;
    },
    stop: () => (stopping ??= stopAll()),
  };
}

function supervise(worker: Worker): TestWorker {
  const running = worker.run();
  // A worker that fails is reported where it is stopped, not as an unhandled rejection in between.
  running.catch(() => undefined);
  return {
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
    },
  };
}

function bundle(): string {
  const { bundle: file, bundleProblem } = world();
  if (!file) throw new Error(`The workflows do not compile: ${bundleProblem ?? 'no reason given'}`);
  return file;
}

/** The client's own retries start at 1 s; a run that is closing would keep callers waiting for seconds. */
function patientRetries(): ReturnType<typeof makeGrpcRetryInterceptor> {
  return makeGrpcRetryInterceptor(
    defaultGrpcRetryOptions({ initialIntervalMs: () => 50, factor: 1.3, maxAttempts: 30, maxJitter: 0.5 }),
  );
}

/** Once per test file: Jest gives every file its own copy of the SDK. */
function quietRuntime(): void {
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  try {
    Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter } } });
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('already')) throw error;
  }
}
