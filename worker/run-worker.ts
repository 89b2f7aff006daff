import {
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  makeTelemetryFilterString,
  type NativeConnectionOptions,
} from '@temporalio/worker';
import { Client, Connection } from '@temporalio/client';
import { createActivities, createWatch } from '../activities/index.js';
import type { WatchReport } from '../activities/watch-cases.js';
import type { Database } from '../prisma/client.js';
import { caseQueue } from '../workflows/contract.js';
import { engineHands, scheduleWatch } from './engine-hands.js';

export interface WorkerSettings {
  readonly connection: NativeConnectionOptions;
  readonly namespace: string;
  readonly database: Database;
  /** Code of the workflows, from `bundleWorkflows`. */
  readonly code: string;
  readonly taskQueue?: string;
  /** Hears of every watch that found something. */
  readonly onFinding?: (report: WatchReport) => void;
}

export interface RunningWorker {
  /** Ends when the worker ends; rejects when it failed. */
  readonly ended: Promise<void>;
  /** Finishes what is under way, then closes the connection. The database is the caller's to close. */
  stop(): Promise<void>;
}

export interface RuntimeSettings {
  /** `HOST:PORT` at which the SDK tells its measures; none without it. */
  readonly metricsAddress?: string | undefined;
}

/** Only errors of the engine's core; its warnings name workflows and would fill the log at every outage. */
export function setUpRuntime({ metricsAddress }: RuntimeSettings = {}): void {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) },
      ...(metricsAddress !== undefined && { metrics: { prometheus: { bindAddress: metricsAddress } } }),
    },
  });
}

/** Starts a worker that runs the workflows of all cases of its queue. */
export async function runWorker({
  connection,
  namespace,
  database,
  code,
  taskQueue,
  onFinding,
}: WorkerSettings): Promise<RunningWorker> {
  const native = await NativeConnection.connect(connection);
  const watch = await Connection.connect(connection);
  const client = new Client({ connection: watch, namespace });
  const worker = await Worker.create({
    connection: native,
    namespace,
    taskQueue: taskQueue ?? caseQueue,
    workflowBundle: { code },
    activities: {
      ...createActivities({ database }),
      ...createWatch({ database, ...(onFinding && { onFinding }) }, engineHands(client, taskQueue)),
    },
    maxCachedWorkflows: 2_000,
    shutdownGraceTime: '4 seconds',
  });
  await scheduleWatch(client, taskQueue);
  const ended = endOf(worker, async () => {
    await native.close();
    await watch.close();
  });
  ended.catch(() => undefined); // whoever waits for it hears of it; nobody has to
  return {
    ended,
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended;
    },
  };
}

async function endOf(worker: Worker, close: () => Promise<void>): Promise<void> {
  try {
    await worker.run();
  } finally {
    await close();
  }
}
