import { csvOf } from '../../web/cases/cases-csv.js';

describe('a list as a file for spreadsheets', () => {
  it.each(['=1+1', '+84', '-2', '@SUM(A1)', '\tx'])('does not let %j be run as a formula', (text) => {
    expect(csvOf([[text]])).toBe(`\uFEFF'${text}\r\n`);
  });

  it('keeps semicolons, quotes and lines inside their cell', () => {
    expect(csvOf([['a;b', 'nói "có"', 'một\nhai', '']])).toBe('\uFEFF"a;b";"nói ""có""";"một\nhai";\r\n');
  });

  it('leaves codes and Vietnamese words as they are', () => {
    expect(
      csvOf([
        ['HN-2026-000042', 'Đang mở'],
        ['27/11/2026 00:00', '3'],
      ]),
    ).toBe('\uFEFFHN-2026-000042;Đang mở\r\n27/11/2026 00:00;3\r\n');
  });
});
