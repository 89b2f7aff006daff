import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { StartProblem } from '../embedded/start-problem.js';
import {
  type EngineBinaries,
  binariesIn,
  builtBinaries,
  engineFolder,
  enginePins,
  engineRelease,
  projectFolder,
  stampIn,
} from './binaries.js';

export interface BuildProgress {
  /** Modules fetched so far, packages compiled so far, and how many there are to compile in all. */
  readonly modules: number;
  readonly packages: number;
  readonly allPackages: number;
}

export interface BuildOptions {
  /** The folder that gets `bin/`: LOIVE_HOME. Default `.loive` in the project. */
  readonly home?: string;
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Ends a build that nobody waits for any more. */
  readonly signal?: AbortSignal;
}

/** Counted on a build into an empty cache; only for the progress line. */
const allPackages = 1_440;

/**
 * The Temporal server and its schema tool, built from the pinned Go modules. Returns at once when a build of the
 * same pins is there, in this home or in the project's `.loive`; otherwise it takes minutes and needs Go.
 * Throws a StartProblem when Go is missing or the build fails.
 */
export async function buildEngine(options: BuildOptions = {}): Promise<EngineBinaries> {
  const shared = join(projectFolder, '.loive', 'bin');
  const folder = options.home === undefined ? shared : join(options.home, 'bin');
  const built = builtBinaries(folder) ?? builtBinaries(shared);
  if (built !== undefined) return built;
  requireGo();
  return compileInto(folder, options);
}

const otherWays =
  'use Docker ("docker compose up"), or set TEMPORAL_ADDRESS to a Temporal server that runs already';

function requireGo(): void {
  const asked = spawnSync('go', ['version'], { encoding: 'utf8' });
  if (asked.error !== undefined)
    throw new StartProblem(
      `The Temporal server is built from source once and the Go compiler is missing; install Go from https://go.dev/dl or your system's packages (golang-go), ${otherWays}.`,
    );
  const [, major, minor] = /go(\d+)\.(\d+)/.exec(asked.stdout) ?? [];
  // From 1.21 on Go fetches the very release that go.mod names; older ones cannot.
  if (Number(major) === 1 && Number(minor) < 21)
    throw new StartProblem(
      `Go ${String(major)}.${String(minor)} is too old to build the Temporal server; install Go 1.21 or newer from https://go.dev/dl, ${otherWays}.`,
    );
}

/** Into a folder beside, renamed at the end: two builds at once or an interrupted one do no harm. */
async function compileInto(folder: string, options: BuildOptions): Promise<EngineBinaries> {
  const unfinished = join(folder, `unfinished-${String(process.pid)}`);
  mkdirSync(unfinished, { recursive: true });
  try {
    await runGoBuild(unfinished, options);
    const binaries = binariesIn(folder);
    const suffix = process.platform === 'win32' ? '.exe' : '';
    renameSync(join(unfinished, `server${suffix}`), binaries.server);
    renameSync(join(unfinished, `sql${suffix}`), binaries.schemaTool);
    writeFileSync(stampIn(folder), `${enginePins()}\n`);
    return binaries;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function runGoBuild(output: string, { onProgress, signal }: BuildOptions): Promise<void> {
  const flags = ['-v', '-mod=readonly', '-trimpath', '-buildvcs=false', '-ldflags=-s -w', '-o', `${output}/`];
  const targets = ['go.temporal.io/server/cmd/server', 'go.temporal.io/server/cmd/tools/sql'];
  const child = spawn('go', ['build', ...flags, ...targets], {
    cwd: engineFolder,
    env: {
      ...process.env,
      GOTOOLCHAIN: 'auto',
      CGO_ENABLED: '0',
      GOWORK: 'off',
      GO111MODULE: 'on',
      GOFLAGS: '',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(signal !== undefined && { signal }),
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  const said = await follow(createInterface({ input: child.stderr }), onProgress ?? (() => undefined));
  if ((await ended) !== 0)
    throw new StartProblem(
      `The Temporal server ${engineRelease()} could not be built (${said.slice(-3).join(' ') || 'go said nothing'}); check the connection to the Go module proxy and the free space, then start again, or ${otherWays}.`,
    );
}

/** Counts what Go names while it works; returns the lines that are neither a module nor a package. */
async function follow(
  lines: AsyncIterable<string>,
  onProgress: (progress: BuildProgress) => void,
): Promise<string[]> {
  const said: string[] = [];
  let modules = 0;
  let packages = 0;
  for await (const line of lines) {
    if (line.startsWith('go: downloading')) modules += 1;
    else if (/^[\w.\-/]+$/.test(line)) packages += 1;
    else said.push(line);
    onProgress({ modules, packages, allPackages });
  }
  return said;
}
