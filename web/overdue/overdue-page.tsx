import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { escalationsQuery, tasksQuery } from '../api/queries.js';
import { PagedList } from '../shell/paged-list.js';
import { usePageTitle } from '../shell/page-title.js';
import { SavedViews } from '../views/saved-views.js';
import { EscalationList } from './escalation-list.js';
import { Ages, Agencies, Levels, WaitingOrActed } from './overdue-filters.js';
import { OverdueTasks } from './overdue-tasks.js';

/** What is late, at whom and for how long; what was reported upwards, and what was done about it. */
export function OverduePage(): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ from: '/overdue' });
  const { agency, level, late, acknowledged } = search;
  usePageTitle(t('nav.overdue'));
  return (
    <div className="page stack">
      <h1>{t('nav.overdue')}</h1>
      <SavedViews list="escalations" to="/overdue" search={{ ...search }} />
      <Ages search={search} />
      <Agencies search={search} />
      <section className="stack" aria-labelledby="late">
        <h2 id="late">{t('overdue.tasks')}</h2>
        <PagedList
          query={tasksQuery({ box: 'overdue', agency, late, limit: 50 })}
          show={(tasks) => <OverdueTasks of="overdue" tasks={tasks} />}
          empty={<p className="empty">{t('overdue.none')}</p>}
        />
      </section>
      <section className="stack" aria-labelledby="escalations">
        <h2 id="escalations">{t('overdue.escalations')}</h2>
        <WaitingOrActed search={search} />
        <Levels search={search} />
        <PagedList
          query={escalationsQuery({ agency, level, acknowledged, limit: 50 })}
          show={(escalations) => <EscalationList escalations={escalations} />}
          empty={
            <p className="empty">
              {t(acknowledged === true ? 'overdue.none-acted' : 'overdue.no-escalations')}
            </p>
          }
        />
      </section>
    </div>
  );
}
