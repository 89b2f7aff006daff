import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/contract/task.js';
import type { Phase } from '../../domain/procedure/procedure.js';
import { dashboardQuery, tasksQuery } from '../api/queries.js';
import { useKnownOptions } from '../procedure/use-procedure.js';
import { useMe } from '../session/session.js';
import { PagedList } from '../shell/paged-list.js';
import { usePageTitle } from '../shell/page-title.js';
import { Starting } from '../shell/waiting.js';
import { SavedViews } from '../views/saved-views.js';
import { boxesOf, firstBoxOf, holdsTasks, isCounted, type TaskBox } from './task-boxes.js';
import { TaskTable } from './task-table.js';
import { readWorkSearch } from './work-search.js';

const LateTasks = lazy(async () => ({ default: (await import('../overdue/overdue-tasks.js')).OverdueTasks }));

export function MyWorkPage(): ReactNode {
  const { t } = useTranslation();
  const { roles } = useMe();
  const { box = firstBoxOf(roles), phase, q } = useSearch({ from: '/work' });
  usePageTitle(t('work.title'));
  return (
    <div className="page stack">
      <h1>{t('work.title')}</h1>
      <Queues box={box} phase={phase} />
      <PhaseFilter box={box} phase={phase} />
      <SavedViews list="tasks" to="/work" search={{ box, phase }} />
      <h2 className="hidden-words">{t(`box.${box}`)}</h2>
      <PagedList
        query={tasksQuery({ box, phase, q })}
        show={(tasks) => <Tasks box={box} tasks={tasks} />}
        empty={<NothingHere box={box} />}
      />
    </div>
  );
}

/** Whoever coordinates can nudge those for whom we wait, right from the list. */
function Tasks({ box, tasks }: { readonly box: TaskBox; readonly tasks: readonly TaskView[] }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  if (box !== 'others' || !me.roles.includes('coordinator'))
    return <TaskTable caption={t(`box.${box}`)} tasks={tasks} />;
  return (
    <Suspense fallback={<Starting />}>
      <LateTasks of="others" tasks={tasks} />
    </Suspense>
  );
}

interface Chosen {
  readonly box: TaskBox;
  readonly phase: Phase | undefined;
}

function PhaseFilter({ box, phase }: Chosen): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { phases: options } = useKnownOptions({ phase }, t);
  return (
    <NativeSelect
      className="short-input no-print"
      label={t('phase')}
      value={phase ?? ''}
      data={[{ value: '', label: t('filter.all') }, ...options.map(([value, label]) => ({ value, label }))]}
      onChange={(event) => {
        const search = readWorkSearch({ box, phase: event.currentTarget.value });
        void navigate({ to: '/work', search, replace: true });
      }}
    />
  );
}

function Queues({ box: chosen, phase }: Chosen): ReactNode {
  const { t } = useTranslation();
  const { roles } = useMe();
  const { data } = useQuery(dashboardQuery());
  return (
    <nav aria-label={t('work.queues')}>
      <ul className="tabs">
        {boxesOf(roles).map((box) => (
          <li key={box}>
            <Link
              to="/work"
              search={phase === undefined ? { box } : { box, phase }}
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
  const { roles } = useMe();
  return (
    <div className="empty">
      <p>{t(`box.${box}.empty`)}</p>
      {box === 'agency' || !holdsTasks(roles) ? (
        <Link to="/cases">{t('cases.all')}</Link>
      ) : (
        <Link to="/work" search={{ box: 'agency' }}>
          {t('work.see-agency')}
        </Link>
      )}
    </div>
  );
}
