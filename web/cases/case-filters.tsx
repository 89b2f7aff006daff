import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { provincesQuery } from '../api/queries.js';
import { caseStatusKeys, channels, channelWords, phases, phaseWords } from '../words/coded-words.js';
import { readCasesSearch, type CasesSearch } from './cases-search.js';

/** The filters of the list. They stand in the address, so that a list can be sent, kept and come back to. */
export function CaseFilters({ search }: { readonly search: CasesSearch }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: provinces = [] } = useQuery(provincesQuery());
  const set = (name: keyof CasesSearch, value: string): void => {
    const { [name]: _previous, ...others } = search;
    const next = value === '' ? others : { ...others, [name]: value === 'true' ? true : value };
    void navigate({ to: '/cases', search: readCasesSearch(next), replace: true });
  };
  const select = (
    name: keyof CasesSearch,
    label: string,
    options: readonly (readonly [string, string])[],
  ): ReactNode => (
    <NativeSelect
      label={label}
      value={String(search[name] ?? '')}
      onChange={(event) => {
        set(name, event.currentTarget.value);
      }}
      data={[
        { value: '', label: t('filter.all') },
        ...options.map(([value, words]) => ({ value, label: words })),
      ]}
    />
  );
  return (
    <section aria-label={t('filter.title')} className="filters">
      <CodeSearch
        key={search.q}
        q={search.q ?? ''}
        onSearch={(q) => {
          set('q', q);
        }}
      />
      {select(
        'status',
        t('filter.status'),
        (['open', 'closed', 'parked'] as const).map((each) => [each, t(caseStatusKeys[each])]),
      )}
      {select(
        'phase',
        t('phase'),
        phases.map((phase) => [phase, phaseWords(phase, t)]),
      )}
      {select(
        'due',
        t('task.due'),
        (['overdue', 'soon', 'ok'] as const).map((each) => [each, t(`filter.due-${each}`)]),
      )}
      {select(
        'channel',
        t('channel'),
        channels.map((channel) => [channel, channelWords(channel, t)]),
      )}
      {select(
        'province',
        t('filter.province'),
        provinces.map(({ code, name }) => [code, name]),
      )}
      {select('rehearsal', t('rehearsal'), [['true', t('filter.rehearsals')]])}
      {select('sort', t('filter.sort'), [
        ['opened', t('filter.sort-opened')],
        ['due', t('filter.sort-due')],
      ])}
      {Object.keys(search).length > 0 && (
        <Link to="/cases" className="row-act">
          {t('filter.clear')}
        </Link>
      )}
    </section>
  );
}

interface CodeSearchProps {
  readonly q: string;
  readonly onSearch: (q: string) => void;
}

function CodeSearch({ q, onSearch }: CodeSearchProps): ReactNode {
  const { t } = useTranslation();
  return (
    <form
      role="search"
      className="row row-end"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get('q');
        onSearch(typeof typed === 'string' ? typed.trim().toUpperCase() : '');
      }}
    >
      <TextInput name="q" label={t('filter.code')} defaultValue={q} autoComplete="off" />
      <Button type="submit" variant="default">
        {t('filter.search')}
      </Button>
    </form>
  );
}
