import { prepareRow } from '../../../domain/history/historical-record.js';
import type { SourceMapping } from '../../../domain/history/source-mapping.js';
import { plainDate } from '../../../domain/time/plain-date.js';

const today = plainDate('2026-11-24');
const mapping: SourceMapping = {
  source: 'a-source',
  rowRef: ['book', 'number'],
  received: { column: 'received', formats: ['YYYY-Qn', 'DD/MM/YYYY'] },
  dimensions: {
    sex: {
      column: 'sex',
      split: 'none',
      fold: ['case', 'spaces'],
      codes: new Map([['f', 'female']]),
      unmapped: 'reject',
    },
  },
  alsoKeep: ['remark'],
};
const good = { book: 'A', number: '7', received: '2023-Q1', sex: ' F ', remark: '=1+1', name: 'a person' };

const faultsOf = (changes: Record<string, string>) => {
  const prepared = prepareRow({ ...good, ...changes }, mapping, today);
  return prepared.ok ? [] : prepared.faults.map(({ fault, column }) => `${column}: ${fault}`);
};

test('a row becomes a record with the source’s values beside the codes', () => {
  expect(prepareRow(good, mapping, today)).toEqual({
    ok: true,
    record: {
      rowRef: 'A/7',
      original: { book: 'A', number: '7', received: '2023-Q1', sex: ' F ', remark: '=1+1' },
      recorded: { sex: ' F ' },
      mapped: { sex: ['female'] },
      received: { from: '2023-01-01', to: '2023-03-31', year: 2023, quarter: '2023-Q1' },
    },
  });
});

test('a column that the mapping does not name is left out', () => {
  expect(JSON.stringify(prepareRow(good, mapping, today))).not.toContain('a person');
});

test.each([
  [{ number: ' ' }, ['book, number: row-ref-empty']],
  [{ number: '7'.repeat(200) }, ['book, number: row-ref-too-long']],
  [{ received: '2023-Q5' }, ['received: period-unknown']],
  [{ received: '30/02/2023' }, ['received: period-unknown']],
  [{ received: '2027-Q1' }, ['received: period-in-future']],
  [{ received: '25/11/2026' }, ['received: period-in-future']],
  [{ received: '24/11/2026' }, []],
  [{ received: '2026-Q4' }, []],
  [{ sex: '' }, ['sex: value-empty']],
  [{ sex: 'x' }, ['sex: value-unmapped']],
  [{ sex: 'f\n' }, ['sex: line-end-in-value']],
  [{ sex: 'f\u0000' }, ['sex: control-character']],
  [{ remark: 'a\u202eb' }, ['remark: control-character']],
  [{ remark: 'two\r\nlines\tand a tab' }, []],
  [{ remark: '\ud800' }, ['remark: not-utf8']],
  [{ remark: '\ufffd' }, ['remark: not-utf8']],
  [{ name: '\u0000' }, []],
  [
    { sex: '', received: '', number: '' },
    ['book, number: row-ref-empty', 'received: period-unknown', 'sex: value-empty'],
  ],
])('with %j it has the faults %j', (changes, faults) => {
  expect(faultsOf(changes)).toEqual(faults);
});

test('two rows never share a reference by the way it is joined', () => {
  const refs = [
    ['a/b', 'c'],
    ['a', 'b/c'],
    ['a\\', 'b'],
    ['a', '\\b'],
  ].map(([book = '', number = '']) => {
    const prepared = prepareRow({ ...good, book, number }, mapping, today);
    return prepared.ok ? prepared.record.rowRef : '';
  });
  expect(new Set(refs).size).toBe(4);
});
