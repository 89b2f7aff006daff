import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findFreePort } from '../../scripts/embedded/port.js';

/** A folder and ports that no other test run uses. What a killed run left in the folder is ended by its successor. */
export interface Slot {
  readonly folder: string;
  readonly postgresPort: number;
  readonly temporalPort: number;
}

const root = join(__dirname, '..', '..', '.loive-test');
const slots = 20;
const firstPort = 18_000;
const portsPerSlot = 20;

/** Takes the first free slot. It is ours for as long as this process lives. */
export async function takeSlot(): Promise<Slot> {
  for (let number = 0; number < slots; number += 1) {
    const first = firstPort + number * portsPerSlot;
    if (!(await holds(first))) continue;
    const folder = join(root, String(number));
    mkdirSync(folder, { recursive: true });
    return {
      folder,
      postgresPort: await findFreePort(first + 1),
      temporalPort: await findFreePort(first + 10),
    };
  }
  throw new Error(`All ${String(slots)} test slots are in use; end the test runs that you no longer need.`);
}

/** A port we listen on is the lock: only one process gets it, and it is free again however that process ends. */
function holds(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const lock = createServer();
    lock.unref();
    lock.once('error', () => {
      resolve(false);
    });
    lock.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      resolve(true);
    });
  });
}
