import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemCode } from '../../api/contract/problem.js';
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
          {failureWords(failure, t)}
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
  const [failure, setFailure] = useState<unknown>();
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
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return { failure, busy, submit };
}

/** What happens to people is said in the language that is shown now, which may have changed since. */
const failureKeys: Partial<Record<ProblemCode, 'sign-in.failed' | 'sign-in.too-many'>> = {
  'sign-in-failed': 'sign-in.failed',
  'too-many': 'sign-in.too-many',
};

function failureWords(error: unknown, t: TFunction): string {
  if (!(error instanceof Refused)) return t('away.detail');
  const { code, title, detail } = error.problem;
  const key = failureKeys[code];
  return key === undefined ? `${title}. ${detail}` : t(key);
}

function text(entered: FormData, name: string): string {
  const value = entered.get(name);
  return typeof value === 'string' ? value : '';
}
