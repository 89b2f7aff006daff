import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { onServer } from '../support/world-access.js';
import { untilEnd } from '../support/script.js';
import { until } from '../support/until.js';
import { referralsFile, referralsMap, startImport, workFolder } from './import-run.js';

const rows = 6_000;

describe('npm run import', () => {
  let db: TestDatabase;
  const folder = workFolder();
  const header = 1;
  const some = readFileSync(referralsFile, 'utf8')
    .split('\n')
    .slice(0, header + rows)
    .join('\n');
  const referrals = [folder.write('referrals.csv', some), '--map', referralsMap];
  beforeEach(async () => {
    db = await testDatabase();
  });
  afterEach(() => db.drop());
  afterAll(() => folder.remove());

  const run = (args: readonly string[], env: Record<string, string> = { DATABASE_URL: db.url }) =>
    untilEnd(startImport(args, env));
  const people = () => db.database.historicalRecord.count();

  test('tells what it did, at no less than 300 rows a second, and the second time finds everything there', async () => {
    const first = await run(referrals);
    expect(first.output).toMatch(/Checked 6,000 rows: 6,000 good, 0 rejected/);
    expect(first.output).toMatch(/Done: 6,000 added, 0 already there, 0 rejected/);
    expect(first.code).toBe(0);
    const rate = /6,000 of 6,000 rows written, ([\d,]+) a second/.exec(first.output)?.[1] ?? '0';
    expect(Number(rate.replaceAll(',', ''))).toBeGreaterThan(300);
    const second = await run(referrals);
    expect(second.output).toMatch(/Done: 0 added, 6,000 already there, 0 rejected/);
    expect(await people()).toBe(rows);
  });

  test('killed half-way and repeated, it ends in the same table as if it had never been killed', async () => {
    await run(referrals);
    const undisturbed = await digest(db.url);
    await db.database.historicalRecord.deleteMany();

    // Somebody holds the key of row 3,000: the import stops there, with what came before written.
    const holder = await connected(db.url);
    await holder.query('begin');
    await holder.query(
      `insert into historical_record (source, row_ref, original, received_from, received_to, year, quarter, mapped)
       values ('uk-nrm', 'NRM-2022Q3-03000', '{}', '', '', 0, '', '{}')`,
    );
    const child = startImport(referrals, { DATABASE_URL: db.url });
    const ended = untilEnd(child);
    await untilSomebodyWaits(db.url);
    child.kill('SIGKILL');
    expect((await ended).code).toBeNull();
    const written = await people();
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(rows);
    await holder.query('rollback');
    await holder.end();

    const again = await run(referrals);
    expect(again.output).not.toMatch(/Done: 6,000 added/);
    expect(again.code).toBe(0);
    expect(await digest(db.url)).toBe(undisturbed);
  });

  test('ends with 1 when rows were rejected, names their lines, and has the good ones in', async () => {
    const file = folder.write(
      'some.csv',
      [
        'row_ref,referral_quarter,first_responder_type,first_responder,exploitation_types,age_at_exploitation,gender,nationality,remark',
        'A1,2022-Q3,Police,Kent Police,Labour,Adult (18 or over),Male,Albanian,Nguyen Van Canary',
        'A2,2022-Q3,Police,Kent Police,Labour,Adult (18 or over),Nguyen Van Canary,Albanian,',
      ].join('\n'),
    );
    const { code, output } = await run([file, '--map', referralsMap]);
    expect(output).toMatch(/line 3: gender: the mapping has no code for this value/);
    expect(output).toMatch(/left out: remark/);
    expect(output).toMatch(/some\.rejected\.csv/);
    expect(output).not.toMatch(/Canary/);
    expect(code).toBe(1);
    expect(JSON.stringify(await db.database.historicalRecord.findMany())).not.toMatch(/Canary|"A2"/);
    expect(await people()).toBe(1);
  });

  test('finds the database of the running system by the note in its home', async () => {
    folder.write('database-url', db.url);
    const file = folder.write('none.csv', 'ref\n');
    const { output } = await run([file, '--map', referralsMap], { LOIVE_HOME: folder.path });
    expect(output).toMatch(/lacks columns/);
  });

  test.each([
    ['no arguments', () => [[], {}], /Use: npm run import/, 2],
    ['no mapping', () => [[referralsFile], {}], /Use: npm run import/, 2],
    ['an unknown option', () => [[...referrals, '--force'], {}], /Use: npm run import/, 2],
    [
      'no database',
      () => [referrals, { LOIVE_HOME: join(folder.path, 'none') }],
      /DATABASE_URL is not set .* start everything with npm start/,
      78,
    ],
    [
      'a database that does not answer',
      () => [referrals, { DATABASE_URL: 'postgresql://u:secret@127.0.0.1:9/x' }],
      /No PostgreSQL answers at 127\.0\.0\.1:9\/x/,
      2,
    ],
    [
      'a database that is not there',
      () => [referrals, { DATABASE_URL: onServer(db.url, `no_${randomUUID()}`) }],
      /There is no database .* run npm run migrate first/,
      2,
    ],
    [
      'a database without tables',
      () => [referrals, { DATABASE_URL: onServer(db.url, 'postgres') }],
      /not up to date: run npm run migrate first/,
      2,
    ],
    [
      'a file that is not there',
      () => [['no.csv', '--map', referralsMap], { DATABASE_URL: db.url }],
      /There is no file no\.csv/,
      2,
    ],
  ] satisfies [string, () => [string[], Record<string, string>], RegExp, number][])(
    'with %s it says so in a sentence',
    async (...[, given, sentence, expected]) => {
      const { code, output } = await run(...given());
      expect(output).toMatch(sentence);
      expect(output).not.toMatch(/secret|\n\s+at /);
      expect(code).toBe(expected);
    },
  );
});

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

async function asked(url: string, sql: string): Promise<unknown> {
  const client = await connected(url);
  try {
    const answer = await client.query(sql);
    return z.tuple([z.object({ answer: z.unknown() })]).parse(answer.rows)[0].answer;
  } finally {
    await client.end();
  }
}

/** Everything that the import writes but the moment of writing. */
const digest = (url: string) =>
  asked(
    url,
    `select md5(string_agg((to_jsonb(r) - 'imported_at')::text, ',' order by source, row_ref)) as answer from historical_record r`,
  );

async function untilSomebodyWaits(url: string): Promise<void> {
  const waiting = `select count(*)::int as answer from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await until('the import comes to the row that is held', async () => (await asked(url, waiting)) === 1);
}
