import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftSummary, DraftView } from '../../api/contract/draft.js';
import type { Page } from '../../api/contract/page.js';
import { request } from '../api/request.js';
import { Trouble } from '../shell/trouble.js';
import { momentWords } from '../time/display.js';
import { currentDraft, takeUp } from './draft.js';

const key = ['drafts', 'registration'];

/** Registrations that were begun and not sent, here or on another device. Their content is opened only when taken up. */
export function SavedDrafts({ onTakenUp }: { readonly onTakenUp: () => void }): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      request<Page<DraftSummary>>({ path: '/drafts', query: { kind: 'registration' }, signal }),
    staleTime: 0,
    gcTime: 0,
  });
  const others = data?.items.filter(({ id }) => id !== currentDraft().id) ?? [];
  if (others.length === 0) return null;
  return (
    <section className="card stack no-print" aria-labelledby="drafts">
      <h2 id="drafts">{t('draft.saved-ones')}</h2>
      <p className="quiet">{t('draft.how-long')}</p>
      <ul className="task-list">
        {others.map((summary) => (
          <SavedDraft key={summary.id} summary={summary} onTakenUp={onTakenUp} />
        ))}
      </ul>
    </section>
  );
}

interface Props {
  readonly summary: DraftSummary;
  readonly onTakenUp: () => void;
}

function SavedDraft({ summary: { id, savedAt }, onTakenUp }: Props): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const opening = useMutation({
    mutationFn: () => request<DraftView>({ path: `/drafts/${id}` }),
    onSuccess: (view) => {
      takeUp(view);
      onTakenUp();
    },
    gcTime: 0,
  });
  const removing = useMutation({
    mutationFn: () => request<null>({ method: 'DELETE', path: `/drafts/${id}` }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  const at = momentWords(savedAt);
  return (
    <li>
      <p>{t('draft.saved-at', { at })}</p>
      <div className="row">
        <Button
          variant="default"
          loading={opening.isPending}
          onClick={() => {
            opening.mutate();
          }}
        >
          {t('draft.take-up')}
          <span className="hidden-words"> {at}</span>
        </Button>
        <Button
          variant="subtle"
          color="red"
          loading={removing.isPending}
          onClick={() => {
            removing.mutate();
          }}
        >
          {t('draft.remove')}
          <span className="hidden-words"> {at}</span>
        </Button>
      </div>
      {opening.error !== null && (
        <Trouble
          error={opening.error}
          onRetry={() => {
            opening.mutate();
          }}
        />
      )}
    </li>
  );
}
