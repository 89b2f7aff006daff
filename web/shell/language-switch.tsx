import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage, showLanguage, type Language } from '../words/language.js';

const other = { vi: 'en', en: 'vi' } as const satisfies Record<Language, Language>;
const names = { vi: 'Tiếng Việt', en: 'English' } as const satisfies Record<Language, string>;

/** Named in the language it leads to, so that whoever needs it can read it. */
export function LanguageSwitch(): ReactNode {
  useTranslation();
  const target = other[currentLanguage()];
  return (
    <Button variant="subtle" lang={target} onClick={() => void showLanguage(target)}>
      {names[target]}
    </Button>
  );
}
