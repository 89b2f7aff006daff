import { periodFormats, readPeriod } from '../../../domain/history/period.js';

const any = periodFormats;

describe('the period in which a report was received', () => {
  test.each([
    ['2022-Q3', '2022-07-01', '2022-09-30', '2022-Q3'],
    ['Q4/2023', '2023-10-01', '2023-12-31', '2023-Q4'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024-Q1'],
    ['2/2023', '2023-02-01', '2023-02-28', '2023-Q1'],
    ['2023-12-31', '2023-12-31', '2023-12-31', '2023-Q4'],
    ['1/4/2023', '2023-04-01', '2023-04-01', '2023-Q2'],
  ])('%s runs from %s to %s, in %s', (...[text, from, to, quarter]) => {
    expect(readPeriod(text, any)).toEqual({ from, to, year: Number(from.slice(0, 4)), quarter });
  });

  test.each([
    '2022-Q5',
    'Q0/2022',
    '2022-13',
    '00/2022',
    '30/02/2023',
    '2023-02-29',
    '2022',
    '2022-Q3 ',
    '',
    '22-Q3',
    '2022-q3',
    '٢٠٢٢-Q3',
    '0000-Q1-Q2',
  ])('"%s" is no period', (text) => {
    expect(readPeriod(text, any)).toBeUndefined();
  });

  test('is read only in the formats of the mapping', () => {
    expect(readPeriod('2022-Q3', ['YYYY-MM', 'DD/MM/YYYY'])).toBeUndefined();
  });
});
