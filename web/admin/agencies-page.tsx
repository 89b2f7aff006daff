import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminAgency, AgencySaved } from '../../api/contract/admin-agency.js';
import { dateOf } from '../../domain/time/plain-date.js';
import { IntendedAct } from '../api/intended-act.js';
import { listQuery, proceduresQuery } from '../api/queries.js';
import { PlainForm } from '../forms/plain-form.js';
import type { Answers } from '../forms/question.js';
import { PagedList } from '../shell/paged-list.js';
import { usePageTitle } from '../shell/page-title.js';
import { RecordTable, type Column } from '../shell/record-table.js';
import { nowAhead } from '../time/deadline-words.js';
import { dayWords } from '../time/display.js';
import { currentLanguage } from '../words/language.js';
import './admin.css';
import { AdminTabs } from './admin-tabs.js';
import { agencyInputs } from './agency-inputs.js';
import {
  agencyFields,
  areaNames,
  areasAsOf,
  levelKeys,
  newAgencyQuestions,
  rolesOf,
  stateOfAgency,
} from './agency-questions.js';
import { ListSearch } from './list-search.js';

/** The directory: who can be given work, where; those that have ended too. */
export function AgenciesPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { q = '' } = useSearch({ from: '/admin/agencies' });
  usePageTitle(t('admin.agencies'));
  return (
    <div className="page stack">
      <h1>{t('admin.agencies')}</h1>
      <AdminTabs />
      <p>{t('agencies.what')}</p>
      <NewAgency />
      <ListSearch
        label={t('agencies.search')}
        q={q}
        onSearch={(text) => {
          void navigate({ to: '/admin/agencies', search: text === '' ? {} : { q: text }, replace: true });
        }}
      />
      <PagedList
        query={listQuery<AdminAgency>('/admin/agencies', { q })}
        show={(agencies) => (
          <RecordTable
            caption={t('admin.agencies')}
            columns={columns(t)}
            rows={agencies}
            keyOf={({ id }) => id}
          />
        )}
        empty={<p className="empty">{t('agencies.none')}</p>}
      />
    </div>
  );
}

const columns = (t: TFunction): readonly Column<AdminAgency>[] => [
  {
    head: t('users.agency'),
    names: true,
    cell: ({ id, nameVi, nameEn }) => (
      <Link to="/admin/agencies/$agencyId" params={{ agencyId: id }}>
        {currentLanguage() === 'vi' ? nameVi : nameEn}
      </Link>
    ),
  },
  { head: t('agencies.code'), cell: ({ code }) => <span className="code">{code}</span> },
  { head: t('agencies.level'), cell: ({ level }) => t(levelKeys[level]) },
  { head: t('agencies.areas'), cell: (agency) => areasInShort(agency, t) },
  { head: t('users.state'), cell: (agency) => stateWords(agency, t) },
  { head: t('agencies.successor'), cell: ({ successor }) => successor?.name ?? '–' },
];

const mostNamed = 3;

/** As they are now, or were or will be when the agency exists: each by its name, once. */
function areasInShort(agency: AdminAgency, t: TFunction): string {
  const names = areaNames(agency.areas, areasAsOf(agency, dateOf(nowAhead())));
  if (names.length === 0) return '–';
  const named = names.slice(0, mostNamed);
  const more = names.length - named.length;
  return more > 0 ? `${named.join(', ')} ${t('agencies.more', { more })}` : named.join(', ');
}

export const stateWords = (agency: AdminAgency, t: TFunction): string =>
  t(stateOfAgency(agency, dateOf(nowAhead())), {
    from: dayWords(agency.validFrom ?? ''),
    to: dayWords(agency.validTo ?? ''),
  });

function NewAgency(): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [act] = useState(() => new IntendedAct());
  const { data } = useQuery(proceduresQuery());
  const send = async (answers: Answers): Promise<void> => {
    const body = { ...agencyFields(answers), code: answers['code'] };
    const { agency } = await act.send<AgencySaved>({ method: 'POST', path: '/admin/agencies', body });
    await client.invalidateQueries({ queryKey: ['list', '/admin/agencies'] });
    await navigate({ to: '/admin/agencies/$agencyId', params: { agencyId: agency.id } });
  };
  return (
    <details className="card admin-form">
      <summary>{t('agencies.create')}</summary>
      {data !== undefined && (
        <PlainForm
          questions={newAgencyQuestions(t, { roles: rolesOf(data.items) })}
          inputs={agencyInputs}
          initial={{ masked: 'false' }}
          submit={t('agencies.create')}
          send={send}
        />
      )}
    </details>
  );
}
