import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What is given in the environment, where `NAME_FILE` stands for the secret `NAME`. An empty value counts as none.
 * Adds a sentence to `problems` for every secret that is given twice or whose file is missing.
 */
export function withSecretFiles(
  env: Environment,
  secrets: readonly string[],
  problems: string[],
): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (value) given[name] = value;
  for (const name of secrets) {
    const path = given[`${name}_FILE`];
    if (!path) continue;
    if (given[name]) problems.push(`${name} and ${name}_FILE are both set: give one of them.`);
    else if (existsSync(path)) given[name] = readFileSync(path, 'utf8').trim();
    else problems.push(`${name}_FILE names a file that is not there: ${path}.`);
  }
  return given;
}

/** What a running `npm start` keeps in its home for others to read. */
export function note(home: string, name: string): string | undefined {
  const path = join(home, name);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}
