import type { StartConfig } from '../../config.js';
import { type EmbeddedPostgres, startPostgres } from '../embedded/postgres.js';
import type { EngineBinaries } from '../engine/binaries.js';
import { type Engine, startEngine } from '../engine/start.js';
import { homePaths, writeNote } from './home.js';

/** The name of the application's database in the embedded PostgreSQL. */
const embeddedDatabase = 'loive';

export async function startEmbeddedPostgres(
  config: StartConfig,
): Promise<EmbeddedPostgres & { databaseUrl: string }> {
  const paths = homePaths(config.home);
  const postgres = await startPostgres({
    dir: paths.postgres,
    port: config.embedded.postgresPort,
    logFile: paths.log('postgres'),
  });
  const databaseUrl = postgres.url(embeddedDatabase);
  writeNote(paths.databaseUrl, databaseUrl);
  return { ...postgres, databaseUrl };
}

export interface EngineGround {
  readonly databaseUrl: string;
  readonly binaries: EngineBinaries;
}

export async function startEmbeddedEngine(config: StartConfig, ground: EngineGround): Promise<Engine> {
  const paths = homePaths(config.home);
  const engine = await startEngine({
    ...ground,
    dir: paths.engine,
    port: config.embedded.temporalPort,
    namespace: config.temporal.namespace,
    logFile: paths.log('engine'),
  });
  writeNote(paths.temporalAddress, engine.address);
  return engine;
}
