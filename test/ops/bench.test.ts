import { type Ended, startScript, untilEnd } from '../support/script.js';

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
    const { code, output } = await bench(['--only', 'commands', '--rounds', '1']);
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
    const { code, output } = await bench(['--only', 'overdue', '--rows', '20000']);
    expect(code).toBe(0);
    expect(output).toMatch(/with 20,000 open tasks/);
    const numbers = numbersOf(output);
    for (const who of ['a province', 'the nation']) {
      const page = `overdue page of three teams, supervisor of ${who}`;
      expect(numbers.get(`${page}: blocks read`)).toBeLessThanOrEqual(250);
      expect(numbers.get(`${page}: sequential scans`)).toBe(0);
      expect(numbers.get(`${page}: rows in the largest sort`)).toBeLessThanOrEqual(100);
    }
  }, 600_000);

  test('says what an option takes instead of measuring something else', async () => {
    expect(await bench(['--rows', 'many'])).toEqual({
      code: 1,
      output: expect.stringMatching(/--rows must be a whole number of at least 1000/) as string,
    });
    expect((await bench(['--only', 'speed'])).output).toMatch(
      /--only takes commands or overdue or deadlines/,
    );
  });
});
