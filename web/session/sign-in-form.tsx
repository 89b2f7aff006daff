import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/problem.js';
import { requestOnce } from '../api/request.js';

interface Props {
  /** Whose session ended; asked where nobody's did. */
  readonly username?: string | undefined;
  readonly onSignedIn: (username: string) => void;
}

export function SignInForm({ username, onSignedIn }: Props): ReactNode {
  const { t } = useTranslation();
  const { failure, busy, submit } = useSignIn({ username, onSignedIn });
  return (
    <form
      className="stack"
      onSubmit={(event: SyntheticEvent<HTMLFormElement>) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      {failure !== undefined && (
        <Alert color="red" role="alert">
          {failure}
        </Alert>
      )}
      {username === undefined ? (
        <TextInput
          name="username"
          label={t('sign-in.username')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
        />
      ) : (
        <p>{t('sign-in.as', { username })}</p>
      )}
      <PasswordInput
        name="password"
        label={t('sign-in.password')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-password') }}
      />
      <Button type="submit" loading={busy} fullWidth>
        {t('sign-in.submit')}
      </Button>
    </form>
  );
}

function useSignIn({ username, onSignedIn }: Props) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);

  const submit = async (form: HTMLFormElement): Promise<void> => {
    const entered = new FormData(form);
    const name = username ?? text(entered, 'username').trim();
    setBusy(true);
    setFailure(undefined);
    try {
      await requestOnce({
        method: 'POST',
        path: '/session',
        body: { username: name, password: text(entered, 'password') },
      });
      onSignedIn(name);
    } catch (error) {
      setFailure(
        error instanceof Refused ? `${error.problem.title}. ${error.problem.detail}` : t('away.detail'),
      );
    } finally {
      setBusy(false);
    }
  };
  return { failure, busy, submit };
}

function text(entered: FormData, name: string): string {
  const value = entered.get(name);
  return typeof value === 'string' ? value : '';
}
