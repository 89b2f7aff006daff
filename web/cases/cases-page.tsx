import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseSummary } from '../../api/contract/case.js';
import type { AccountRole } from '../../domain/access/viewer.js';
import { casesQuery } from '../api/queries.js';
import { useMe } from '../session/session.js';
import { PagedList } from '../shell/paged-list.js';
import { usePageTitle } from '../shell/page-title.js';
import { RecordTable, type Column } from '../shell/record-table.js';
import { DeadlineCell } from '../time/deadline-cell.js';
import { dayOfInstant } from '../time/display.js';
import { SavedViews } from '../views/saved-views.js';
import { caseStatusKeys, channelWords, phaseWords } from '../words/coded-words.js';
import { CaseFilters } from './case-filters.js';
import { ExportCases } from './export-cases.js';
import { nextDueOf } from './next-due.js';

export function CasesPage(): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ from: '/cases' });
  const me = useMe();
  const query = casesQuery({ ...search });
  const { data } = useInfiniteQuery(query);
  const isEmpty = data?.pages[0]?.items.length === 0;
  usePageTitle(t('cases.title'));
  return (
    <div className="page stack">
      <div className="row row-apart">
        <h1>{t('cases.title')}</h1>
        {me.permissions.includes('register-case') && (
          <Link to="/cases/register" className="main-act">
            {t('register.title')}
          </Link>
        )}
      </div>
      <SavedViews list="cases" to="/cases" search={{ ...search }} />
      <CaseFilters search={search} />
      {!isEmpty && (
        <div className="row no-print">
          <ExportCases search={search} />
        </div>
      )}
      <PagedList
        query={query}
        show={(cases) => (
          <RecordTable
            caption={t('cases.title')}
            columns={columns(t, me.roles)}
            rows={cases}
            keyOf={({ id }) => id}
          />
        )}
        empty={<NoCases filtered={Object.keys(search).length > 0 ? 'yes' : 'no'} />}
      />
    </div>
  );
}

/** Others see only their own agency's tasks of a case, and are told that these are all that is counted. */
const seesAllTasks = (roles: readonly AccountRole[]): boolean =>
  roles.some((role) => role === 'coordinator' || role === 'supervisor' || role === 'auditor');

const columns = (t: TFunction, roles: readonly AccountRole[]): readonly Column<CaseSummary>[] => [
  {
    head: t('case'),
    names: true,
    cell: ({ id, code, urgent, rehearsal }) => (
      <>
        <Link to="/cases/$caseId" params={{ caseId: id }} className="code">
          {code}
        </Link>
        <span className="row-flags">
          {urgent && <span className="flag flag-urgent">{t('urgent')}</span>}
          {rehearsal && <span className="flag flag-rehearsal">{t('rehearsal')}</span>}
        </span>
      </>
    ),
  },
  {
    head: t('phase'),
    cell: ({ phase, status }) =>
      status === 'open' ? (
        <span className="phase-words">{phaseWords(phase, t)}</span>
      ) : (
        t(caseStatusKeys[status])
      ),
  },
  {
    head: t(seesAllTasks(roles) ? 'cases.next-due' : 'cases.own-next-due'),
    cell: (row) => <NextDue row={row} />,
  },
  {
    head: t(seesAllTasks(roles) ? 'cases.open-tasks' : 'cases.own-open-tasks'),
    cell: ({ openTasks }) => openTasks,
  },
  { head: t('channel'), cell: ({ channel }) => channelWords(channel, t) },
  {
    head: t('case.coordinator'),
    cell: ({ coordinatingAgency }) => coordinatingAgency?.name ?? t('task.no-agency'),
  },
  { head: t('case.received'), cell: ({ openedAt }) => dayOfInstant(openedAt) },
];

function NextDue({ row }: { readonly row: CaseSummary }): ReactNode {
  const { t } = useTranslation();
  const next = nextDueOf(row);
  if (row.coming !== undefined)
    return (
      <div className="coming">
        {t('cases.opens-on', { date: dayOfInstant(row.coming.opensAt), task: row.coming.title })}
      </div>
    );
  if (next === undefined || row.due === null) return '–';
  return <DeadlineCell due={{ ...next, state: row.due }} />;
}

/** Says what was looked for and where else to look. */
function NoCases({ filtered }: { readonly filtered: 'yes' | 'no' }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="empty stack">
      <p>{t(filtered === 'yes' ? 'cases.none-so' : 'cases.none')}</p>
      {filtered === 'yes' && (
        <p>
          <Link to="/cases">{t('cases.all')}</Link>
        </p>
      )}
    </div>
  );
}
