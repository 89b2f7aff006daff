import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../../config.js';
import { hasCases } from './world.js';
import { webAddress } from './screen.js';

export interface RunningSystem {
  readonly config: Config;
  /** Where the API answers. */
  readonly url: string;
}

const DemoWorld = z.object({
  seedDemoWorld: z.custom<(system: RunningSystem) => Promise<unknown>>(
    (value) => typeof value === 'function',
  ),
});

const file = join(__dirname, '..', '..', 'prisma', 'seed', 'demo-world.ts');

/** The one call of `seedDemoWorld`: worker and API run by then, and the cases are made through them. */
export async function seedDemoWorld(config: Config): Promise<void> {
  const loaded: unknown = await import(file);
  await DemoWorld.parse(loaded).seedDemoWorld({ config, url: webAddress(config) });
}

export async function wantsDemoWorld(config: Config): Promise<boolean> {
  return config.demo && existsSync(file) && !(await hasCases(config.databaseUrl));
}
