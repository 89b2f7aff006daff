import { rmSync } from 'node:fs';
import type { Config } from '../../config.js';
import { seedDemoWorld } from '../../prisma/seed/demo-world.js';
import { homePaths, readNote, writeNote } from './home.js';
import { webAddress } from './screen.js';
import { hasCases } from './world.js';

/**
 * The moment for which the demo world is to be made, in milliseconds since 1970; undefined when there is none to make.
 * A note lies in the home until it is whole, so that the start after one that was ended half-way completes it; a demo
 * world that was whole once is left to those who work in it.
 */
export async function demoWorldMoment(
  config: Pick<Config, 'demo' | 'home' | 'databaseUrl'>,
  now: number,
): Promise<number | undefined> {
  if (!config.demo) return undefined;
  const { demoWorldUnfinished: note } = homePaths(config.home);
  if (await hasCases(config.databaseUrl)) {
    const begun = Number(readNote(note) ?? Number.NaN);
    return Number.isFinite(begun) ? begun : undefined;
  }
  writeNote(note, String(now));
  return now;
}

/** Worker and API run by then, and the cases are made through them. */
export async function makeDemoWorld(config: Config, moment: number): Promise<void> {
  await seedDemoWorld({ url: webAddress(config), now: moment });
  rmSync(homePaths(config.home).demoWorldUnfinished, { force: true });
}
