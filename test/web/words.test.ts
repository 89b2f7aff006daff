import apiEn from '../../messages/en.json';
import apiVi from '../../messages/vi.json';
import webEn from '../../messages/web.en.json';
import webVi from '../../messages/web.vi.json';

const english: Readonly<Record<string, string>> = webEn;
const blanks = (sentence: string): readonly string[] => (sentence.match(/\{\w+\}/g) ?? []).sort();

describe('the sentences of the screens', () => {
  it('fill the same blanks in both languages', () => {
    const differing = Object.entries(webVi).filter(
      ([key, sentence]) => blanks(sentence).join() !== blanks(english[key] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('are not empty', () => {
    const empty = Object.entries({ ...webVi, ...webEn }).filter(([, sentence]) => sentence.trim() === '');
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
