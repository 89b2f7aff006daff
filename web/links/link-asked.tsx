import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { momentWords } from '../time/display.js';

/** The agency holds a link that is good no more and asked for another. */
export function LinkAsked({ at }: { readonly at: string | undefined }): ReactNode {
  const { t } = useTranslation();
  if (at === undefined) return null;
  return <span className="flag flag-urgent">{t('links.asked-again', { at: momentWords(at) })}</span>;
}
