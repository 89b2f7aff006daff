import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 40_000;

/** Looks every tenth of a second until it holds; throws when that takes longer than anything that works. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patienceMs; !(await holds()); await pause(100))
    if (Date.now() > end) throw new Error(`it did not come about: ${what}`);
}

export const seconds = (count: number): Promise<void> => pause(count * 1000);
