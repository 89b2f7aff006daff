import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 40_000;

/** Looks every tenth of a second until it holds; throws when that takes longer than anything that works. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`it did not come about: ${what}`);
    await pause(100);
  }
}

export const seconds = (count: number): Promise<void> => pause(count * 1000);
