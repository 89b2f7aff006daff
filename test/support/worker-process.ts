import {
  DefaultLogger,
  makeTelemetryFilterString,
  NativeConnection,
  Runtime,
  Worker,
} from '@temporalio/worker';
import { z } from 'zod';
import { createActivities } from '../../activities/index.js';
import { createDatabase } from '../../prisma/client.js';

/**
 * A worker in a process of its own that says all it can, far more than one in service does: a test reads it. Its first
 * save of every case fails, with an error that repeats whatever the save was told. Its plan is JSON in the first argument.
 */
const Plan = z.object({
  databaseUrl: z.string(),
  address: z.string(),
  taskQueue: z.string(),
  bundle: z.string(),
});

async function main(): Promise<void> {
  const plan = Plan.parse(JSON.parse(process.argv[2] ?? '{}'));
  Runtime.install({
    logger: new DefaultLogger('DEBUG'),
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: 'DEBUG', other: 'INFO' }), forward: {} },
    },
  });
  const activities = createActivities({ database: createDatabase(plan.databaseUrl, { connections: 3 }) });
  const met = new Set<string>();
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address: plan.address }),
    taskQueue: plan.taskQueue,
    workflowBundle: { codePath: plan.bundle },
    shutdownGraceTime: '1s',
    activities: {
      ...activities,
      saveCaseEvents(request: Parameters<typeof activities.saveCaseEvents>[0]) {
        const kinds = request.decisions.map(({ type }) => type).join();
        if (met.has(`${request.caseId} ${kinds}`)) return activities.saveCaseEvents(request);
        met.add(`${request.caseId} ${kinds}`);
        return Promise.reject(new Error(`the first save fails: ${JSON.stringify(request)}`));
      },
    },
  });
  process.once('SIGTERM', () => {
    worker.shutdown();
  });
  process.stdout.write('ready\n');
  await worker.run();
  process.exit(0);
}

void main();
