import type { Config, StartConfig } from '../../config.js';
import { migrate } from '../../prisma/migrate.js';
import { requireFreePort } from '../embedded/port.js';
import { reasonOf } from '../embedded/start-problem.js';
import type { EngineBinaries } from '../engine/binaries.js';
import { buildEngine } from '../engine/build.js';
import { enginePorts, requireFreeEnginePorts } from '../engine/ports.js';
import { buildScreens } from './build-screens.js';
import { demoWorldMoment, makeDemoWorld } from './demo-world.js';
import type { OwnService } from './end-everything.js';
import { startOwnService } from './own-service.js';
import { renewOpenCases, workflowCode } from './restart-open-cases.js';
import { requireDatabase, requireEngine } from './reach.js';
import { buildProgressLine, say, step } from './screen.js';
import { startEmbeddedEngine, startEmbeddedPostgres } from './services.js';
import type { Supervisor } from './supervisor.js';
import { hasGround, requireHonestAccounts, seedGround } from './world.js';

export interface Hands {
  /** Keeps running what is started. */
  readonly supervisor: Supervisor;
  /** Tells that nobody waits any more. */
  readonly cancelled: AbortSignal;
}

/** Everything that `npm start` starts, in order; what can be wrong from outside is looked at first. */
export async function bringUp(start: StartConfig, hands: Hands): Promise<Config> {
  await requireFreePorts(start);
  await requireOwnServices(start);
  const binaries = start.temporal.address === undefined ? await engineBinaries(start, hands) : undefined;
  const built = Promise.all([workflowCode(start.home), buildScreens()]);
  built.catch(() => undefined);
  const databaseUrl = await database(start, hands);
  const address = await engine(start, hands, { databaseUrl, binaries });
  const config: Config = { ...start, databaseUrl, temporal: { ...start.temporal, address } };
  await step('database schema', () => migrate(databaseUrl));
  await requireHonestAccounts(config);
  if (!(await hasGround(databaseUrl))) await step('places, calendar, agencies', () => seedGround(config));
  const [code] = await step('screens and workflows, built', () => built);
  await renewOpenCases(config, code);
  const services = [run('worker', config, hands), run('api', config, hands)];
  // Once more on every start, beside the rest: a release may bring new places and agencies.
  await step('worker and API', () => Promise.all([...services, seedGround(config)]));
  await demoWorld(config);
  return config;
}

/** The system is of use without it, so trouble in it is told and passed over. */
async function demoWorld(config: Config): Promise<void> {
  const moment = await demoWorldMoment(config, Date.now());
  if (moment === undefined) return;
  await step('demo world', () => makeDemoWorld(config, moment)).catch((error: unknown) => {
    say(
      `The demo world is not complete (${reasonOf(error)}); everything else runs, and the next start goes on with it.`,
    );
  });
}

/** All at once and before the long work, so that nobody waits minutes to hear of a taken port. */
async function requireFreePorts({ port, embedded, databaseUrl, temporal }: StartConfig): Promise<void> {
  await requireFreePort(port, 'web application and API', 'PORT');
  if (databaseUrl === undefined)
    await requireFreePort(embedded.postgresPort, 'embedded PostgreSQL', 'LOIVE_PG_PORT');
  if (temporal.address === undefined) await requireFreeEnginePorts(enginePorts(embedded.temporalPort));
}

/** Before the long work too; where both are one's own there is no such work, and no Go is needed. */
async function requireOwnServices({ databaseUrl, temporal }: StartConfig): Promise<void> {
  const { address } = temporal;
  if (databaseUrl !== undefined) await step('PostgreSQL of your own', () => requireDatabase(databaseUrl));
  if (address !== undefined)
    await step('Temporal server of your own', () => requireEngine({ ...temporal, address }));
}

function engineBinaries({ home }: StartConfig, { cancelled }: Hands): Promise<EngineBinaries> {
  const options = { home, onProgress: buildProgressLine(), signal: cancelled };
  return step('Temporal server, built', () => buildEngine(options));
}

async function database(config: StartConfig, { supervisor }: Hands): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl;
  const service = { name: 'PostgreSQL', start: () => startEmbeddedPostgres(config) };
  return (await step('PostgreSQL', () => supervisor.run(service))).databaseUrl;
}

interface EngineGround {
  readonly databaseUrl: string;
  /** Absent where the engine is not ours to start. */
  readonly binaries: EngineBinaries | undefined;
}

async function engine(config: StartConfig, { supervisor }: Hands, ground: EngineGround): Promise<string> {
  const { binaries, databaseUrl } = ground;
  if (binaries !== undefined) {
    const start = () => startEmbeddedEngine(config, { databaseUrl, binaries });
    return (await step('Temporal server', () => supervisor.run({ name: 'Temporal server', start }))).address;
  }
  const { address } = config.temporal;
  if (address === undefined) throw new Error('An engine that is not ours has an address.');
  return address;
}

const spoken = { worker: 'Worker', api: 'API' } satisfies Record<OwnService, string>;

function run(name: OwnService, config: Config, { supervisor }: Hands) {
  return supervisor.run({ name: spoken[name], start: () => startOwnService(name, config) });
}
