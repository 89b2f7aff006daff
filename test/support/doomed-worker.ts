import { NativeConnection, Worker } from '@temporalio/worker';
import { z } from 'zod';
import { createActivities } from '../../activities/index.js';
import { createDatabase } from '../../prisma/client.js';
import { setUpRuntime } from '../../worker/run-worker.js';

/**
 * A worker process that dies by itself, hard, in the middle of its n-th save: `after` the commit and before the
 * engine hears of it, or `before` the commit. Run by tests with its plan as JSON in the first argument.
 */
const Plan = z.object({
  databaseUrl: z.string(),
  address: z.string(),
  taskQueue: z.string(),
  bundle: z.string(),
  dies: z.enum(['before', 'after']),
  atSave: z.number().int().positive(),
});

async function main(): Promise<void> {
  const plan = Plan.parse(JSON.parse(process.argv[2] ?? '{}'));
  setUpRuntime();
  const activities = createActivities({ database: createDatabase(plan.databaseUrl, { connections: 2 }) });
  let saves = 0;
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address: plan.address }),
    taskQueue: plan.taskQueue,
    workflowBundle: { codePath: plan.bundle },
    activities: {
      ...activities,
      async saveCaseEvents(request: Parameters<typeof activities.saveCaseEvents>[0]) {
        saves++;
        if (saves === plan.atSave && plan.dies === 'before') process.exit(137);
        const answer = await activities.saveCaseEvents(request);
        if (saves === plan.atSave) process.exit(137);
        return answer;
      },
    },
  });
  process.stdout.write('ready\n');
  await worker.run();
}

void main();
