import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { importInto, workFolder } from './import-run.js';

const map = `
source: test
rowRef: [ref]
received: { column: when, formats: [YYYY-Qn] }
dimensions:
  sex: { column: sex, fold: [case], values: { f: female, m: male }, unmapped: reject }
  firstResponder: { column: by, unmapped: keep }
`;
const header = 'ref,when,sex,by';

describe('a file with bad rows', () => {
  let db: TestDatabase;
  const folder = workFolder();
  const mapFile = folder.write('map.yaml', map);
  let files = 0;

  beforeAll(async () => {
    db = await testDatabase();
  });
  afterEach(() => db.database.historicalRecord.deleteMany());
  afterAll(async () => {
    folder.remove();
    await db.drop();
  });

  async function importing(content: string | Buffer, name = `table${String((files += 1))}.csv`) {
    const result = await importInto(db.url, folder.write(name, content), mapFile);
    const told = result.rejections.map(({ line, reasons }) => `${String(line)}: ${reasons.join('; ')}`);
    return { ...result, told };
  }
  const inTable = async () =>
    (await db.database.historicalRecord.findMany({ orderBy: { rowRef: 'asc' } })).map(({ rowRef }) => rowRef);

  const lines = (...rows: string[]) => [header, ...rows].join('\n');

  test.each<[string, string | Buffer, string[], string[]]>([
    [
      'byte-order mark and CRLF',
      `\ufeff${lines('1,2022-Q3,f,A', '2,2022-Q4,m,B').replaceAll('\n', '\r\n')}\r\n`,
      [],
      ['1', '2'],
    ],
    ['no line end after the last row', lines('1,2022-Q3,f,A'), [], ['1']],
    [
      'a value with line ends, delimiters and quotation marks',
      `${header},remark\n1,2022-Q3,f,A,"A, ""B""\r\nC"\n2,2022-Q5,f,A,`,
      ['4: when: no such period in the formats of the mapping'],
      ['1'],
    ],
    [
      'empty lines and rows of delimiters',
      lines('', '1,2022-Q3,f,A', ',,,', ',,,,,,', '\r', '2,2022-Q3,f,A'),
      [],
      ['1', '2'],
    ],
    [
      'a quotation mark that is never closed',
      lines('1,2022-Q3,f,A', '2,2022-Q3,f,"B', '3,2022-Q3,m,C'),
      ['3: a quotation mark is opened and never closed'],
      ['1', '3'],
    ],
    [
      'a quotation mark that only the next one closes',
      lines('1,2022-Q3,f,"A', '2,2022-Q3,m,C', '3,2022-Q3,m,"D, E"'),
      ['2: text stands after a closing quotation mark, or an earlier one is missing'],
      ['2', '3'],
    ],
    [
      'a quotation mark that swallows a row',
      lines('1,2022-Q3,f,"A', '2,2022-Q3,m,C"', '3,2022-Q3,m,D'),
      ['2: by: a line end inside a value; a quotation mark before it may not be closed'],
      ['3'],
    ],
    [
      'text after a quotation mark',
      lines('1,2022-Q3,f,"A"x', '2,2022-Q3,f,A'),
      ['2: text stands after a closing quotation mark, or an earlier one is missing'],
      ['2'],
    ],
    [
      'a quotation mark inside a value',
      lines('1,2022-Q3,f,A"x', '2,2022-Q3,f,A'),
      ['2: a quotation mark stands inside a value that does not begin with one'],
      ['2'],
    ],
    [
      'too few and too many columns',
      lines('1,2022-Q3,f', '2,2022-Q3,f,A,B', '3,2022-Q3,f,A'),
      ['2: it has more or fewer columns than the header', '3: it has more or fewer columns than the header'],
      ['3'],
    ],
    [
      'an unknown quarter',
      lines('1,2022-Q5,f,A', '2,2099-Q1,f,A'),
      ['2: when: no such period in the formats of the mapping', '3: when: the period has not begun yet'],
      [],
    ],
    [
      'no row reference',
      lines(',2022-Q3,f,A', '" ",2022-Q3,f,A'),
      ['2: ref: no row reference', '3: ref: no row reference'],
      [],
    ],
    [
      'a row reference twice',
      lines('1,2022-Q3,f,A', '1,2022-Q3,f,A', '2,2022-Q3,f,A'),
      ['3: the row reference stands in an earlier row of this file (line 2)'],
      ['1', '2'],
    ],
    [
      'control characters',
      lines('1,2022-Q3,f,A\u0000', '2,2022-Q3,f,\u001b[2J', '3,2022-Q3,f,\u202eA'),
      [2, 3, 4].map(
        (line) => `${String(line)}: by: a control character or a mark that turns the direction of writing`,
      ),
      [],
    ],
    [
      'bytes that are no UTF-8',
      Buffer.from(lines('1,2022-Q3,f,H\u00f2a', '2,2022-Q3,f,A'), 'latin1'),
      ['2: not valid UTF-8'],
      ['2'],
    ],
    [
      'a surrogate without its half',
      Buffer.concat([
        Buffer.from(`${header}\n1,2022-Q3,f,`),
        Buffer.from([0xed, 0xa0, 0x80]),
        Buffer.from('\n2,2022-Q3,f,A'),
      ]),
      ['2: not valid UTF-8'],
      ['2'],
    ],
    [
      'a value of 10 MB',
      lines(`1,2022-Q3,f,${'x'.repeat(10_000_000)}`, '2,2022-Q3,f,A'),
      ['2: it is longer than 1 MB, or a quotation mark is never closed'],
      ['2'],
    ],
    [
      'a value of 10 MB in quotation marks',
      lines(`1,2022-Q3,f,"${'x'.repeat(10_000_000)}"`, '2,2022-Q3,f,A'),
      ['2: it is longer than 1 MB, or a quotation mark is never closed'],
      ['2'],
    ],
    [
      'a value that no code was given for',
      lines('1,2022-Q3,x,A', '2,2022-Q3,,A'),
      ['2: sex: the mapping has no code for this value', '3: sex: no value'],
      [],
    ],
    [
      'several faults in one row',
      lines(',2022-Q9,x,A'),
      [
        '2: ref: no row reference; when: no such period in the formats of the mapping; sex: the mapping has no code for this value',
      ],
      [],
    ],
    ['only a header', header, [], []],
  ])('%s', async (...[, content, told, there]) => {
    expect((await importing(content)).told).toEqual(told);
    expect(await inTable()).toEqual(there);
  });

  test.each([
    ['an empty file', '', /is empty/],
    ['a file of blank lines', '\n\n', /is empty/],
    [
      'a missing column',
      'ref,when,by\n1,2022-Q3,A',
      /lacks columns that the mapping names: sex\. It has: ref, when, by/,
    ],
    [
      'another delimiter',
      'ref;when;sex;by\n1;2022-Q3;f;A',
      /lacks columns .* \(read with the delimiter ","\)/,
    ],
    ['a column twice', 'ref,when,sex,by,sex\n1,2022-Q3,f,A,m', /two columns named "sex"/],
    [
      'a header that is no UTF-8',
      Buffer.from('ref,when,sex,by,gi\u00f2\n', 'latin1'),
      /The header of .* cannot be read/,
    ],
    ['UTF-16', Buffer.from(`\ufeff${header}\n1,2022-Q3,f,A`, 'utf16le'), /is UTF-16: save it as/],
  ])('%s stops everything before anything is written', async (_, content, message) => {
    await expect(importing(content)).rejects.toThrow(message);
    expect(await inTable()).toEqual([]);
  });

  test('identical rows are different people', async () => {
    await importing(lines('1,2022-Q3,f,A', '2,2022-Q3,f,A'));
    expect(await inTable()).toEqual(['1', '2']);
  });

  test('a row that is there with other values is rejected and changes nothing', async () => {
    await importing(lines('1,2022-Q3,f,A', '2,2022-Q3,f,A'));
    const again = await importing(lines('1,2022-Q3,f,A', '2,2022-Q3,m,A', '3,2022-Q3,m,A'));
    expect(again.told).toEqual(['3: already imported with other values']);
    expect(again).toMatchObject({ good: 2, added: 1, remapped: 0 });
    const second = await db.database.historicalRecord.findFirst({ where: { rowRef: '2' } });
    expect(second?.mapped).toMatchObject({ sex: ['female'] });
  });

  test('a better mapping gives rows that are there their new codes', async () => {
    const file = folder.write('remap.csv', lines('1,2022-Q3,f,A', '2,2022-Q3,m,A'));
    await importInto(db.url, file, mapFile);
    const better = folder.write('better.yaml', map.replace('f: female', 'f: woman'));
    expect(await importInto(db.url, file, better)).toMatchObject({ added: 0, remapped: 1 });
    const first = await db.database.historicalRecord.findFirst({ where: { rowRef: '1' } });
    expect(first).toMatchObject({
      mapped: { sex: ['woman'] },
      recorded: { sex: 'f' },
      original: { sex: 'f' },
    });
  });

  test('the rejected rows are written so that no spreadsheet runs them', async () => {
    const { rejectedFile } = await importing(
      lines(`=cmd|' /C calc'!A0,2022-Q9,f,@SUM(1)`, `2,2022-Q9,f,'-1`, '+3,2022-Q3,f,-B'),
    );
    const text = readFileSync(rejectedFile ?? '', 'utf8');
    const rows: unknown = parse(text, { bom: true });
    expect(rows).toEqual([
      [...header.split(','), 'import_line', 'import_reason'],
      [
        `'=cmd|' /C calc'!A0`,
        '2022-Q9',
        'f',
        `'@SUM(1)`,
        '2',
        'when: no such period in the formats of the mapping',
      ],
      ['2', '2022-Q9', 'f', `''-1`, '3', 'when: no such period in the formats of the mapping'],
    ]);
    expect(await inTable()).toEqual(['+3']);
  });

  test('a corrected file of rejected rows goes in with the values of the source', async () => {
    const { rejectedFile = '' } = await importing(
      lines('=1,2022-Q9,f,@A', '2,2022-Q9,f,"B, ""b"""', '3,2022-Q3,f,"unclosed', '4,2022-Q3,m,D'),
    );
    const corrected = readFileSync(rejectedFile, 'utf8').replaceAll('2022-Q9', '2022-Q4');
    const again = await importing(corrected);
    expect(again.told).toHaveLength(1);
    const there = await db.database.historicalRecord.findMany({ orderBy: { rowRef: 'asc' } });
    expect(there.map(({ original }) => original)).toEqual([
      { ref: '2', when: '2022-Q4', sex: 'f', by: 'B, "b"' },
      { ref: '4', when: '2022-Q3', sex: 'm', by: 'D' },
      { ref: '=1', when: '2022-Q4', sex: 'f', by: '@A' },
    ]);
  });

  test('a file that somebody is correcting is not overwritten', async () => {
    const content = lines('1,2022-Q9,f,A');
    const first = await importing(content, 'kept.csv');
    const same = await importing(content, 'kept.csv');
    expect(same.rejectedFile).toBe(first.rejectedFile);
    folder.write('kept.rejected.csv', 'being corrected');
    const other = await importing(content, 'kept.csv');
    expect(other.rejectedFile).toBe(join(folder.path, 'kept.rejected-2.csv'));
    expect(readFileSync(first.rejectedFile ?? '', 'utf8')).toBe('being corrected');
  });
});
