import adminEn from '../../messages/admin.en.json';
import adminVi from '../../messages/admin.vi.json';
import caseEn from '../../messages/case.en.json';
import caseVi from '../../messages/case.vi.json';
import apiEn from '../../messages/en.json';
import apiVi from '../../messages/vi.json';
import webEn from '../../messages/web.en.json';
import webVi from '../../messages/web.vi.json';

const vietnamese: Readonly<Record<string, string>> = { ...webVi, ...adminVi, ...caseVi };
const english: Readonly<Record<string, string>> = { ...webEn, ...adminEn, ...caseEn };
const blanks = (sentence: string): readonly string[] => (sentence.match(/\{\w+\}/g) ?? []).sort();

describe('the sentences of the screens', () => {
  it('fill the same blanks in both languages', () => {
    const differing = Object.entries(vietnamese).filter(
      ([key, sentence]) => blanks(sentence).join() !== blanks(english[key] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('stand in one catalogue only', () => {
    const all = [webVi, adminVi, caseVi].flatMap((catalogue) => Object.keys(catalogue));
    expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
  });

  it('are not empty', () => {
    const empty = [...Object.entries(vietnamese), ...Object.entries(english)].filter(
      ([, sentence]) => sentence.trim() === '',
    );
    expect(empty).toEqual([]);
  });

  it.each([
    ['phase.', 'vi', webVi, apiVi],
    ['phase.', 'en', webEn, apiEn],
    ['consent-purpose.', 'vi', caseVi, apiVi],
    ['consent-purpose.', 'en', caseEn, apiEn],
  ] as const)('say %s… as the API does (%s)', (...[begin, , web, api]) => {
    const told = (words: Readonly<Record<string, string>>) =>
      Object.entries(words).filter(([key]) => key.startsWith(begin));
    expect(told(web).length).toBeGreaterThan(5);
    expect(told(web).sort()).toEqual(told(api).sort());
  });
});
