import fc from 'fast-check';
import { codesOf } from '../../../domain/history/codes-of.js';
import type { DimensionMapping } from '../../../domain/history/source-mapping.js';
import { foldings, foldSpelling, type Folding } from '../../../domain/history/spelling.js';

const words = {
  Labour: 'labour',
  Domestic: 'domestic',
  Sexual: 'sexual',
  'Organ Harvesting': 'organs',
};
const nationalities = {
  Albanian: 'AL',
  Greek: 'GR',
  Sudanese: 'SD',
  'South Sudanese': 'SS',
  'South African': 'ZA',
  'Sierra Leonean': 'SL',
  Guinean: 'GN',
  'Papua New Guinean': 'PG',
  'Citizen of the Dominican Republic': 'DO',
  'Congolese (DRC)': 'CD',
  UK: 'GB',
};

function aMapping(values: Record<string, string>, rule: Partial<DimensionMapping> = {}): DimensionMapping {
  const fold: readonly Folding[] = rule.fold ?? foldings;
  const codes = new Map(Object.entries(values).map(([value, code]) => [foldSpelling(value, fold), code]));
  return { column: 'c', split: 'none', unmapped: 'reject', ...rule, fold, codes };
}

describe('a cell with several values', () => {
  const byMarks = aMapping(words, { split: { at: [',', '&'] } });
  test.each([
    ['Labour', ['labour']],
    ['Labour & Domestic', ['labour', 'domestic']],
    ['Labour, Domestic & Sexual', ['labour', 'domestic', 'sexual']],
    ['Labour, Domestic, Organ Harvesting', ['labour', 'domestic', 'organs']],
    [' labour ,SEXUAL,', ['labour', 'sexual']],
    ['Labour & labour', ['labour']],
  ])('"%s" holds %j', (cell, codes) => {
    expect(codesOf(cell, byMarks)).toEqual(codes);
  });

  test('is refused as a whole when one of its values is unknown', () => {
    expect(codesOf('Labour & Fishing', byMarks)).toBe('value-unmapped');
  });

  const sideBySide = aMapping(nationalities, { split: 'known-values' });
  test.each([
    ['Albanian Greek', ['AL', 'GR']],
    ['Sierra Leonean UK', ['SL', 'GB']],
    ['Sudanese South Sudanese', ['SD', 'SS']],
    ['South Sudanese South African', ['SS', 'ZA']],
    ['Papua New Guinean', ['PG']],
    ['Citizen of the Dominican Republic Albanian', ['DO', 'AL']],
    ['Congolese Drc ', ['CD']],
    ['Congolese (Drc) UK', ['CD', 'GB']],
  ])('"%s" is cut where the known values end: %j', (cell, codes) => {
    expect(codesOf(cell, sideBySide)).toEqual(codes);
  });

  test('is not cut by guessing', () => {
    const twoWays = aMapping({ 'a b': '1', c: '2', a: '3', 'b c': '4' }, { split: 'known-values' });
    expect(codesOf('a b c', twoWays)).toBe('value-unmapped');
    expect(codesOf('Albanian Martian', sideBySide)).toBe('value-unmapped');
    expect(codesOf('Greek '.repeat(50), sideBySide)).toBe('value-unmapped');
  });

  test('any two nationalities in a row are found again', () => {
    const names = fc.constantFrom(...Object.keys(nationalities));
    fc.assert(
      fc.property(names, names, (first, second) => {
        const found = codesOf(`${first} ${second}`, sideBySide);
        const expected = new Set(
          Object.entries(nationalities).flatMap(([name, code]) =>
            name === first || name === second ? [code] : [],
          ),
        );
        expect(new Set(found)).toEqual(expected);
      }),
    );
  });
});

describe('a value that the mapping does not name', () => {
  test.each([
    ['reject', 'value-unmapped'],
    ['keep', ['Kent Police']],
    [{ code: 'other' }, ['other']],
  ] as const)('with %j becomes %j', (unmapped, expected) => {
    expect(codesOf(' Kent  Police', aMapping({}, { unmapped }))).toEqual(expected);
  });

  test.each([
    ['reject', 'value-empty'],
    ['keep', []],
    [{ code: 'unknown' }, ['unknown']],
  ] as const)('and is empty: with %j it becomes %j', (unmapped, expected) => {
    expect(codesOf('  ', aMapping({}, { unmapped }))).toEqual(expected);
  });

  test('an empty cell may have a code of its own', () => {
    expect(codesOf('', aMapping({ '': 'unknown' }))).toEqual(['unknown']);
  });
});

test('spelling is folded only as far as the mapping says', () => {
  expect(codesOf('uk', aMapping(nationalities, { fold: ['spaces'] }))).toBe('value-unmapped');
  expect(codesOf('Congolese Drc', aMapping(nationalities, { fold: ['case'] }))).toBe('value-unmapped');
  // Composed and decomposed letters look the same and are the same.
  expect(codesOf('Hòa'.normalize('NFD'), aMapping({ Hòa: 'x' }, { fold: [] }))).toEqual(['x']);
});
