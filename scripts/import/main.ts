import { parseArgs } from 'node:util';
import { configOrExit, readDatabaseUrl } from '../../config.js';
import { dateOf } from '../../domain/time/plain-date.js';
import { fromEpochMs } from '../../domain/time/instant.js';
import { createPool } from '../../prisma/client.js';
import { importFile, type ImportOrder, type ImportResult } from './import-file.js';
import { ImportProblem } from './import-problem.js';
import { printProgress, printResult } from './report.js';
import { readMapping } from './read-mapping.js';
import { openRecordStore } from './record-store.js';
import { databaseSentence } from './database-sentence.js';

const usage = `Use: npm run import -- FILE.csv --map MAP.yaml
Takes records of another system into the statistics. How to write MAP.yaml: docs/import.md.
Exit code: 0 every row is in; 1 the good rows are in, the others were rejected; 2 nothing was imported.`;

/** `npm run import -- FILE.csv --map MAP.yaml` */
async function main(args: readonly string[]): Promise<number> {
  const order = orderOf(args);
  if (!order) {
    console.error(usage);
    return 2;
  }
  const result = await run(order, configOrExit(readDatabaseUrl));
  printResult(result);
  return result.rejections.length > 0 ? 1 : 0;
}

function orderOf(args: readonly string[]): ImportOrder | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { map: { type: 'string' } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0 || values.map === undefined) return undefined;
    return { file, readMapping: readMapping(values.map), today: dateOf(fromEpochMs(Date.now())) };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

async function run(order: ImportOrder, databaseUrl: string): Promise<ImportResult> {
  const pool = createPool(databaseUrl, { connections: 1 });
  try {
    const client = await pool.connect();
    try {
      const store = await openRecordStore(client, order.readMapping.mapping.source);
      return await importFile(order, store, printProgress(Date.now));
    } finally {
      // Destroyed, not given back: the lock on the source is the connection's.
      client.release(true);
    }
  } catch (error) {
    throw databaseSentence(error, databaseUrl) ?? error;
  } finally {
    await pool.end();
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof ImportProblem ? error.message : error);
    process.exitCode = 2;
  },
);
