import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { LogFile } from './log-file.js';
import { type Farewell, endLeftover, endProcess, identify, notePidFile } from './process-identity.js';
import { StartProblem } from './start-problem.js';

export interface ProcessPlan {
  /** What people call it. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  readonly pidFile: string;
  readonly farewells: readonly Farewell[];
  readonly cwd?: string;
  /** Runs under this user instead of ours; only root may ask for that. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** `ipc`: the child holds a line to us and can tell when we are gone. */
  readonly line?: 'ipc';
}

export interface ManagedProcess {
  readonly name: string;
  readonly pid: number;
  readonly log: LogFile;
  /** Settles when the process ends, with a phrase that says how: "exit code 1", "signal SIGKILL". */
  readonly exited: Promise<string>;
  /** Ends it; returns when it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a child in a process group of its own: Ctrl+C in the terminal reaches only us, and we end the children
 * in order. A process left under the same pid file by a former run is ended first.
 */
export async function startProcess(plan: ProcessPlan): Promise<ManagedProcess> {
  await endLeftover(plan.pidFile, plan.farewells);
  const log = new LogFile(plan.logFile);
  const child = spawn(plan.command, plan.args, {
    env: plan.env,
    detached: true,
    stdio: plan.line === 'ipc' ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'],
    ...(plan.cwd !== undefined && { cwd: plan.cwd }),
    ...plan.user,
  });
  const exited = exitOf(child, plan, log);
  const pid = child.pid;
  if (pid === undefined) throw new StartProblem(`${plan.name} cannot be started: ${await exited}.`);
  notePidFile(plan.pidFile, pid);
  const identity = identify(pid);
  return {
    name: plan.name,
    pid,
    log,
    exited,
    async stop() {
      if (identity !== undefined) await endProcess(identity, plan.farewells);
      await exited;
    },
  };
}

function exitOf(child: ChildProcess, plan: ProcessPlan, log: LogFile): Promise<string> {
  child.stdout?.on('data', (chunk: Buffer) => {
    log.write(chunk);
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    log.write(chunk);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      resolve(error.message);
    });
    child.once('exit', (code, signal) => {
      rmSync(plan.pidFile, { force: true });
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve(signal === null ? `exit code ${String(code)}` : `signal ${signal}`);
    });
  });
}
