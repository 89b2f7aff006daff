import adminEn from '../../messages/admin.en.json';
import adminVi from '../../messages/admin.vi.json';
import apiEn from '../../messages/en.json';
import apiVi from '../../messages/vi.json';
import webEn from '../../messages/web.en.json';
import webVi from '../../messages/web.vi.json';

const vietnamese: Readonly<Record<string, string>> = { ...webVi, ...adminVi };
const english: Readonly<Record<string, string>> = { ...webEn, ...adminEn };
const blanks = (sentence: string): readonly string[] => (sentence.match(/\{\w+\}/g) ?? []).sort();

describe('the sentences of the screens', () => {
  it('fill the same blanks in both languages', () => {
    const differing = Object.entries(vietnamese).filter(
      ([key, sentence]) => blanks(sentence).join() !== blanks(english[key] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('stand in one catalogue only', () => {
    expect(Object.keys(adminVi).filter((key) => Object.hasOwn(webVi, key))).toEqual([]);
  });

  it('are not empty', () => {
    const empty = [...Object.entries(vietnamese), ...Object.entries(english)].filter(
      ([, sentence]) => sentence.trim() === '',
    );
    expect(empty).toEqual([]);
  });

  it.each([
    ['vi', webVi, apiVi],
    ['en', webEn, apiEn],
  ] as const)('call phases as the API does (%s)', (_language, web, api) => {
    const phases = (words: Readonly<Record<string, string>>) =>
      Object.entries(words).filter(([key]) => key.startsWith('phase.'));
    expect(phases(web).sort()).toEqual(phases(api).sort());
  });
});
