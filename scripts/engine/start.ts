import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ManagedProcess, startProcess } from '../embedded/managed-process.js';
import { type Farewell, endLeftover } from '../embedded/process-identity.js';
import { StartProblem, reasonOf } from '../embedded/start-problem.js';
import { type EngineBinaries, projectFolder } from './binaries.js';
import { engineDatabases, prepareEngineDatabases } from './engine-databases.js';
import { ensureNamespace } from './namespace.js';
import { type EnginePorts, enginePorts, requireFreeEnginePorts } from './ports.js';

export interface EngineOptions {
  /** From `buildEngine()`. */
  readonly binaries: EngineBinaries;
  /** Keeps the pid file. Made when missing. */
  readonly dir: string;
  /** Where clients connect. The inner ports follow from it, see `enginePorts`. */
  readonly port: number;
  /** The application's database; the engine makes its own two beside it, see `engineDatabases`. */
  readonly databaseUrl: string;
  /** Default `default`. */
  readonly namespace?: string;
  /** Default `DIR/engine.log`. */
  readonly logFile?: string;
}

export interface Engine extends ManagedProcess {
  /** `127.0.0.1:PORT`. */
  readonly address: string;
}

const host = '127.0.0.1';

/** The same that the containers mount. */
const dynamicConfigFile = join(projectFolder, 'deploy', 'temporal', 'dynamic-config.yaml');

/** What it held in memory it reads again from its database; nothing is lost when patience runs out. */
export const engineFarewells: readonly Farewell[] = [
  { signal: 'SIGTERM', patience: 2_000 },
  { signal: 'SIGKILL', patience: 500 },
];

/**
 * Starts a Temporal server on PostgreSQL and returns when workflows can be started in its namespace. What a former
 * run left running in the same folder is ended first. Throws a StartProblem when a port is taken, the database
 * refuses or the server does not come up.
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const pidFile = enginePidFile(options.dir);
  mkdirSync(options.dir, { recursive: true });
  await endLeftover(pidFile, engineFarewells);
  const ports = enginePorts(options.port);
  await requireFreeEnginePorts(ports);
  await prepareEngineDatabases(options.databaseUrl, options.binaries);
  const server = await startProcess({
    name: 'Temporal server',
    command: options.binaries.server,
    args: ['--allow-no-auth', 'start'],
    cwd: options.dir,
    env: serverEnvironment(options, ports),
    logFile: options.logFile ?? join(options.dir, 'engine.log'),
    pidFile,
    farewells: engineFarewells,
  });
  const address = `${host}:${String(options.port)}`;
  await untilUsable(server, address, options.namespace ?? 'default');
  return { ...server, address };
}

export function enginePidFile(dir: string): string {
  return join(dir, 'engine.pid');
}

function serverEnvironment(options: EngineOptions, ports: EnginePorts): NodeJS.ProcessEnv {
  const databases = engineDatabases(options.databaseUrl);
  return {
    DB: 'postgres12_pgx',
    POSTGRES_SEEDS: databases.host,
    DB_PORT: databases.port,
    POSTGRES_USER: insideYamlQuotes(databases.user),
    POSTGRES_PWD: insideYamlQuotes(databases.password),
    DBNAME: insideYamlQuotes(databases.names.temporal),
    VISIBILITY_DBNAME: insideYamlQuotes(databases.names.visibility),
    SQL_TLS_ENABLED: String(databases.tls !== 'off'),
    SQL_HOST_VERIFICATION: String(databases.tls === 'verify-full'),
    // Fixed for the life of the engine's databases; they can be dropped and every case rebuilt from the record.
    NUM_HISTORY_SHARDS: '16',
    BIND_ON_IP: host,
    LOG_LEVEL: 'warn',
    DYNAMIC_CONFIG_FILE_PATH: dynamicConfigFile,
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
  };
}

/** The server pastes the value between double quotes into its own configuration. */
function insideYamlQuotes(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

async function untilUsable(server: ManagedProcess, address: string, namespace: string): Promise<void> {
  const ended = server.exited.then((how) => {
    throw new Error(how);
  });
  try {
    await Promise.race([ended, ensureNamespace({ address }, namespace)]);
  } catch (error) {
    await server.stop();
    throw new StartProblem(
      `The Temporal server did not come up (${reasonOf(error)}); its log ${server.log.path} ends with:\n${server.log.tail()}`,
    );
  }
}
