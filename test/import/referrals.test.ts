import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { countHistorical } from '../../api/read/historical-counts.js';
import type { Dimension } from '../../domain/history/dimension.js';
import { seededDatabase, type TestDatabase } from '../support/database.js';
import { importInto, referralsFile, referralsMap } from './import-run.js';

const columns = {
  referral_quarter: 'quarter',
  first_responder_type: 'firstResponderType',
  first_responder: 'firstResponder',
  exploitation_types: 'exploitation',
  age_at_exploitation: 'ageGroup',
  gender: 'sex',
  nationality: 'nationality',
} satisfies Record<string, Dimension>;
type Column = keyof typeof columns;
const columnNames = z.array(z.enum(Object.keys(columns) as Column[])).parse(Object.keys(columns));

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const figures = (name: string) =>
  z
    .array(z.record(z.string(), z.string()))
    .parse(parse(readFileSync(join(__dirname, '..', '..', 'data', 'history', name)), { columns: true }));

describe('26,026 referrals of another country', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await seededDatabase('referrals', (_, url) => importInto(url, referralsFile, referralsMap));
  });
  afterAll(() => db.drop());

  test('are all in, in six quarters, and start no case', async () => {
    const { rows, total } = await countHistorical(db.database, { by: ['quarter'], filters: {} });
    expect(total).toBe(26_026);
    expect(rows).toHaveLength(6);
    expect(await db.database.caseRow.count()).toBe(0);
  });

  test('are counted by one dimension as the rows were counted by another program: 1,749 figures', async () => {
    const expected = figures('nrm-referrals-expected-counts.csv');
    expect(expected).toHaveLength(1_749);
    const counted = new Map<string, number>();
    for (const column of ['all', ...columnNames] as const) {
      const by: Dimension[] = column === 'all' ? ['quarter'] : ['quarter', columns[column]];
      for (const { values, people } of (await countHistorical(db.database, { by, filters: {} })).rows) {
        const value = column === 'all' ? 'all' : values[columns[column]];
        counted.set([values.quarter, column, value].join('\n'), people);
      }
    }
    const told = new Map(
      expected.map((row) => [
        [row['referral_quarter'], row['dimension'], row['value']].join('\n'),
        Number(row['people']),
      ]),
    );
    for (const key of counted.keys()) if (key.includes('\nreferral_quarter\n')) counted.delete(key);
    expect(counted).toEqual(told);
  });

  test('are counted by any dimensions together as their publisher counted them: 11,610 figures', async () => {
    const published = figures('nrm-referrals-published-totals.csv');
    expect(published).toHaveLength(11_610);
    const byPattern = grouped(published, (row) =>
      columnNames.filter((column) => row[column] !== 'Total').join(),
    );
    const differences: unknown[] = [];
    for (const [pattern, rows] of byPattern) {
      const wanted = columnNames.filter((column) => pattern.split(',').includes(column));
      const { rows: counts } = await countHistorical(db.database, {
        by: wanted.map((column) => columns[column]),
        filters: {},
      });
      const counted = new Map(
        counts.map(({ values, people }) => [
          wanted.map((column) => values[columns[column]]).join('\n'),
          people,
        ]),
      );
      for (const row of rows) {
        const key = wanted.map((column) => row[column]).join('\n');
        if (counted.get(key) !== Number(row['people'])) differences.push({ row, counted: counted.get(key) });
      }
    }
    expect(differences).toEqual([]);
  });

  test('a filter asks for one value and leaves the rest as it was', async () => {
    const question = {
      by: ['sex'],
      filters: { nationality: 'Vietnamese', year: '2023', ageGroup: 'Child (17 or under)' },
    } as const;
    const { rows, total } = await countHistorical(db.database, question);
    const rowsOfSource = z
      .array(z.record(z.string(), z.string()))
      .parse(parse(readFileSync(referralsFile), { columns: true }))
      .filter((row) => row['nationality'] === 'Vietnamese')
      .filter((row) => row['referral_quarter']?.startsWith('2023'))
      .filter((row) => row['age_at_exploitation'] === 'Child (17 or under)');
    const bySex = grouped(rowsOfSource, (row) => row['gender']);
    expect(total).toBe(rowsOfSource.length);
    expect(new Map(rows.map(({ values, people }) => [values.sex, people]))).toEqual(
      new Map([...bySex].map(([sex, same]) => [sex, same.length])),
    );
  });

  test('by code, a person counts once under each kind of exploitation, and once in the total', async () => {
    const filters = { exploitation: 'organs' };
    const { rows, total } = await countHistorical(db.database, {
      by: ['exploitation'],
      filters,
      values: 'mapped',
    });
    // Seven combinations hold "Organ Harvesting": 10 + 7 + 3 + 2 + 1 + 1 + 1 people.
    expect(total).toBe(25);
    expect(new Map(rows.map(({ values, people }) => [values.exploitation, people]))).toEqual(
      new Map([
        ['organs', 25],
        ['labour', 15],
        ['criminality', 5],
        ['domestic-servitude', 3],
        ['sexual', 3],
      ]),
    );
  });

  test('by code, one nationality in several spellings is one', async () => {
    const congo = { by: ['nationality'], filters: { nationality: 'CD' }, values: 'mapped' } as const;
    // (DRC) 12 + 1, (Drc) 11 + 1 + 1 + 1, Drc 8 + 2 + 1
    expect((await countHistorical(db.database, congo)).total).toBe(38);
    expect(
      (await countHistorical(db.database, { by: [], filters: { nationality: 'Congolese Drc ' } })).total,
    ).toBe(8);
  });

  test('what the source does not tell is counted as not told', async () => {
    const { rows } = await countHistorical(db.database, {
      by: ['province', 'year'],
      filters: { year: '2022' },
    });
    expect(rows).toEqual([{ values: { province: null, year: '2022' }, people: 9_003 }]);
  });

  test('a span of days counts only whole quarters inside it', async () => {
    const span = (from: string, to: string) =>
      countHistorical(db.database, { by: [], filters: {}, from, to });
    expect((await span('2022-07-01', '2022-12-30')).total).toBe(4_586);
    expect((await span('2022-07-02', '2022-12-31')).total).toBe(4_417);
  });

  test('nothing asked in a question is run by the database', async () => {
    const filters = { sex: `x' or 'a'='a`, nationality: '?' };
    expect((await countHistorical(db.database, { by: ['sex'], filters })).rows).toEqual([]);
  });
});
