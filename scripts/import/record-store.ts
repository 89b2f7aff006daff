import type { PoolClient } from 'pg';
import { z } from 'zod';
import type { HistoricalRecord } from '../../domain/history/historical-record.js';
import { ImportProblem } from './import-problem.js';

export interface Saved {
  readonly added: number;
  /** Already there with the same values, but an earlier mapping gave them other codes. */
  readonly remapped: number;
}

/** The records of one source. Nobody else imports it while this store is open. */
export interface RecordStore {
  /** References of those of these records that are in the table with other values of the source. */
  differing(records: readonly HistoricalRecord[]): Promise<string[]>;
  /** Adds records in one statement: all of them or none. Those that are already there stay as they are. */
  save(records: readonly HistoricalRecord[]): Promise<Saved>;
}

const References = z.array(z.object({ row_ref: z.string() }));
const Counts = z.tuple([z.object({ added: z.int(), remapped: z.int() })]);

/** Waits up to ten seconds for another import of the source to end, then throws an ImportProblem. */
export async function openRecordStore(client: PoolClient, source: string): Promise<RecordStore> {
  await takeLock(client, source);
  return {
    async differing(records) {
      const rows = await client.query(differingSql, [source, JSON.stringify(records.map(toRow))]);
      return References.parse(rows.rows).map(({ row_ref }) => row_ref);
    },
    async save(records) {
      const rows = await client.query(saveSql, [source, JSON.stringify(records.map(toRow))]);
      const [counts] = Counts.parse(rows.rows);
      return counts;
    },
  };
}

/** Held by the session: it ends with the connection, however this process ends. */
async function takeLock(client: PoolClient, source: string): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const taken = await client.query(`select pg_try_advisory_lock(hashtextextended($1, 0)) as taken`, [
      `import ${source}`,
    ]);
    if (z.tuple([z.object({ taken: z.boolean() })]).parse(taken.rows)[0].taken) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new ImportProblem(`Another import of ${source} is running; wait until it has ended.`);
}

function toRow({ rowRef, original, recorded, mapped, received }: HistoricalRecord) {
  return {
    row_ref: rowRef,
    original,
    received_from: received.from,
    received_to: received.to,
    year: received.year,
    quarter: received.quarter,
    recorded,
    mapped,
  };
}

const given = `jsonb_to_recordset($2::jsonb) as given (row_ref text, original jsonb, received_from text,
  received_to text, year int, quarter text, recorded jsonb, mapped jsonb)`;

const differingSql = `
  select row_ref from ${given}
  join historical_record there using (row_ref)
  where there.source = $1 and there.original <> given.original`;

const saveSql = `
  with saved as (
    insert into historical_record as there
      (source, row_ref, original, received_from, received_to, year, quarter, recorded, mapped)
    select $1, row_ref, original, received_from, received_to, year, quarter, recorded, mapped from ${given}
    on conflict (source, row_ref) do update
      set received_from = excluded.received_from, received_to = excluded.received_to, year = excluded.year,
          quarter = excluded.quarter, recorded = excluded.recorded, mapped = excluded.mapped
      where there.original = excluded.original
        and (there.received_from, there.received_to, there.recorded, there.mapped)
          is distinct from (excluded.received_from, excluded.received_to, excluded.recorded, excluded.mapped)
    returning xmax = 0 as is_new
  )
  select count(*) filter (where is_new)::int as added, count(*) filter (where not is_new)::int as remapped from saved`;
