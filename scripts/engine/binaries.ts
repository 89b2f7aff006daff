import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder with `go.mod`, which pins the release of the Temporal server. */
export const engineFolder = __dirname;
export const projectFolder = join(__dirname, '..', '..');

export interface EngineBinaries {
  readonly server: string;
  readonly schemaTool: string;
}

/** `FOLDER/temporal-server` and `FOLDER/temporal-sql-tool`, whether they are there or not. */
export function binariesIn(binFolder: string): EngineBinaries {
  return { server: join(binFolder, 'temporal-server'), schemaTool: join(binFolder, 'temporal-sql-tool') };
}

export function stampIn(binFolder: string): string {
  return join(binFolder, 'engine-pins');
}

/** What the pins and this platform amount to; a build is up to date when it carries the same. */
export function enginePins(): string {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}\n`);
  for (const file of ['go.mod', 'go.sum']) hash.update(readFileSync(join(engineFolder, file)));
  return hash.digest('hex');
}

/** The binaries of this folder when they were built from the present pins. */
export function builtBinaries(binFolder: string): EngineBinaries | undefined {
  const stamp = stampIn(binFolder);
  const binaries = binariesIn(binFolder);
  const complete = existsSync(stamp) && Object.values(binaries).every((path: string) => existsSync(path));
  return complete && readFileSync(stamp, 'utf8').trim() === enginePins() ? binaries : undefined;
}

/** The Temporal release in `go.mod`, for example "1.32.2". */
export function engineRelease(): string {
  const found = /go\.temporal\.io\/server v(\S+)/.exec(readFileSync(join(engineFolder, 'go.mod'), 'utf8'));
  return found?.[1] ?? 'unknown';
}
