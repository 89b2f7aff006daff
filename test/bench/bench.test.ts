import { Client, escapeIdentifier } from 'pg';
import { measureOverduePage } from '../../scripts/bench/measure-overdue-page.js';
import { tableOf } from '../../scripts/bench/verdict.js';
import { type Ended, startScript, untilEnd } from '../support/script.js';
import { onServer, world } from '../support/world-access.js';

/** `npm run bench` as people run it, on servers of its own. */
const bench = (args: readonly string[]): Promise<Ended> => untilEnd(startScript('bench.ts', args));

/** Name of the number → the number, of every row with one. */
const numbersOf = (output: string): ReadonlyMap<string, number> =>
  new Map(
    [...output.matchAll(/^\| ([^|]+?) +\| ([\d.]+) +\|/gm)].map(([, what = '', value]) => [
      what,
      Number(value),
    ]),
  );

describe('npm run bench, in a small world', () => {
  test('measures commands: the counts hold on any machine, the ratios are told beside their limits', async () => {
    const { code, output } = await bench([
      '--only',
      'commands',
      '--rounds',
      '1',
      '--cases',
      '2',
      '--warm',
      '0',
    ]);
    expect(output).not.toMatch(/could not run/);
    expect(code).toBe(0);
    const numbers = numbersOf(output);
    expect(numbers.get('history events per completed step')).toBeLessThanOrEqual(8);
    expect(numbers.get('history events per refused command')).toBe(0);
    for (const users of ['1 user', '8 users'])
      expect(numbers.get(`complete-task ÷ bare update, ${users}, p50`)).toBeGreaterThan(0);
    expect(numbers.get('start case ÷ bare update-with-start, 1 user, p50')).toBeGreaterThan(0);
  }, 600_000);

  test('measures the overdue page: no more blocks, scans or sorted rows than allowed', async () => {
    const page = `bench_page_${world().run}`;
    const databaseUrl = onServer(world().databaseUrl, page);
    try {
      const numbers = numbersOf(tableOf(await measureOverduePage(databaseUrl, 20_000)));
      for (const who of ['a province', 'the nation']) {
        const what = `overdue page of three teams, supervisor of ${who}`;
        expect(numbers.get(`${what}: blocks read`)).toBeLessThanOrEqual(250);
        expect(numbers.get(`${what}: sequential scans`)).toBe(0);
        expect(numbers.get(`${what}: rows in the largest sort`)).toBeLessThanOrEqual(100);
      }
    } finally {
      await dropDatabase(page);
    }
  });

  test.each([
    [['--rows', 'many'], /--rows must be a whole number of at least 1000/],
    [['--only', 'speed'], /--only takes commands or overdue or deadlines/],
  ])('%j is told what the option takes instead of measuring something else', async (args, sentence) => {
    const { code, output } = await bench(args);
    expect(output).toMatch(sentence);
    expect(code).toBe(1);
  });
});

async function dropDatabase(name: string): Promise<void> {
  const server = new Client({ connectionString: world().databaseUrl });
  await server.connect();
  await server.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
  await server.end();
}
