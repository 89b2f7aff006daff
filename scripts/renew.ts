import { configOrExit, readConfig } from '../config.js';
import { StartProblem, reasonOf } from './embedded/start-problem.js';
import { requireServices } from './start/require-services.js';
import { restartEveryOpenCase } from './start/restart-open-cases.js';

/**
 * `npm run renew`: every open case begins anew from the record, on the workflow code of this release. For own services
 * and containers, after the workers of the former release were stopped; `npm start` does it by itself.
 */
async function main(): Promise<void> {
  const config = configOrExit(readConfig);
  await requireServices(config);
  console.log(`${String(await restartEveryOpenCase(config))} open cases begin anew from the record.`);
}

main().catch((error: unknown) => {
  console.error(
    error instanceof StartProblem
      ? error.message
      : `The renewal stopped: ${reasonOf(error)}. It can be repeated.`,
  );
  process.exitCode = 1;
});
