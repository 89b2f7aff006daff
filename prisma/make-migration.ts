import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DiffTarget } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { noFilters, schemaOnDisk, withSchemaComparison } from './schema-engine.js';

/**
 * The schema that the migrations in the repository lead to. Kept as text, because a comparison with a real database
 * would propose to drop every index and constraint that was written by hand and that Prisma cannot express.
 */
const reachedFile = join(__dirname, 'migrations', 'reached.prisma');

/** SQL that leads from the newest migration to `schema.prisma`; undefined when they agree. Needs no database. */
export async function missingSql(): Promise<string | undefined> {
  const from: DiffTarget = existsSync(reachedFile)
    ? { tag: 'schemaDatamodel', files: [{ path: reachedFile, content: readFileSync(reachedFile, 'utf8') }] }
    : { tag: 'empty' };
  const to: DiffTarget = { tag: 'schemaDatamodel', files: [schemaOnDisk()] };
  const answer = await withSchemaComparison((engine) =>
    engine.diff({ from, to, script: true, exitCode: null, filters: noFilters }),
  );
  const sql = answer.stdout?.trim() ?? '';
  return sql === '' || sql.startsWith('-- This is an empty migration') ? undefined : `${sql}\n`;
}

/** Writes the next migration folder, notes the schema it reaches, and returns the folder's name. */
export function writeMigration(name: string, sql: string, now: Date): string {
  const stamp = now.toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = `${stamp}_${name.replaceAll(/[^a-z0-9]+/gi, '_').toLowerCase()}`;
  mkdirSync(join(__dirname, 'migrations', folder), { recursive: true });
  writeFileSync(join(__dirname, 'migrations', folder, 'migration.sql'), sql);
  writeFileSync(reachedFile, schemaOnDisk().content);
  return folder;
}
