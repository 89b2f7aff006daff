import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

type Catalogue = Record<Language, () => Promise<{ default: Record<string, string> }>>;

const shared: Catalogue = {
  vi: () => import('../../messages/web.vi.json'),
  en: () => import('../../messages/web.en.json'),
};

/** What only the administration says: nobody else waits for it. */
const administration: Catalogue = {
  vi: () => import('../../messages/admin.vi.json'),
  en: () => import('../../messages/admin.en.json'),
};

/** What only a case, its registration, the procedures and rehearsals say. */
const ofCase: Catalogue = {
  vi: () => import('../../messages/case.vi.json'),
  en: () => import('../../messages/case.en.json'),
};

/** What the screens that were opened so far need. */
const needed = new Set([shared]);
const loaded = new Set<Catalogue[Language]>();

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
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

async function load(language: Language): Promise<void> {
  const missing = [...needed].map((catalogue) => catalogue[language]).filter((each) => !loaded.has(each));
  await Promise.all(
    missing.map(async (each) => {
      i18next.addResourceBundle(language, 'web', (await each()).default, true);
      loaded.add(each);
    }),
  );
}

const withWords =
  (catalogue: Catalogue) =>
  async <Screen>(screen: Promise<Screen>): Promise<Screen> => {
    needed.add(catalogue);
    await load(currentLanguage());
    return screen;
  };

/** A screen of the administration, with its sentences in the language that is shown. */
export const withAdminWords = withWords(administration);

/** A page of one case or of its registration, of the procedures or of rehearsals. */
export const withCaseWords = withWords(ofCase);
