import { tableOf } from '../../scripts/bench/verdict.js';

/** The cells of each printed row, head and rule left out. */
const cellsOf = (table: string): readonly (readonly string[])[] =>
  table
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

describe('the table of the bench', () => {
  test('says of every number whether its limit is held; the limit itself is held', () => {
    const table = tableOf([
      { what: 'below', value: 2.5, limit: 3 },
      { what: 'at', value: 3, limit: 3 },
      { what: 'above', value: 3.001, limit: 3 },
      { what: 'nothing is allowed', value: 1, limit: 0, digits: 0 },
    ]);
    expect(cellsOf(table).map(([what, , limit, verdict]) => [what, limit, verdict])).toEqual([
      ['below', '≤ 3', 'held'],
      ['at', '≤ 3', 'held'],
      ['above', '≤ 3', 'MISSED'],
      ['nothing is allowed', '≤ 0', 'MISSED'],
    ]);
  });

  test('gives no verdict without a limit, nor on what could not be measured a pass', () => {
    const table = tableOf([
      { what: 'told', value: 7, note: '300 calls' },
      { what: 'no calls', value: Number.NaN, limit: 3 },
    ]);
    expect(cellsOf(table)).toEqual([
      ['told', '7.00', '', '', '300 calls'],
      ['no calls', 'NaN', '≤ 3', 'MISSED', ''],
    ]);
  });

  test('prints every row once, all as wide as each other', () => {
    const measured = ['short', 'a much longer name of a number'].map((what) => ({ what, value: 1 }));
    const lines = tableOf(measured).split('\n');
    expect(lines).toHaveLength(2 + measured.length);
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1);
  });
});
