import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

type Settings = Readonly<Record<string, string>>;

/** A script of `scripts/`, as `npm run` starts it: a process of its own, with these settings and no others. */
export const startScript = (file: string, args: readonly string[], env: Settings = {}): ChildProcess =>
  startProgram(join('scripts', file), args, env);

/** A file of the project as it is run, not as Jest compiles it. */
export const startProgram = (file: string, args: readonly string[], env: Settings): ChildProcess =>
  startNode(['--import', 'tsx', file, ...args], env);

export function startNode(args: readonly string[], env: Settings): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

export function untilEnd(child: ChildProcess): Promise<Ended> {
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString('utf8');
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}
