import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dashboardQuery, tasksQuery } from '../api/queries.js';
import { PagedList } from '../shell/paged-list.js';
import { usePageTitle } from '../shell/page-title.js';
import { isCounted, taskBoxes, type TaskBox } from './task-boxes.js';
import { TaskTable } from './task-table.js';

export function MyWorkPage(): ReactNode {
  const { t } = useTranslation();
  const { box = 'agency', q } = useSearch({ from: '/work' });
  usePageTitle(t('work.title'));
  return (
    <div className="page stack">
      <h1>{t('work.title')}</h1>
      <Queues chosen={box} />
      <h2 className="hidden-words">{t(`box.${box}`)}</h2>
      <PagedList
        query={tasksQuery({ box, q })}
        show={(tasks) => <TaskTable caption={t(`box.${box}`)} tasks={tasks} />}
        empty={<NothingHere box={box} />}
      />
    </div>
  );
}

function Queues({ chosen }: { readonly chosen: TaskBox }): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery(dashboardQuery());
  return (
    <nav aria-label={t('work.queues')}>
      <ul className="tabs">
        {taskBoxes.map((box) => (
          <li key={box}>
            <Link
              to="/work"
              search={{ box }}
              className="tab"
              aria-current={box === chosen ? 'page' : undefined}
            >
              {t(`box.${box}`)}
              {isCounted(box) && data !== undefined && <span className="count"> ({data.queues[box]})</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** An empty queue explains itself and offers where to look next. */
function NothingHere({ box }: { readonly box: TaskBox }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <p>{t(`box.${box}.empty`)}</p>
      {box === 'agency' ? (
        <Link to="/cases">{t('nav.cases')}</Link>
      ) : (
        <Link to="/work" search={{ box: 'agency' }}>
          {t('box.agency')}
        </Link>
      )}
    </div>
  );
}
