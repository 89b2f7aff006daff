import { z } from 'zod';
import { Addresses } from './servers.js';

/** What the process behind a test run (world.ts) tells about itself. */
export const World = Addresses.extend({
  /** Names this run among others on kept servers. */
  run: z.string(),
  /** A database with all migrations, to be copied. */
  template: z.string(),
  /** File of the compiled workflows; absent when they do not compile, and then the reason is given. */
  bundle: z.string().optional(),
  bundleProblem: z.string().optional(),
});
export type World = z.output<typeof World>;

/** The world of this test run. Throws outside of Jest's project `system`. */
export function world(): World {
  const told = process.env['LOIVE_TEST_WORLD'];
  if (!told)
    throw new Error(
      'This test needs the test servers: it must lie in a folder of the project `system` in jest.config.cjs.',
    );
  return World.parse(JSON.parse(told));
}

/** The URL of another database on the same server. */
export function onServer(databaseUrl: string, database: string): string {
  const url = new URL(databaseUrl);
  url.pathname = `/${database}`;
  return url.href;
}
