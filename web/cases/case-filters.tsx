import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { provincesQuery } from '../api/queries.js';
import { useKnownOptions } from '../procedure/use-procedure.js';
import { caseStatusKeys } from '../words/coded-words.js';
import { AgencyFilter } from './agency-filter.js';
import { readCasesSearch, type CasesSearch } from './cases-search.js';

type Option = readonly [value: string, words: string];

/** The filters of the list. They stand in the address, so that a list can be sent, kept and come back to. */
export function CaseFilters({ search }: { readonly search: CasesSearch }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const set = (name: keyof CasesSearch, value: string): void => {
    const { [name]: _previous, ...others } = search;
    const next = value === '' ? others : { ...others, [name]: value === 'true' ? true : value };
    void navigate({ to: '/cases', search: readCasesSearch(next), replace: true });
  };
  const chosen = Object.keys(search).filter((name) => name !== 'q').length;
  return (
    <section aria-label={t('filter.title')} className="card stack no-print">
      <CodeSearch
        key={search.q}
        q={search.q ?? ''}
        onSearch={(q) => {
          set('q', q);
        }}
      />
      <details open={chosen > 0 || window.matchMedia('(width >= 900px)').matches}>
        <summary>
          {t('filter.more')}
          {chosen > 0 && ` (${String(chosen)})`}
        </summary>
        <Selects search={search} onChange={set} />
        <AgencyFilter
          agency={search.agency}
          onChange={(agency) => {
            set('agency', agency);
          }}
        />
      </details>
      {Object.keys(search).length > 0 && (
        <p>
          <Link to="/cases">{t('filter.clear')}</Link>
        </p>
      )}
    </section>
  );
}

interface SelectsProps {
  readonly search: CasesSearch;
  readonly onChange: (name: keyof CasesSearch, value: string) => void;
}

function Selects({ search, onChange }: SelectsProps): ReactNode {
  const { t } = useTranslation();
  const { data: provinces = [] } = useQuery(provincesQuery());
  const known = useKnownOptions(search, t);
  const filters = [
    [
      'status',
      t('filter.status'),
      (['open', 'closed', 'parked'] as const).map((each) => [each, t(caseStatusKeys[each])]),
    ],
    ['phase', t('phase'), known.phases],
    [
      'due',
      t('task.due'),
      (['overdue', 'soon', 'ok'] as const).map((each) => [each, t(`filter.due-${each}`)]),
    ],
    ...(known.channels.length > 1 ? [['channel', t('channel'), known.channels] as const] : []),
    ['province', t('filter.province'), provinces.map(({ code, name }) => [code, name])],
    ['rehearsal', t('rehearsal'), [['true', t('filter.rehearsals')]]],
    ['sort', t('filter.sort'), [['due', t('filter.sort-due')]]],
  ] as const satisfies readonly (readonly [keyof CasesSearch, string, readonly Option[]])[];
  const unset: Partial<Record<keyof CasesSearch, string>> = {
    rehearsal: t('filter.no-rehearsals'),
    sort: t('filter.sort-opened'),
  };
  return (
    <div className="filters">
      {filters.map(([name, label, options]) => (
        <NativeSelect
          key={name}
          label={label}
          value={name === 'sort' && search.sort === 'opened' ? '' : String(search[name] ?? '')}
          onChange={(event) => {
            onChange(name, event.currentTarget.value);
          }}
          data={[
            { value: '', label: unset[name] ?? t('filter.all') },
            ...options.map(([value, words]) => ({ value, label: words })),
          ]}
        />
      ))}
    </div>
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
