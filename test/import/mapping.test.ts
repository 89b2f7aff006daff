import { readMapping } from '../../scripts/import/read-mapping.js';
import { referralsMap, workFolder } from './import-run.js';

const good = `
source: test
rowRef: [ref]
received: { column: when, formats: [YYYY-Qn] }
dimensions:
  sex: { column: sex, fold: [case], values: { f: female }, unmapped: reject }
`;

describe('a mapping', () => {
  const folder = workFolder();
  afterAll(() => folder.remove());
  const reading = (text: string) => () => readMapping(folder.write('map.yaml', text));

  test('that the project ships is in order', () => {
    expect(readMapping(referralsMap).mapping.source).toBe('uk-nrm');
  });

  test.each([
    ['an unknown key', `${good}colour: red`, /The file has unknown keys: colour/],
    [
      'an unknown key inside',
      good.replace('column: sex', 'colum: sex'),
      /dimensions\.sex.*unknown keys: colum/,
    ],
    [
      'a dimension that statistics do not have',
      good.replace('  sex:', '  shoeSize:'),
      /dimensions.*shoeSize/,
    ],
    ['a quarter as a dimension', good.replace('  sex:', '  quarter:'), /dimensions.*quarter/],
    ['no source', good.replace('source: test', ''), /source/],
    ['a format that is not known', good.replace('YYYY-Qn', 'MM/DD/YYYY'), /received\.formats\.0/],
    [
      'no rule for unmapped values',
      good.replace(', unmapped: reject', ''),
      /dimensions\.sex\.unmapped: is undefined, not keep/,
    ],
    [
      'a split that is not known',
      good.replace('fold:', 'split: often, fold:'),
      /dimensions\.sex\.split: is "often", not none/,
    ],
    [
      'two codes for one spelling',
      good.replace('f: female', 'f: female, F: other'),
      /"F" is folded to the same spelling/,
    ],
    [
      'a code with blanks',
      good.replace('female', 'not male'),
      /dimensions\.sex\.values\.f: a code has letters/,
    ],
    ['a key twice', good.replace('f: female', 'f: female, f: other'), /is not YAML/],
    ['text that is not YAML', 'source: [', /is not YAML/],
    ['nothing', '', /The file/],
  ])('with %s is refused', (_, text, message) => {
    expect(reading(good)).not.toThrow();
    expect(reading(text)).toThrow(message);
  });

  test('that is not there is named', () => {
    expect(() => readMapping('no/such.yaml')).toThrow(/There is no mapping no\/such.yaml/);
  });
});
