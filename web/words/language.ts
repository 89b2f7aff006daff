import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

const catalogues = {
  vi: () => import('../../messages/web.vi.json'),
  en: () => import('../../messages/web.en.json'),
} satisfies Record<Language, () => Promise<{ default: Record<string, string> }>>;

const remembered = 'loive.language';

const isLanguage = (text: string | null): text is Language => languages.some((language) => language === text);

/** What was chosen on this device; Vietnamese if nothing was. */
export function deviceLanguage(): Language {
  const stored = localStorage.getItem(remembered);
  return isLanguage(stored) ? stored : 'vi';
}

export const deviceLanguageChosen = (): boolean => isLanguage(localStorage.getItem(remembered));

/** The language on the screen now. */
export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'vi';
}

export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: deviceLanguage(),
    fallbackLng: false,
    defaultNS: 'web',
    ns: ['web'],
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false }, // React escapes
    partialBundledLanguages: true,
    resources: {},
    react: { useSuspense: false },
  });
  await show(deviceLanguage());
}

/** Shows the screens in this language, now and on the next visit of this device. */
export async function showLanguage(language: Language): Promise<void> {
  localStorage.setItem(remembered, language);
  await show(language);
}

async function show(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'web')) {
    const catalogue = await catalogues[language]();
    i18next.addResourceBundle(language, 'web', catalogue.default);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
