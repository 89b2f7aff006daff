import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { type ManagedProcess, startProcess } from './managed-process.js';
import { requireFreePort } from './port.js';
import { postgresBinaries, requireReachable, unprivilegedUser } from './postgres-binaries.js';
import { type ClusterPlace, dataFolder, ensureCluster, postgresRole } from './postgres-cluster.js';
import { type Durability, postgresSettings } from './postgres-settings.js';
import { type Farewell, endLeftover, endProcess, processesOf } from './process-identity.js';
import { StartProblem, reasonOf } from './start-problem.js';

export interface PostgresOptions {
  /** Everything it keeps: data, password, pid file. Made when missing. */
  readonly dir: string;
  readonly port: number;
  /** Default `full`. */
  readonly durability?: Durability;
  /** Default `DIR/postgres.log`. */
  readonly logFile?: string;
}

export interface EmbeddedPostgres extends ManagedProcess {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** A connection URL for one of its databases, whether it exists or not. */
  url(database: string): string;
}

const host = '127.0.0.1';

/** SIGINT rolls back open work and ends cleanly; SIGQUIT ends at once and is repaired at the next start. */
export const postgresFarewells: readonly Farewell[] = [
  { signal: 'SIGINT', patience: 2_500 },
  { signal: 'SIGQUIT', patience: 1_000 },
  { signal: 'SIGKILL', patience: 500 },
];

/**
 * Starts the PostgreSQL that comes with the project and returns when it answers. What a former run left running
 * in the same folder is ended first. Throws a StartProblem when the port is taken, the folder cannot be used or
 * the server does not come up.
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const place = preparePlace(options.dir);
  await endFormerRun(options.dir);
  await requireFreePort(options.port, 'embedded PostgreSQL', 'LOIVE_PG_PORT');
  const password = ensureCluster(place);
  const server = await launch(place, options);
  const url = (database: string): string =>
    `postgresql://${postgresRole}:${password}@${host}:${String(options.port)}/${database}`;
  await untilAnswering(server, url('postgres'));
  return { ...server, host, port: options.port, user: postgresRole, password, url };
}

function preparePlace(dir: string): ClusterPlace {
  const user = unprivilegedUser();
  mkdirSync(dir, { recursive: true });
  // The other user passes through this folder to the data and sees nothing else of it.
  chmodSync(dir, user === undefined ? 0o700 : 0o711);
  const binaries = postgresBinaries();
  requireReachable(user, binaries.postgres);
  requireReachable(user, dir);
  return { dir, binaries, user };
}

export function postgresPidFile(dir: string): string {
  return join(dir, 'postgres.pid');
}

/**
 * Ends a former server of this folder and takes its lock file away. PostgreSQL minds its lock by itself, but takes
 * any process that has the old pid for the old server: a stranger, or one that died and was never collected, as
 * happens in containers. So the lock goes only after nothing works in the folder any more.
 */
async function endFormerRun(dir: string): Promise<void> {
  await endLeftover(postgresPidFile(dir), postgresFarewells);
  const data = dataFolder(dir);
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const holder = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  for (const stray of processesOf(data, holder)) await endProcess(stray, postgresFarewells);
  if (processesOf(data, holder).length === 0) rmSync(lock, { force: true });
}

function launch(place: ClusterPlace, options: PostgresOptions): Promise<ManagedProcess> {
  const data = dataFolder(place.dir);
  requireSameRelease(data);
  const settings = join(data, 'postgresql.conf');
  writeFileSync(settings, postgresSettings(options.port, options.durability ?? 'full'), { mode: 0o600 });
  if (place.user !== undefined) chownSync(settings, place.user.uid, place.user.gid);
  return startProcess({
    name: 'PostgreSQL',
    command: place.binaries.postgres,
    args: ['-D', data],
    cwd: data,
    env: { LC_MESSAGES: 'C', PATH: process.env.PATH },
    logFile: options.logFile ?? join(place.dir, 'postgres.log'),
    pidFile: postgresPidFile(place.dir),
    farewells: postgresFarewells,
    ...(place.user !== undefined && { user: place.user }),
  });
}

const release = '18';

function requireSameRelease(data: string): void {
  const file = join(data, 'PG_VERSION');
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'unknown';
  if (found !== release)
    throw new StartProblem(
      `The data in ${data} were written by PostgreSQL ${found} and this project brings PostgreSQL ${release}; dump them with the old release and restore them, or start with another LOIVE_HOME.`,
    );
}

/** Repair after a crash can take a while; as long as the process lives, it is waited for, up to two minutes. */
async function untilAnswering(server: ManagedProcess, url: string): Promise<void> {
  let ended: string | undefined;
  void server.exited.then((how) => (ended = how));
  let trouble = 'no answer';
  for (let waited = 0; waited < 120_000; waited += 100) {
    if (ended !== undefined) break;
    const answer = await tryConnection(url);
    if (answer === undefined) return;
    trouble = answer;
    await pause(100);
  }
  await server.stop();
  throw new StartProblem(
    `PostgreSQL did not come up (${ended ?? trouble}); its log ${server.log.path} ends with:\n${server.log.tail()}`,
  );
}

async function tryConnection(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return reasonOf(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}
