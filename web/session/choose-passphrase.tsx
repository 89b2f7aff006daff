import { Alert, Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../api/contract/session.js';
import { fieldErrors, Refused } from '../api/problem.js';
import { meQuery } from '../api/queries.js';
import { request } from '../api/request.js';
import { LanguageSwitch } from '../shell/language-switch.js';
import { usePageTitle } from '../shell/page-title.js';

const shortest = 12;

/** The passphrase came from somebody else: until its owner has chosen one, nothing else is shown. */
// eslint-disable-next-line max-lines-per-function -- one form, its three questions and its problem
export default function ChoosePassphrase(): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  usePageTitle(t('passphrase.title'));
  const changing = useMutation({
    mutationFn: async (entered: FormData) => {
      if (said(entered, 'next') !== said(entered, 'again')) throw new Error(t('passphrase.differ'));
      const body = { current: said(entered, 'current'), next: said(entered, 'next') };
      return request<Me>({ method: 'PUT', path: '/me/passphrase', body });
    },
    onSuccess: (me) => client.setQueryData(meQuery().queryKey, me),
    gcTime: 0,
  });
  const error = (pointer: string): string | undefined =>
    fieldErrors(changing.error).find((each) => each.pointer === pointer)?.message;
  const fields = [
    { name: 'current', label: t('passphrase.current'), complete: 'current-password' },
    {
      name: 'next',
      label: t('passphrase.next'),
      complete: 'new-password',
      help: t('passphrase.help', { shortest }),
    },
    { name: 'again', label: t('passphrase.again'), complete: 'new-password' },
  ];
  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <span className="brand">Lối Về</span>
        <LanguageSwitch />
      </header>
      <main className="sign-in-card stack">
        <h1>{t('passphrase.title')}</h1>
        <p>{t('passphrase.what')}</p>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            changing.mutate(new FormData(event.currentTarget));
          }}
        >
          {changing.error !== null && fieldErrors(changing.error).length === 0 && (
            <Alert color="red" role="alert">
              {changing.error instanceof Refused
                ? changing.error.problem.detail
                : words(changing.error, t('away.detail'))}
            </Alert>
          )}
          {fields.map(({ name, label, complete, help }) => (
            <PasswordInput
              key={name}
              name={name}
              label={label}
              description={help}
              error={error(`/${name}`)}
              autoComplete={complete}
              required
              withAsterisk={false}
              minLength={name === 'current' ? 1 : shortest}
              visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-password') }}
            />
          ))}
          <Button type="submit" loading={changing.isPending} fullWidth>
            {t('passphrase.submit')}
          </Button>
        </form>
      </main>
    </div>
  );
}

const words = (error: Error, away: string): string => (error.name === 'Unanswered' ? away : error.message);

function said(entered: FormData, name: string): string {
  const value = entered.get(name);
  return typeof value === 'string' ? value : '';
}
