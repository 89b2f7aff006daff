import { createInstance, type TFunction } from 'i18next';
import en from '../../messages/web.en.json';
import vi from '../../messages/web.vi.json';
import type { Language } from '../../messages/message.js';

/** The words of the screens, so that the journey says what its reader would see there. */
export async function screenWords(language: Language): Promise<TFunction> {
  const words = createInstance();
  return words.init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'web',
    ns: ['web'],
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    resources: { vi: { web: vi }, en: { web: en } },
  });
}
