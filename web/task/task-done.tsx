import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/contract/task.js';
import { tasksQuery } from '../api/queries.js';
import type { CommandDone } from '../api/use-command.js';
import { usePageTitle } from '../shell/page-title.js';

interface Props {
  readonly task: TaskView;
  readonly done: CommandDone;
  readonly onBack: () => void;
}

/** What was recorded, what follows from it and by when, and what waits next. */
export function TaskDone({ task, done, onBack }: Props): ReactNode {
  const { t } = useTranslation();
  usePageTitle(t('done.title'));
  const still = done.case.permitted.some(({ taskId }) => taskId === task.id);
  return (
    <div className="page page-narrow stack">
      <section className="card stack done" role="status">
        <h1>{t('done.title')}</h1>
        <p>
          {task.title} · <span className="code">{done.case.code}</span>
        </p>
        <h2>{t('done.followed')}</h2>
        <ul className="plain-list">
          {done.events.map((event) => (
            <li key={event.version}>{event.title}</li>
          ))}
        </ul>
        <p className="row">
          {still && <Button onClick={onBack}>{t('done.go-on')}</Button>}
          <Link to="/cases/$caseId" params={{ caseId: done.case.id }} className="row-act">
            {t('done.to-case')}
          </Link>
          <NextTask after={task.id} />
        </p>
      </section>
    </div>
  );
}

function NextTask({ after }: { readonly after: string }): ReactNode {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(tasksQuery({ box: 'agency' }));
  const next = data?.pages[0]?.items.find(({ id }) => id !== after);
  if (next === undefined)
    return (
      <Link to="/work" className="row-act">
        {t('nav.work')}
      </Link>
    );
  return (
    <Link to="/tasks/$taskId" params={{ taskId: next.id }} className="row-act">
      {t('done.next', { task: next.title, code: next.subject.code })}
    </Link>
  );
}
