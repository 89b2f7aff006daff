import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, lazy, Suspense, use, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../api/contract/session.js';
import { Refused } from '../api/problem.js';
import { meQuery } from '../api/queries.js';
import { request } from '../api/request.js';
import { currentLanguage, deviceLanguageChosen, showLanguage } from '../words/language.js';
import { LiveUpdates } from '../live/live-updates.js';
import { Starting } from '../shell/waiting.js';
import { SignInAgain } from './sign-in-again.js';
import { SignInCard } from './sign-in-card.js';
import { SignInPage } from './sign-in-page.js';

const ChoosePassphrase = lazy(() => import('./choose-passphrase.js'));

const SessionContext = createContext<Me | undefined>(undefined);

/** Who is signed in. Only inside `Session`. */
export function useMe(): Me {
  const me = use(SessionContext);
  if (me === undefined) throw new Error('nobody is signed in here');
  return me;
}

/** Shows what belongs to a signed-in person, and the sign-in page to others. */
export function Session({ children }: { readonly children: ReactNode }): ReactNode {
  const { data: me, error, refetch } = useQuery(meQuery());
  const { i18n } = useTranslation();
  useEffect(() => {
    if (me !== undefined) void refetch(); // the names of post and agency change with the language that is shown
  }, [i18n.language]);
  const language = me?.language;
  useEffect(() => {
    if (language !== undefined && !deviceLanguageChosen() && language !== currentLanguage())
      void showLanguage(language);
  }, [language]);
  if (me?.passphraseTemporary === true || isTemporary(error))
    return (
      <Suspense fallback={<Starting />}>
        <ChoosePassphrase />
      </Suspense>
    );
  if (me !== undefined)
    return (
      <SessionContext value={me}>
        <LiveUpdates />
        {children}
        <SignInAgain username={me.username} onSignedIn={() => void refetch()} />
      </SessionContext>
    );
  if (error instanceof Refused) return <SignInPage onSignedIn={() => void refetch()} />;
  return error === null ? <Starting /> : <NobodyAnswers onRetry={() => void refetch()} />;
}

/** It cannot be said who this is. */
function NobodyAnswers({ onRetry }: { readonly onRetry: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="sign-in">
      <SignInCard title={t('away.title')} what={t('away.detail')}>
        <Button variant="default" onClick={onRetry}>
          {t('try-again')}
        </Button>
      </SignInCard>
    </div>
  );
}

/** The account may do nothing else until its owner has chosen a passphrase. */
const isTemporary = (error: unknown): boolean =>
  error instanceof Refused && error.problem.code === 'passphrase-temporary';

/** Ends the session and forgets everything that the screens know. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await request<null>({ method: 'DELETE', path: '/session' }).catch(() => undefined);
    client.clear();
    sessionStorage.clear();
    window.location.assign('/');
  };
}
