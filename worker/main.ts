import { pino } from 'pino';
import { configOrExit, readConfig } from '../config.js';
import { closeDatabase, createDatabase } from '../prisma/client.js';
import { StartProblem, reasonOf } from '../scripts/embedded/start-problem.js';
import { requireServices } from '../scripts/start/require-services.js';
import { bundleWorkflows } from './bundle.js';
import { runWorker, setUpRuntime } from './run-worker.js';
import { watchSandbox } from './sandbox/watch-sandbox.js';

/** As sysexits.h calls it: an internal error. */
const hangExit = 70;

/** The process that runs the cases: configuration → database → workflows → worker, until it is told to stop. */
async function main(): Promise<void> {
  const config = configOrExit(readConfig);
  const log = pino({ name: 'worker', level: config.logLevel });
  await requireServices(config);
  setUpRuntime({ metricsAddress: config.metrics.workerAddress });
  const database = createDatabase(config.databaseUrl, {
    onError: ({ name }) => {
      log.warn({ error: name }, 'a database connection broke; the pool makes a new one');
    },
  });
  watchSandbox({
    onHang: () => {
      log.fatal('the code of a case does not come back; the worker ends and is started again');
      process.exit(hangExit);
    },
  });
  const { code } = await bundleWorkflows();
  const { address, namespace, tls, apiKey } = config.temporal;
  const worker = await runWorker({
    connection: { address, ...(tls && { tls }), ...(apiKey !== undefined && { apiKey }) },
    namespace,
    database,
    code,
    onFinding: (report) => {
      log.warn({ report }, 'the watch found cases that needed help');
    },
  });
  log.info('the worker is ready');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      void worker.stop();
    });
  }
  await worker.ended;
  await closeDatabase(database);
}

main().catch((error: unknown) => {
  console.error(error instanceof StartProblem ? error.message : `The worker ended: ${reasonOf(error)}`);
  process.exit(1);
});
