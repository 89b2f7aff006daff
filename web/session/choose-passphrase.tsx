import { Alert, Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../api/contract/session.js';
import { fieldErrors, Refused } from '../api/problem.js';
import { meQuery } from '../api/queries.js';
import { request } from '../api/request.js';
import { usePageTitle } from '../shell/page-title.js';
import { SignInCard } from './sign-in-card.js';

const shortest = 12;

/** The passphrase came from somebody else: until its owner has chosen one, nothing else is shown. */
export default function ChoosePassphrase(): ReactNode {
  const { t } = useTranslation();
  usePageTitle(t('passphrase.title'));
  const changing = useChange();
  const { error } = changing;
  const wrong = fieldErrors(error);
  return (
    <div className="sign-in">
      <SignInCard title={t('passphrase.title')} what={t('passphrase.what')}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            changing.mutate(new FormData(event.currentTarget));
          }}
        >
          {error !== null && wrong.length === 0 && (
            <Alert color="red" role="alert">
              {error instanceof Refused ? error.problem.detail : t(wordsFor(error))}
            </Alert>
          )}
          <PassphraseFields
            errorOf={(name) =>
              (name === 'again' && error instanceof Differing) ||
              wrong.find(({ pointer }) => pointer === `/${name}`)?.message
            }
          />
          <Button type="submit" loading={changing.isPending} fullWidth>
            {t('passphrase.submit')}
          </Button>
        </form>
      </SignInCard>
    </div>
  );
}

function useChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (entered: FormData) => {
      if (said(entered, 'next') !== said(entered, 'again')) throw new Differing();
      const body = { current: said(entered, 'current'), next: said(entered, 'next') };
      return request<Me>({ method: 'PUT', path: '/me/passphrase', body });
    },
    onSuccess: (me) => client.setQueryData(meQuery().queryKey, me),
    gcTime: 0,
  });
}

interface Field {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly complete: string;
  readonly atLeast: number;
}

function PassphraseFields({
  errorOf,
}: {
  /** What is wrong with a field, or only that it is, where it is said above. */
  readonly errorOf: (name: string) => string | boolean | undefined;
}): readonly ReactNode[] {
  const { t } = useTranslation();
  const chosen = { complete: 'new-password', atLeast: shortest };
  const fields: readonly Field[] = [
    { name: 'current', label: t('passphrase.current'), complete: 'current-password', atLeast: 1 },
    { name: 'next', label: t('passphrase.next'), help: t('passphrase.help', { shortest }), ...chosen },
    { name: 'again', label: t('passphrase.again'), ...chosen },
  ];
  return fields.map(({ name, label, complete, help, atLeast }) => (
    <PasswordInput
      key={name}
      name={name}
      label={label}
      description={help}
      error={errorOf(name)}
      autoComplete={complete}
      required
      withAsterisk={false}
      minLength={atLeast}
      visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-password') }}
    />
  ));
}

/** Said in the language of whoever reads it, which may change after it was thrown. */
class Differing extends Error {}

const wordsFor = (error: Error) => (error instanceof Differing ? 'passphrase.differ' : 'away.detail');

function said(entered: FormData, name: string): string {
  const value = entered.get(name);
  return typeof value === 'string' ? value : '';
}
