import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../api/contract/page.js';
import type { SavedList, SavedView } from '../../api/contract/saved-view.js';
import { newKey } from '../api/new-key.js';
import { fieldErrors, Refused } from '../api/problem.js';
import { request } from '../api/request.js';
import { asQuery, asSearch, isSameQuery, type Search } from './view-query.js';

interface Props {
  readonly list: SavedList;
  readonly to: NonNullable<LinkProps['to']>;
  /** The filters of the list as it is shown now. */
  readonly search: Search;
}

/** Filters that this person wants to find again: one click to use them, on any device. */
export function SavedViews({ list, to, search }: Props): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery(viewsQuery(list));
  const views = data?.items ?? [];
  const now = asQuery(search);
  return (
    <section aria-label={t('views.title')} className="saved-views no-print">
      {views.length > 0 && (
        <ul className="tabs">
          {views.map(({ id, name, query }) => (
            <li key={id}>
              <Link
                to={to}
                search={asSearch(query)}
                className="tab"
                aria-current={isSameQuery(query, now) ? 'true' : undefined}
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {(views.length > 0 || Object.keys(now).length > 0) && (
        <details>
          <summary>{t('views.manage')}</summary>
          <div className="stack">
            {Object.keys(now).length > 0 ? (
              <SaveView list={list} query={now} />
            ) : (
              <p>{t('views.choose-first')}</p>
            )}
            {views.map((view) => (
              <Forget key={view.id} view={view} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

const viewsQuery = (list: SavedList) => ({
  queryKey: ['views', list],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    request<Page<SavedView>>({ path: '/views', query: { list }, signal }),
  staleTime: 60_000,
});

function SaveView({
  list,
  query,
}: {
  readonly list: SavedList;
  readonly query: SavedView['query'];
}): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const saving = useMutation({
    mutationFn: () =>
      request<SavedView>({ method: 'PUT', path: `/views/${newKey()}`, body: { list, name, query } }),
    onSuccess: async () => {
      setName('');
      await client.invalidateQueries({ queryKey: ['views', list] });
    },
  });
  return (
    <form
      className="row row-end"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') saving.mutate();
      }}
    >
      <TextInput
        label={t('views.name')}
        value={name}
        maxLength={80}
        autoComplete="off"
        error={
          saving.error === null
            ? undefined
            : (fieldErrors(saving.error)[0]?.message ?? whyNot(saving.error, t('away.title')))
        }
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      <Button type="submit" variant="default" loading={saving.isPending}>
        {t('views.save')}
      </Button>
    </form>
  );
}

const whyNot = (error: Error, away: string): string =>
  error instanceof Refused ? error.problem.detail : away;

function Forget({ view: { id, list, name } }: { readonly view: SavedView }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const forgetting = useMutation({
    mutationFn: () => request<null>({ method: 'DELETE', path: `/views/${id}` }),
    onSettled: () => client.invalidateQueries({ queryKey: ['views', list] }),
  });
  return (
    <div>
      <Button
        variant="subtle"
        color="red"
        loading={forgetting.isPending}
        onClick={() => {
          forgetting.mutate();
        }}
      >
        {t('views.forget', { name })}
      </Button>
    </div>
  );
}
