import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from './page-title.js';

/** A page could not be shown: most often because its part of the program did not arrive. */
export function PageFailed(): ReactNode {
  const { t } = useTranslation();
  usePageTitle(t('failed.title'));
  return (
    <div className="page stack" role="alert">
      <h1>{t('failed.title')}</h1>
      <p>{t('failed.what')}</p>
      <div>
        <Button
          variant="default"
          onClick={() => {
            window.location.reload();
          }}
        >
          {t('failed.reload')}
        </Button>
      </div>
    </div>
  );
}
