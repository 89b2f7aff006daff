import { Alert, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A page could not be shown: most often because its part of the program did not arrive. */
export function PageFailed(): ReactNode {
  const { t } = useTranslation();
  return (
    <Alert color="red" title={t('failed.title')} role="alert">
      <p>{t('failed.what')}</p>
      <Button
        variant="default"
        onClick={() => {
          window.location.reload();
        }}
      >
        {t('failed.reload')}
      </Button>
    </Alert>
  );
}
