import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shell/icon.js';
import { usePageTitle } from '../shell/page-title.js';
import { PostTitle } from '../shell/post-title.js';
import { demoAccountsQuery, signInAsDemo } from './demo-accounts.js';
import { SignInCard } from './sign-in-card.js';
import { SignInForm } from './sign-in-form.js';

export function SignInPage({ onSignedIn }: { readonly onSignedIn: () => void }): ReactNode {
  const { t } = useTranslation();
  usePageTitle(t('sign-in.title'));
  return (
    <div className="sign-in">
      <SignInCard title={t('sign-in.title')} what={t('sign-in.what')}>
        <SignInForm onSignedIn={onSignedIn} />
        <p className="quiet">{t('sign-in.secrecy')}</p>
        <p className="hotline">
          <Icon name="phone" />
          <Anchor href="tel:111">{t('hotline')}</Anchor>
        </p>
      </SignInCard>
      <DemoAccounts onSignedIn={onSignedIn} />
    </div>
  );
}

/** Who can be tried where the demo world is on. */
function DemoAccounts({ onSignedIn }: { readonly onSignedIn: () => void }): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery(demoAccountsQuery());
  if (data === undefined || data.accounts.length === 0) return null;
  return (
    <section className="sign-in-card stack" aria-labelledby="demo">
      <h2 id="demo">{t('demo.title')}</h2>
      <p>{t('demo.what', { passphrase: data.passphrase })}</p>
      <ul className="demo-accounts">
        {data.accounts.map(({ username, title }) => (
          <li key={username}>
            <Button
              variant="default"
              fullWidth
              justify="flex-start"
              onClick={() => void signInAsDemo(username, data.passphrase).then(onSignedIn)}
            >
              <span className="demo-account">
                <strong>{username}</strong>
                <PostTitle title={title} />
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
