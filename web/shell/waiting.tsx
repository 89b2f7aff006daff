import { Alert, Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Says that something is coming, but only when it takes long enough to be noticed. */
export function Starting(): ReactNode {
  const { t } = useTranslation();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSlow(true);
    }, 300);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <p className="waiting" role="status">
      {slow ? t('waiting') : ''}
    </p>
  );
}

export function SystemAway({ onRetry }: { readonly onRetry: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Alert color="yellow" title={t('away.title')} role="alert">
      <p>{t('away.detail')}</p>
      <Button variant="default" onClick={onRetry}>
        {t('try-again')}
      </Button>
    </Alert>
  );
}
