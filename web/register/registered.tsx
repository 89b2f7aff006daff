import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import { caseQuery } from '../api/queries.js';
import { openTasks } from '../case/task-order.js';
import { DeadlineCell } from '../time/deadline-cell.js';

/** The code, who has to do what by when, and where to go on. */
export function Registered({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useTranslation();
  const { data: now = view } = useQuery(caseQuery(view.id)); // read anew when the language changes
  const open = openTasks(now.tasks);
  return (
    <div className="page page-narrow stack">
      <section className="card stack done" role="status">
        <h1>{t('registered.title')}</h1>
        <p className="big-code">{view.code}</p>
        <p>{t('registered.code-help')}</p>
      </section>
      <section className="card stack" aria-labelledby="first">
        <h2 id="first">{t('registered.first')}</h2>
        {open.length === 0 && <p>{t('registered.elsewhere')}</p>}
        <ul className="task-list">
          {open.map((task) => (
            <li key={task.id}>
              <div>
                <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
                  {task.title}
                </Link>
                <p className="quiet">{task.agency?.name ?? t('task.no-agency')}</p>
              </div>
              <DeadlineCell due={task.due} aheadMs={task.clockAheadMs} />
            </li>
          ))}
        </ul>
      </section>
      <p className="row">
        <Link to="/cases/$caseId" params={{ caseId: view.id }} className="main-act">
          {t('registered.to-case')}
        </Link>
        <Link to="/cases/register" search={{ step: 1 }} reloadDocument className="row-act">
          {t('registered.another')}
        </Link>
      </p>
    </div>
  );
}
