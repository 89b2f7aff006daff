import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminUser, ChangeUser, ResetView } from '../../api/contract/admin-user.js';
import { IntendedAct } from '../api/intended-act.js';
import { listQuery } from '../api/queries.js';
import { request } from '../api/request.js';
import { PlainForm } from '../forms/plain-form.js';
import { Trouble } from '../shell/trouble.js';
import { namesOf } from './saved-notice.js';
import { enteredUser, userChanges, userQuestions } from './user-questions.js';

interface Props {
  readonly user: AdminUser;
  /** Told what changed, in words; nothing where the form was left. */
  readonly onDone: (saved?: string) => void;
}

/** One account: what it is and may do, whether it may sign in, and asking for a new passphrase. */
export function EditUser({ user: opened, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const user = useNow(opened);
  const client = useQueryClient();
  const change = async (body: ChangeUser): Promise<void> => {
    await request<AdminUser>({ method: 'PATCH', path: `/admin/users/${user.id}`, body });
    await client.invalidateQueries({ queryKey: ['list', '/admin/users'] });
    onDone(savedWords(user.username, body, t));
  };
  return (
    <section className="card stack admin-form" aria-labelledby="edit-user">
      <h2 id="edit-user">{t('users.edit-title', { username: user.username })}</h2>
      <PlainForm
        questions={userQuestions(t)}
        initial={enteredUser(user)}
        submit={t('users.save')}
        send={(answers) => change(userChanges(user, answers))}
      />
      <Access user={user} change={change} />
      <AskReset user={user} />
      <div>
        <Button
          variant="default"
          onClick={() => {
            onDone();
          }}
        >
          {t('cancel')}
        </Button>
      </div>
    </section>
  );
}

/** The account as it is now, in the language that is shown now. */
function useNow(opened: AdminUser): AdminUser {
  const { data } = useInfiniteQuery(listQuery<AdminUser>('/admin/users', { q: opened.username }));
  return data?.pages.flatMap(({ items }) => items).find(({ id }) => id === opened.id) ?? opened;
}

function savedWords(username: string, body: ChangeUser, t: TFunction): string {
  if (body.disabled !== undefined)
    return t(body.disabled ? 'users.disabled-now' : 'users.enabled-now', { username });
  const what = namesOf(body, userQuestions(t));
  return what === '' ? t('users.unchanged', { username }) : t('users.saved', { username, what });
}

interface AccessProps {
  readonly user: AdminUser;
  readonly change: (body: ChangeUser) => Promise<void>;
}

/** A disabled account's next request is refused. */
function Access({ user: { disabledAt }, change }: AccessProps): ReactNode {
  const { t } = useTranslation();
  const isDisabled = disabledAt !== undefined;
  const switching = useMutation({ mutationFn: () => change({ disabled: !isDisabled }) });
  const go = (): void => {
    switching.mutate();
  };
  return (
    <div className="stack other-act">
      <p>{t(isDisabled ? 'users.enable-about' : 'users.disable-about')}</p>
      {switching.error !== null && <Trouble error={switching.error} onRetry={go} />}
      <div>
        <Button
          color={isDisabled ? 'blue' : 'red'}
          variant="outline"
          loading={switching.isPending}
          onClick={go}
        >
          {t(isDisabled ? 'users.enable' : 'users.disable')}
        </Button>
      </div>
    </div>
  );
}

function AskReset({ user: { id } }: { readonly user: AdminUser }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [act] = useState(() => new IntendedAct());
  const asking = useMutation({
    mutationFn: () =>
      act.send<ResetView>({ method: 'POST', path: `/admin/users/${id}/resets`, body: undefined }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['list', '/admin/resets'] }),
    networkMode: 'always',
  });
  const go = (): void => {
    asking.mutate();
  };
  return (
    <div className="stack other-act">
      <p>{t('users.reset-about')}</p>
      {asking.error !== null && <Trouble error={asking.error} onRetry={go} />}
      <p role="status">{asking.isSuccess && t('users.reset-asked')}</p>
      <div>
        <Button variant="outline" loading={asking.isPending} disabled={asking.isSuccess} onClick={go}>
          {t('users.reset')}
        </Button>
      </div>
    </div>
  );
}
