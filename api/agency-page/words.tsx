import { createInstance, type i18n } from 'i18next';
import { createContext, useContext, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import en from '../../messages/web.en.json';
import vi from '../../messages/web.vi.json';
import { message, type Language, type MessageKey } from '../../messages/message.js';

const catalogues = { vi, en } satisfies Record<Language, Record<string, string>>;

/** The catalogue of the screens, on the server: one instance for each language, since requests share it. */
const instances = {
  vi: instanceFor('vi'),
  en: instanceFor('en'),
} satisfies Record<Language, i18n>;

function instanceFor(language: Language): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'web',
    ns: ['web'],
    resources: { [language]: { web: catalogues[language] } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false }, // React escapes
    initAsync: false,
  });
  return instance;
}

export const wordsOf = (language: Language) => instances[language].t;

const PageLanguage = createContext<Language>('vi');
export const useLanguage = (): Language => useContext(PageLanguage);

/** Sentences of this page alone; those that it shares with the screens come from `useTranslation`. */
export function useSay(): (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string {
  const language = useLanguage();
  return (key, values) => message(language, key, values);
}

interface Props {
  readonly language: Language;
  readonly children: ReactNode;
}

export const InLanguage = ({ language, children }: Props): ReactNode => (
  <PageLanguage value={language}>
    <I18nextProvider i18n={instances[language]}>{children}</I18nextProvider>
  </PageLanguage>
);
