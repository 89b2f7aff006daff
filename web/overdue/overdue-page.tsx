import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dashboardQuery, escalationsQuery, tasksQuery } from '../api/queries.js';
import { PagedList } from '../shell/paged-list.js';
import { usePageTitle } from '../shell/page-title.js';
import { SavedViews } from '../views/saved-views.js';
import { EscalationList } from './escalation-list.js';
import { OverdueTasks } from './overdue-tasks.js';

/** What is late, at whom and for how long; and what was reported upwards and nobody has acted on. */
export function OverduePage(): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ from: '/overdue' });
  const { agency, level } = search;
  usePageTitle(t('nav.overdue'));
  return (
    <div className="page stack">
      <h1>{t('nav.overdue')}</h1>
      <SavedViews list="escalations" to="/overdue" search={{ ...search }} />
      <Summary />
      <Agencies chosen={agency} />
      <section className="stack" aria-labelledby="late">
        <h2 id="late">{t('overdue.tasks')}</h2>
        <PagedList
          query={tasksQuery({ box: 'overdue', agency, limit: 50 })}
          show={(tasks) => <OverdueTasks of="overdue" tasks={tasks} />}
          empty={<p className="empty">{t('overdue.none')}</p>}
        />
      </section>
      <section className="stack" aria-labelledby="escalations">
        <h2 id="escalations">{t('overdue.escalations')}</h2>
        <Levels chosen={level} />
        <PagedList
          query={escalationsQuery({ agency, level, limit: 50 })}
          show={(escalations) => <EscalationList escalations={escalations} />}
          empty={<p className="empty">{t('overdue.no-escalations')}</p>}
        />
      </section>
    </div>
  );
}

function Summary(): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery(dashboardQuery());
  if (data === undefined) return null;
  const { overdueAge } = data;
  const ages = [
    [t('overdue.one-day'), overdueAge.upToOneDay],
    [t('overdue.three-days'), overdueAge.upToThreeDays],
    [t('overdue.ten-days'), overdueAge.upToTenDays],
    [t('overdue.longer'), overdueAge.longer],
  ] as const;
  return (
    <dl className="numbers" aria-label={t('overdue.age')}>
      {ages.map(([title, count]) => (
        <div key={title} className="card">
          <dt>{title}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Whose work is late; choosing one narrows both lists. */
function Agencies({ chosen }: { readonly chosen: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery(dashboardQuery());
  const late = data?.agencies.filter(({ overdue }) => overdue > 0) ?? [];
  if (late.length === 0) return null;
  return (
    <nav aria-label={t('overdue.by-agency')}>
      <ul className="tabs">
        <li>
          <Link
            to="/overdue"
            search={(before) => ({ ...before, agency: undefined })}
            className="tab"
            aria-current={chosen === undefined ? 'true' : undefined}
          >
            {t('overdue.all-agencies')}
          </Link>
        </li>
        {late.map(({ id, name, overdue }) =>
          id === null ? null : (
            <li key={id}>
              <Link
                to="/overdue"
                search={(before) => ({ ...before, agency: id })}
                className="tab"
                aria-current={chosen === id ? 'true' : undefined}
              >
                {name} <span className="count">({overdue})</span>
              </Link>
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}

const levels = [1, 2, 3] as const;

function Levels({ chosen }: { readonly chosen: (typeof levels)[number] | undefined }): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery(dashboardQuery());
  const count = (level: (typeof levels)[number]): number => data?.escalations[`level${level}`] ?? 0;
  return (
    <nav aria-label={t('overdue.levels')}>
      <ul className="tabs">
        <li>
          <Link
            to="/overdue"
            search={(before) => ({ ...before, level: undefined })}
            className="tab"
            aria-current={chosen === undefined ? 'true' : undefined}
          >
            {t('overdue.all-levels')}
          </Link>
        </li>
        {levels.map((level) => (
          <li key={level}>
            <Link
              to="/overdue"
              search={(before) => ({ ...before, level })}
              className="tab"
              aria-current={chosen === level ? 'true' : undefined}
            >
              {t(`overdue.level-${level}`)} <span className="count">({count(level)})</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
