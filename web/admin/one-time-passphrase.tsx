import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly username: string;
  /** null: it was told in an earlier answer and is never told again. */
  readonly passphrase: string | null;
}

/** Shown once, kept nowhere: it is handed over and replaced at the first sign-in. */
export function OneTimePassphrase({ username, passphrase }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="card stack done" role="status">
      <h2>{t('users.once-title', { username })}</h2>
      {passphrase === null ? (
        <p>{t('users.once-told')}</p>
      ) : (
        <>
          <p className="one-time">{passphrase}</p>
          <p>{t('users.once-what')}</p>
        </>
      )}
    </section>
  );
}
