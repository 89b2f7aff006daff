import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import type { Config } from '../../config.js';
import { caseQueue } from '../../workflows/contract.js';
import { type ManagedProcess, startProcess } from '../embedded/managed-process.js';
import { StartProblem, reasonOf } from '../embedded/start-problem.js';
import { type OwnService, serviceFarewells } from './end-everything.js';
import { homePaths } from './home.js';
import { temporalConnection } from './reach.js';

const project = join(__dirname, '..', '..');

/** What is loaded before the service's own code, besides what ends it with its parent. */
export const servicePreloads = {
  worker: [join(project, 'worker', 'sandbox', 'one-watch.cjs')],
  api: [],
} satisfies Record<OwnService, readonly string[]>;

/** How Node runs a TypeScript program of ours that ends with its parent. */
export const nodeArguments = (file: string, preloads: readonly string[]): readonly string[] => [
  ...[join(__dirname, 'leave-with-parent.cjs'), ...preloads].flatMap((each) => ['--require', each]),
  '--import',
  'tsx',
  file,
];

/** How each tells that it can be used; throws while it cannot. */
const probes = {
  worker: (config, running) => pollsTheQueue(config, running.pid),
  api: ({ host, port }) => answersHttp(host, port),
} satisfies Record<OwnService, (config: Config, running: ManagedProcess) => Promise<void>>;

/** Starts worker or API on the present Node and returns when it can be used. */
export async function startOwnService(name: OwnService, config: Config): Promise<ManagedProcess> {
  const paths = homePaths(config.home);
  const running = await startProcess({
    name,
    command: process.execPath,
    args: nodeArguments(join(project, name, 'main.ts'), servicePreloads[name]),
    cwd: project,
    env: serviceEnvironment(config),
    logFile: paths.log(name),
    pidFile: paths.pid(name),
    farewells: serviceFarewells,
    line: 'ipc',
  });
  await untilUsable(running, () => probes[name](config, running));
  return running;
}

function serviceEnvironment(config: Config): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: process.env['NODE_ENV'] ?? 'production',
    LOIVE_HOME: config.home,
    // By itself this default would be off: the services are given a database and cannot tell that it is ours.
    LOIVE_DEMO: config.demo ? 'on' : 'off',
    DATABASE_URL: config.databaseUrl,
    DATABASE_URL_FILE: '',
    TEMPORAL_ADDRESS: config.temporal.address,
  };
}

async function untilUsable(running: ManagedProcess, probe: () => Promise<void>): Promise<void> {
  let ended: string | undefined;
  void running.exited.then((how) => (ended = how));
  let trouble: unknown;
  for (const end = performance.now() + 60_000; performance.now() < end && ended === undefined;) {
    try {
      await probe();
      return;
    } catch (error) {
      trouble = error;
      await pause(100);
    }
  }
  await running.stop();
  throw new StartProblem(
    `The ${running.name} did not come up (${ended ?? reasonOf(trouble)}); its log ${running.log.path} ends with:\n${running.log.tail()}`,
  );
}

/** The engine lists who asks it for work; a worker's name there begins with its pid. */
async function pollsTheQueue(config: Config, pid: number): Promise<void> {
  const connection = await Connection.connect({
    ...temporalConnection(config.temporal),
    connectTimeout: '2s',
  });
  try {
    const { pollers } = await connection.workflowService.describeTaskQueue({
      namespace: config.temporal.namespace,
      taskQueue: { name: caseQueue },
      taskQueueType: temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
    });
    if (!pollers.some(({ identity }) => identity?.startsWith(`${String(pid)}@`)))
      throw new Error('it does not ask for work');
  } finally {
    await connection.close();
  }
}

async function answersHttp(host: string, port: number): Promise<void> {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const inUrl = name.includes(':') ? `[${name}]` : name;
  const answer = await fetch(`http://${inUrl}:${String(port)}/readyz`, {
    signal: AbortSignal.timeout(3_000),
  });
  if (!answer.ok) throw new Error(`/readyz answers ${String(answer.status)}`);
}
