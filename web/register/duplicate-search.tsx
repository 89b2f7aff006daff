import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { PersonSearch, PossibleMatches } from '../../api/contract/person-search.js';
import { fieldErrors } from '../api/problem.js';
import { request } from '../api/request.js';
import { useMe } from '../session/session.js';
import { Trouble } from '../shell/trouble.js';
import { caseStatusKeys, phaseWords } from '../words/coded-words.js';
import { searchOf, type Typed } from './search-of.js';

type Matches = z.output<typeof PossibleMatches>['items'];

interface Props {
  /** What was looked for begins the registration, so that it is not typed twice. */
  readonly onSearched: (typed: Typed) => void;
}

/** Is this person known already? Asked before a case is registered; every search is recorded. */
export function DuplicateSearch({ onSearched }: Props): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const [typed, setTyped] = useState<Typed>({ name: '', birthYear: '', phone: '' });
  const searching = useMutation({
    mutationFn: (body: z.input<typeof PersonSearch>) =>
      request<z.output<typeof PossibleMatches>>({ method: 'POST', path: '/cases/search', body }),
    onSuccess: () => {
      onSearched(typed);
    },
    gcTime: 0,
  });
  if (!me.permissions.includes('search-person')) return null;
  const body = searchOf(typed);
  const errors = fieldErrors(searching.error);
  const field = (id: keyof Typed, pointer: string, label: string): ReactNode => (
    <TextInput
      label={label}
      value={typed[id]}
      autoComplete="off"
      spellCheck={false}
      error={errors.find((error) => error.pointer === pointer)?.message}
      onChange={(event) => {
        setTyped({ ...typed, [id]: event.currentTarget.value });
      }}
    />
  );
  return (
    <section className="card stack" aria-labelledby="duplicates">
      <h2 id="duplicates">{t('duplicates.title')}</h2>
      <p className="quiet">{t('duplicates.what')}</p>
      <form
        className="row row-end"
        onSubmit={(event) => {
          event.preventDefault();
          if (body !== undefined) searching.mutate(body);
        }}
      >
        {field('name', '/fullName', t('duplicates.name'))}
        {field('birthYear', '/birthYear', t('duplicates.birth-year'))}
        {field('phone', '/phone', t('duplicates.phone'))}
        <Button type="submit" variant="default" loading={searching.isPending} disabled={body === undefined}>
          {t('duplicates.search')}
        </Button>
      </form>
      <div role="status">{searching.data !== undefined && <Found matches={searching.data.items} />}</div>
      {searching.error !== null && errors.length === 0 && (
        <Trouble
          error={searching.error}
          onRetry={() => {
            if (body !== undefined) searching.mutate(body);
          }}
        />
      )}
    </section>
  );
}

function Found({ matches }: { readonly matches: Matches }): ReactNode {
  const { t } = useTranslation();
  if (matches.length === 0) return <p>{t('duplicates.none')}</p>;
  return (
    <>
      <p>
        <strong>{t('duplicates.found', { count: matches.length })}</strong>
      </p>
      <ul className="task-list">
        {matches.map((match, index) => (
          <li key={match.caseId ?? index}>
            <Match match={match} />
            <p className="quiet">
              {t('duplicates.by', {
                what: match.matched.map((kind) => t(`duplicates.match-${kind}`)).join(', '),
              })}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Of a case that is not ours only whom to ask is told. */
function Match({
  match: { caseId, code, phase, status, agency },
}: {
  readonly match: Matches[number];
}): ReactNode {
  const { t } = useTranslation();
  if (caseId === undefined) return <p>{t('duplicates.ask', { agency: agency.name })}</p>;
  return (
    <p>
      <Link to="/cases/$caseId" params={{ caseId }} className="code">
        {code}
      </Link>
      &nbsp;· {phase !== undefined && phaseWords(phase, t)}
      {status !== undefined && status !== 'open' && <>&nbsp;· {t(caseStatusKeys[status])}</>}&nbsp;·{' '}
      {agency.name}
    </p>
  );
}
