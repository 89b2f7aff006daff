import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Counts } from '../../api/contract/statistics.js';
import { importInto, referralsFile, referralsMap } from '../import/import-run.js';
import { aReport, apiWorld, base, change, type ApiWorld } from './api-world.js';

let api: ApiWorld;
beforeAll(async () => {
  api = await apiWorld();
  await importInto(api.world.test.url, referralsFile, referralsMap);
  for (const more of [{}, {}, { facts: { sex: 'female' } }, { rehearsal: true }]) {
    expect((await change(await api.as('commune'), '/cases', aReport(more))).status).toBe(201);
  }
}, 300_000);
afterAll(() => api.stop());

const ask = async (query: string, who = 'coordinator'): Promise<Counts> => {
  const answer = await (await api.as(who)).get(`${base}/statistics/counts?${query}`);
  expect([query, answer.status]).toEqual([query, 200]);
  return answer.body as Counts;
};

const live = 'procedure=vn-2025@1';

describe('counts of people', () => {
  test('are those that another program found in the imported records', async () => {
    const columns = {
      first_responder_type: 'firstResponderType',
      exploitation_types: 'exploitation',
      age_at_exploitation: 'ageGroup',
      gender: 'sex',
      nationality: 'nationality',
    } as const;
    const file = join(__dirname, '..', '..', 'data', 'history', 'nrm-referrals-expected-counts.csv');
    const expected = z
      .array(z.record(z.string(), z.string()))
      .parse(parse(readFileSync(file), { columns: true }));
    for (const [column, dimension] of Object.entries(columns)) {
      const { rows } = await ask(`by=quarter,${dimension}&to=2023-12-31&suppress=false`);
      const counted = new Map(
        rows.map((row) => [`${String(row.quarter)} ${String(row[dimension])}`, row.people]),
      );
      const told = expected
        .filter((row) => row['dimension'] === column)
        .map(
          (row) =>
            [`${String(row['referral_quarter'])} ${String(row['value'])}`, Number(row['people'])] as const,
        );
      expect(told.length).toBeGreaterThan(10);
      expect(counted).toEqual(new Map(told));
    }
  });

  test('hold the cases of this system beside them, without rehearsals', async () => {
    expect((await ask('to=2023-12-31')).total).toBe(26_026);
    expect((await ask('')).total).toBe(26_029);
    const { rows, total } = await ask(`by=channel,sex&${live}&suppress=false`);
    expect(total).toBe(3);
    expect(rows).toEqual([
      { channel: 'self-report', sex: null, people: 2 },
      { channel: 'self-report', sex: 'female', people: 1 },
    ]);
  });

  test('of fewer than five are hidden unless asked otherwise, and cannot be computed from the rest', async () => {
    const open = await ask('by=nationality&to=2023-12-31&suppress=false');
    const hidden = await ask('by=nationality&to=2023-12-31');
    expect(hidden.suppressed).toBe(true);
    expect(open.rows.some(({ people }) => people !== null && people < 5)).toBe(true);
    expect(hidden.rows.every(({ people }) => people === null || people >= 5)).toBe(true);
    expect(await ask(`by=sex&${live}`)).toMatchObject({
      total: null,
      rows: [{ people: null }, { people: null }],
    });
    for (const quarter of ['2022-Q3', '2023-Q4']) {
      const { rows } = await ask(`by=sex&quarter=${quarter}`);
      expect(rows.filter(({ people }) => people === null)).not.toHaveLength(1);
    }
  });

  test('are counted over the cases that one coordinates or supervises, and no others', async () => {
    expect((await ask(live, 'coordinator.2014')).total).toBe(0);
    expect((await ask(`${live}&suppress=false`, 'supervisor')).total).toBe(3);
    expect((await ask(`${live}&suppress=false`, 'admin')).total).toBe(0);
  });

  test('an auditor is shown no small cell of cases whose facts are not theirs to see', async () => {
    expect(await ask(`by=sex&${live}&suppress=false`, 'auditor')).toMatchObject({
      suppressed: true,
      total: null,
    });
  });

  test.each(['commune', 'police', 'shelter', 'hotline'])('are not for %s', async (who) => {
    expect((await (await api.as(who)).get(`${base}/statistics/counts`)).status).toBe(403);
  });

  test.each([
    'by=name',
    'by=',
    'from=2023',
    'suppress=no',
    'facts=1',
    'sex=a&sex=b',
    `sex=${'x'.repeat(301)}`,
    'sex=%00',
  ])('%s is refused', async (query) => {
    const answer = await (await api.as('coordinator')).get(`${base}/statistics/counts?${query}`);
    expect([400, 422]).toContain(answer.status);
  });

  test('a value is compared, never run', async () => {
    const { rows, total } = await ask(`by=sex&${live}&sex=${encodeURIComponent(`x' or 'a'='a`)}`);
    expect([rows, total]).toEqual([[], 0]);
  });
});
