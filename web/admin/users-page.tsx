import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminUser, UserCreated as UserCreatedShape } from '../../api/contract/admin-user.js';
import type { z } from 'zod';
import { IntendedAct } from '../api/intended-act.js';
import { listQuery } from '../api/queries.js';
import { PlainForm } from '../forms/plain-form.js';
import type { Answers } from '../forms/question.js';
import { PagedList } from '../shell/paged-list.js';
import { usePageTitle } from '../shell/page-title.js';
import { PostTitle } from '../shell/post-title.js';
import { RecordTable, type Column } from '../shell/record-table.js';
import './admin.css';
import { AdminTabs } from './admin-tabs.js';
import { OneTimePassphrase } from './one-time-passphrase.js';
import { EditUser } from './edit-user.js';
import { ListSearch } from './list-search.js';
import { SavedNotice, type Saved } from './saved-notice.js';
import { newUserQuestions, roleKeys, rolesIn } from './user-questions.js';

type UserCreated = z.output<typeof UserCreatedShape>;

/** Accounts: found, created, changed, disabled; passphrases are reset by two people. */
export function UsersPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { q = '' } = useSearch({ from: '/admin/users' });
  const [edited, setEdited] = useState<AdminUser>();
  const [saved, setSaved] = useState<Saved>();
  usePageTitle(t('admin.users'));
  return (
    <div className="page stack">
      <h1>{t('admin.users')}</h1>
      <AdminTabs />
      <SavedNotice saved={saved} />
      <NewUser edited={edited} />
      {edited !== undefined && (
        <EditUser
          key={edited.id}
          user={edited}
          onDone={(words) => {
            setEdited(undefined);
            setSaved(words === undefined ? undefined : { words, at: Date.now() });
          }}
        />
      )}
      <ListSearch
        label={t('users.search')}
        q={q}
        onSearch={(text) => {
          void navigate({ to: '/admin/users', search: text === '' ? {} : { q: text }, replace: true });
        }}
      />
      <PagedList
        query={listQuery<AdminUser>('/admin/users', { q })}
        show={(users) => (
          <RecordTable
            caption={t('admin.users')}
            columns={columns(t, setEdited)}
            rows={users}
            keyOf={({ id }) => id}
          />
        )}
        empty={<p className="empty">{t('users.none')}</p>}
      />
    </div>
  );
}

const columns = (t: TFunction, onEdit: (user: AdminUser) => void): readonly Column<AdminUser>[] => [
  {
    head: t('sign-in.username'),
    names: true,
    cell: ({ username }) => <span className="code">{username}</span>,
  },
  { head: t('users.post'), cell: ({ title }) => <PostTitle title={title} /> },
  { head: t('users.agency'), cell: ({ agency }) => agency?.name ?? '–' },
  { head: t('users.roles'), cell: ({ roles }) => roles.map((role) => t(roleKeys[role])).join(', ') },
  {
    head: t('users.state'),
    cell: (user) => (
      <span className={user.passphraseTemporary ? undefined : 'whole'}>{t(stateOf(user))}</span>
    ),
  },
  {
    head: t('users.act'),
    cell: (user) => (
      <Button
        variant="default"
        size="compact-md"
        className="row-act"
        onClick={() => {
          onEdit(user);
          window.scrollTo(0, 0);
        }}
      >
        {t('users.edit')}
        <span className="hidden-words"> {user.username}</span>
      </Button>
    ),
  },
];

function stateOf({ disabledAt, passphraseTemporary }: AdminUser) {
  if (disabledAt !== undefined) return 'users.disabled';
  return passphraseTemporary ? 'users.temporary' : 'users.active';
}

/** While an account is edited the form for another is away: their questions are the same. */
function NewUser({ edited }: { readonly edited: AdminUser | undefined }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [created, setCreated] = useState<UserCreated>();
  const [act, setAct] = useState(() => new IntendedAct());
  const send = async (answers: Answers): Promise<void> => {
    const { username, title, agencyId = null, language } = answers;
    const body = { username, title, roles: rolesIn(answers), agencyId, language };
    setCreated(await act.send<UserCreated>({ method: 'POST', path: '/admin/users', body }));
    setAct(new IntendedAct());
    await client.invalidateQueries({ queryKey: ['list', '/admin/users'] });
  };
  return (
    <>
      {created !== undefined && (
        <OneTimePassphrase username={created.user.username} passphrase={created.passphrase} />
      )}
      {edited === undefined && (
        <details className="card admin-form">
          <summary>{t('users.create')}</summary>
          <PlainForm
            key={created?.user.id}
            questions={newUserQuestions(t)}
            initial={{ language: 'vi' }}
            submit={t('users.create')}
            send={send}
          />
        </details>
      )}
    </>
  );
}
