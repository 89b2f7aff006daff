import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

/**
 * A pid alone is no name: after a crash it may belong to a stranger. Together with the instant at which the
 * process began it is one, until the machine restarts; therefore the boot is part of it.
 */
export const ProcessIdentity = z.object({ pid: z.int().positive(), began: z.string().min(1) });
export type ProcessIdentity = z.infer<typeof ProcessIdentity>;

/** Who runs under this pid, or undefined when nobody does (a process that ended and was not collected counts as nobody). */
export function identify(pid: number): ProcessIdentity | undefined {
  const began = process.platform === 'linux' ? beganOnLinux(pid) : beganElsewhere(pid);
  return began === undefined ? undefined : { pid, began };
}

export function isRunning(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.began === identity.began;
}

/** Writes who runs, so that the next start can find it when this one is killed. */
export function notePidFile(path: string, pid: number): void {
  const identity = identify(pid);
  if (identity !== undefined) writeFileSync(path, `${JSON.stringify(identity)}\n`, { mode: 0o600 });
}

/** The process a pid file names, when it still runs. */
export function runningFrom(path: string): ProcessIdentity | undefined {
  const identity = readPidFile(path);
  return identity !== undefined && isRunning(identity) ? identity : undefined;
}

/** A signal and how long to wait for its effect, in milliseconds. */
export interface Farewell {
  readonly signal: NodeJS.Signals;
  readonly patience: number;
}

/** Ends a process, more firmly at each step. Returns when it is gone, or when the last patience is used up. */
export async function endProcess(identity: ProcessIdentity, farewells: readonly Farewell[]): Promise<void> {
  for (const { signal, patience } of farewells) {
    if (!isRunning(identity)) return;
    sendSignal(identity.pid, signal);
    for (let waited = 0; waited < patience && isRunning(identity); waited += 50) await pause(50);
  }
}

/** Ends what a former run left behind under this pid file, and removes the file. */
export async function endLeftover(path: string, farewells: readonly Farewell[]): Promise<void> {
  const leftover = runningFrom(path);
  if (leftover !== undefined) await endProcess(leftover, farewells);
  rmSync(path, { force: true });
}

/** The command line of a process, arguments separated by spaces; undefined when it does not run. */
export function commandOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux')
      return (
        readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')
          .replaceAll('\0', ' ')
          .trim() || undefined
      );
    return askPs('command=', pid);
  } catch {
    return undefined;
  }
}

/**
 * The processes that work in a folder (their current directory). Where the system does not tell: process `likely`,
 * when its command line names the folder.
 */
export function processesOf(folder: string, likely: number): ProcessIdentity[] {
  const found =
    process.platform === 'linux' ? pidsIn(folder) : commandOf(likely)?.includes(folder) ? [likely] : [];
  return found.map(identify).filter((identity) => identity !== undefined);
}

function pidsIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readlinkSync(`/proc/${name}/cwd`) === folder;
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** The process that started another one, or undefined when that does not run. */
export function parentOf(pid: number): number | undefined {
  try {
    if (process.platform === 'linux') return Number(statFields(pid)[1]);
    return Number(askPs('ppid=', pid));
  } catch {
    return undefined;
  }
}

export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in between, which is what the signal was for.
  }
}

function readPidFile(path: string): ProcessIdentity | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return ProcessIdentity.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function beganOnLinux(pid: number): string | undefined {
  try {
    const fields = statFields(pid);
    const [state, ticks] = [fields[0], fields[19]];
    if (state === undefined || ticks === undefined || state === 'Z' || state === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`;
  } catch {
    return undefined;
  }
}

/** From the third field on: state, parent, … */
function statFields(pid: number): string[] {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  // The second field, the command in brackets, may hold spaces and brackets itself.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function beganElsewhere(pid: number): string | undefined {
  try {
    return askPs('lstart=', pid);
  } catch {
    return undefined;
  }
}

function askPs(column: string, pid: number): string | undefined {
  const answer = execFileSync('ps', ['-o', column, '-p', String(pid)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return answer.trim() || undefined;
}
