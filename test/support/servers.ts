import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { z } from 'zod';
import { startPostgres } from '../../scripts/embedded/postgres.js';
import { identify } from '../../scripts/embedded/process-identity.js';
import { buildEngine } from '../../scripts/engine/build.js';
import { startEngine } from '../../scripts/engine/start.js';
import { takeSlot } from './slot.js';

/** Where a PostgreSQL and a Temporal server for tests answer. */
export const Addresses = z.object({
  /** A database on the server from which others may be created. */
  databaseUrl: z.string(),
  temporalAddress: z.string(),
  /** Files into which both write what they have to say; they grow on from run to run. */
  logFiles: z.array(z.string()),
});
export type Addresses = z.output<typeof Addresses>;

export interface Servers extends Addresses {
  readonly stop: () => Promise<void>;
}

const Kept = Addresses.extend({ pid: z.int() });

/** Where `npm run test:servers` says what it keeps running. */
export const keptFile = join(__dirname, '..', '..', '.loive-test', 'kept.json');

/** The servers that `npm run test:servers` keeps running, if it does; they are not ours to stop. */
export function keptServers(): Servers | undefined {
  if (!existsSync(keptFile)) return undefined;
  const kept = Kept.parse(JSON.parse(readFileSync(keptFile, 'utf8')));
  if (identify(kept.pid) === undefined) return undefined;
  return { ...kept, stop: () => Promise.resolve() };
}

/** A PostgreSQL and a Temporal server of our own, on ports and in a folder of their own. */
export async function startServers(): Promise<Servers> {
  const slot = await takeSlot();
  const postgres = await startPostgres({
    dir: join(slot.folder, 'postgres'),
    port: slot.postgresPort,
    durability: 'none',
  });
  try {
    await forgetEarlierRuns(postgres.url('postgres'));
    const binaries = await buildEngine();
    const engine = await startEngine({
      binaries,
      dir: join(slot.folder, 'engine'),
      port: slot.temporalPort,
      databaseUrl: postgres.url('tests'),
    });
    return {
      databaseUrl: postgres.url('postgres'),
      temporalAddress: engine.address,
      logFiles: [postgres.log.path, engine.log.path],
      async stop() {
        await engine.stop();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** Every run begins with nothing: no case of an earlier run is left whose timers would fire, no half-made template. */
async function forgetEarlierRuns(databaseUrl: string): Promise<void> {
  const server = new Client({ connectionString: databaseUrl });
  await server.connect();
  const found = await server.query<{ name: string }>(
    "select datname as name from pg_database where not datistemplate and datname <> 'postgres'",
  );
  for (const { name } of found.rows)
    await server.query(`drop database ${escapeIdentifier(name)} with (force)`);
  await server.end();
}
