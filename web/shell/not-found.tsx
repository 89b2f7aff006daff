import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from './page-title.js';
import { WayBack } from './way-back.js';

export function NotFound(): ReactNode {
  const { t } = useTranslation();
  usePageTitle(t('not-found.title'));
  return (
    <div className="page stack">
      <h1>{t('not-found.title')}</h1>
      <p>{t('not-found.what')}</p>
      <WayBack />
    </div>
  );
}
