import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainDate } from '../../domain/time/plain-date.js';
import { createPool } from '../../prisma/client.js';
import { importFile, type ImportResult } from '../../scripts/import/import-file.js';
import { readMapping } from '../../scripts/import/read-mapping.js';
import { openRecordStore } from '../../scripts/import/record-store.js';
import { startScript } from '../support/script.js';

const root = join(__dirname, '..', '..');
export const referralsFile = join(root, 'data', 'history', 'nrm-referrals-2022q3-2023q4.csv');
export const referralsMap = join(root, 'data', 'mappings', 'nrm-referrals.yaml');

/** A folder for one test file; remove it in `afterAll`. */
export function workFolder(): {
  path: string;
  write(name: string, content: string | Buffer): string;
  remove(): void;
} {
  const path = mkdtempSync(join(tmpdir(), 'loive-import-'));
  return {
    path,
    write(name, content) {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Imports in this process, in November 2026. */
export async function importInto(databaseUrl: string, file: string, map: string): Promise<ImportResult> {
  const read = readMapping(map);
  const pool = createPool(databaseUrl, { connections: 1 });
  const client = await pool.connect();
  try {
    const store = await openRecordStore(client, read.mapping.source);
    const order = { file, readMapping: read, today: plainDate('2026-11-24') };
    return await importFile(order, store, { checked: () => undefined, written: () => undefined });
  } finally {
    client.release(true);
    await pool.end();
  }
}

/** The command as people run it, as a process of its own. */
export const startImport = (args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess =>
  startScript('import/main.ts', args, env);
