import { engineFarewells, enginePidFile } from '../engine/start.js';
import { postgresFarewells, postgresPidFile } from '../embedded/postgres.js';
import { type Farewell, endLeftover } from '../embedded/process-identity.js';
import { clearNotes, homePaths } from './home.js';

/** Worker and API finish what they hold; what does not fit into the time is done again after the next start. */
export const serviceFarewells: readonly Farewell[] = [
  { signal: 'SIGTERM', patience: 4_000 },
  { signal: 'SIGKILL', patience: 500 },
];

export const ownServices = ['api', 'worker'] as const;
export type OwnService = (typeof ownServices)[number];

/**
 * Ends every process of this home, those that use the others first, in at most nine seconds. Goes by the pid files,
 * so it ends alike what runs, what is just starting and what a killed start left behind.
 */
export async function endEverything(home: string): Promise<void> {
  const paths = homePaths(home);
  await Promise.all(ownServices.map((name) => endLeftover(paths.pid(name), serviceFarewells)));
  await endLeftover(enginePidFile(paths.engine), engineFarewells);
  await endLeftover(postgresPidFile(paths.postgres), postgresFarewells);
  clearNotes(home);
}
