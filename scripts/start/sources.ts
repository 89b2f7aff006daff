import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const project = join(__dirname, '..', '..');
export const inProject = (...parts: string[]): string => join(project, ...parts);

/** A hash over the content of files and folders of the project: the same as long as none of them changed. */
export function stateOfSources(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesOf).sort())
    hash.update(`${file}\n`).update(readFileSync(inProject(file)));
  return hash.digest('hex');
}

function filesOf(source: string): string[] {
  if (!existsSync(inProject(source))) return [];
  if (source.endsWith('.json')) return [source];
  return readdirSync(inProject(source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1));
}
