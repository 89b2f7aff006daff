import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { ResetConfirmed as ResetConfirmedShape, ResetView } from '../../api/contract/admin-user.js';
import { IntendedAct } from '../api/intended-act.js';
import { listQuery } from '../api/queries.js';
import { PagedList } from '../shell/paged-list.js';
import { usePageTitle } from '../shell/page-title.js';
import { PostTitle } from '../shell/post-title.js';
import { Trouble } from '../shell/trouble.js';
import { momentWords } from '../time/display.js';
import './admin.css';
import { AdminTabs } from './admin-tabs.js';
import { OneTimePassphrase } from './one-time-passphrase.js';

type ResetConfirmed = z.output<typeof ResetConfirmedShape>;

const stateKeys = {
  asked: 'resets.asked',
  confirmed: 'resets.confirmed',
  expired: 'resets.expired',
} as const satisfies Record<ResetView['state'], string>;

/** A passphrase is reset by two people: whoever asked does not confirm. */
export function ResetsPage(): ReactNode {
  const { t } = useTranslation();
  usePageTitle(t('admin.resets'));
  return (
    <div className="page stack">
      <h1>{t('admin.resets')}</h1>
      <AdminTabs />
      <p>{t('resets.what')}</p>
      <PagedList
        query={listQuery<ResetView>('/admin/resets', {})}
        show={(resets) => (
          <ul className="escalations">
            {resets.map((reset) => (
              <Reset key={reset.id} reset={reset} />
            ))}
          </ul>
        )}
        empty={<p className="empty">{t('resets.none')}</p>}
      />
    </div>
  );
}

function Reset({ reset }: { readonly reset: ResetView }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [act] = useState(() => new IntendedAct());
  const confirming = useMutation({
    mutationFn: () =>
      act.send<ResetConfirmed>({
        method: 'POST',
        path: `/admin/resets/${reset.id}/confirm`,
        body: undefined,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['list', '/admin/resets'] }),
    networkMode: 'always',
  });
  const go = (): void => {
    confirming.mutate();
  };
  const { user, askedBy, askedAt, confirmedBy, state, mayConfirm } = reset;
  return (
    <li className="card stack">
      <h2>
        <span className="code">{user.username}</span>&nbsp;· <PostTitle title={user.title} />
      </h2>
      <p>
        {t(stateKeys[state])}&nbsp;· {t('resets.asked-by', { who: askedBy.title, at: momentWords(askedAt) })}
        {confirmedBy !== undefined && <>&nbsp;· {t('resets.confirmed-by', { who: confirmedBy.title })}</>}
      </p>
      {confirming.data !== undefined && (
        <OneTimePassphrase username={user.username} passphrase={confirming.data.passphrase} />
      )}
      {confirming.error !== null && <Trouble error={confirming.error} onRetry={go} />}
      {mayConfirm && confirming.data === undefined && (
        <div>
          <Button loading={confirming.isPending} onClick={go}>
            {t('resets.confirm')}
            <span className="hidden-words"> {user.username}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
