import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PostgresBinaries, SystemUser } from './postgres-binaries.js';
import { StartProblem } from './start-problem.js';

/** The role that owns everything in the embedded PostgreSQL. */
export const postgresRole = 'loive';

export interface ClusterPlace {
  readonly dir: string;
  readonly binaries: PostgresBinaries;
  /** Whom the data belong to, when not to ourselves. */
  readonly user: SystemUser | undefined;
}

export function dataFolder(dir: string): string {
  return join(dir, 'data');
}

/** Makes the data folder when there is none, and returns the password of its role. */
export function ensureCluster(place: ClusterPlace): string {
  const passwordFile = join(place.dir, 'password');
  if (existsSync(dataFolder(place.dir))) return readPassword(passwordFile);
  const password = randomBytes(24).toString('hex');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  initialise(place, password);
  return password;
}

function readPassword(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  throw new StartProblem(
    `The password of the embedded PostgreSQL is missing (${file}) while its data are there; put the file back from a backup of LOIVE_HOME.`,
  );
}

/** Into a folder beside, renamed at the end: an interrupted first start leaves nothing that looks finished. */
function initialise(place: ClusterPlace, password: string): void {
  const unfinished = join(place.dir, 'data.unfinished');
  const secret = join(place.dir, 'initial-password');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  chmodSync(secret, 0o600);
  if (place.user !== undefined)
    for (const path of [unfinished, secret]) chownSync(path, place.user.uid, place.user.gid);
  try {
    runInitdb(place, [`--pgdata=${unfinished}`, `--pwfile=${secret}`]);
  } finally {
    rmSync(secret, { force: true });
  }
  renameSync(unfinished, dataFolder(place.dir));
}

function runInitdb(place: ClusterPlace, options: readonly string[]): void {
  // Letters beyond ASCII need a character type of their own where the C library has no C.UTF-8.
  const locale = process.platform === 'linux' ? ['--locale=C.UTF-8'] : ['--locale=C', '--lc-ctype=UTF-8'];
  const result = spawnSync(
    place.binaries.initdb,
    [
      ...options,
      `--username=${postgresRole}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...locale,
      '--no-instructions',
    ],
    { cwd: place.dir, encoding: 'utf8', ...place.user },
  );
  if (result.status === 0) return;
  const said = result.error?.message ?? result.stderr.trim().split('\n').at(-1) ?? 'it said nothing';
  throw new StartProblem(
    `PostgreSQL could not lay out its data in ${place.dir} (${said}); make room or rights there, or set DATABASE_URL.`,
  );
}
