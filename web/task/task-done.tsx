import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/contract/task.js';
import { tasksQuery } from '../api/queries.js';
import type { CommandDone } from '../api/use-command.js';
import { isOpen, mostUrgent, openTasks } from '../case/task-order.js';
import { useMe } from '../session/session.js';
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
  const still = done.case.tasks.some((each) => each.id === task.id && isOpen(each));
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
          <NextTask after={task} view={done.case} />
          {still && (
            <Button variant="default" onClick={onBack}>
              {t('done.go-on')}
            </Button>
          )}
          <Link to="/cases/$caseId" params={{ caseId: done.case.id }} className="row-act">
            {t('done.to-case')}
          </Link>
        </p>
      </section>
    </div>
  );
}

interface NextProps {
  readonly after: TaskView;
  readonly view: CommandDone['case'];
}

/** What this case asks of us next; else the most urgent of our agency. */
function NextTask({ after, view }: NextProps): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const { data } = useInfiniteQuery(
    tasksQuery({ box: 'agency', rehearsal: after.rehearsal ? true : undefined }),
  );
  const ours = mostUrgent(
    openTasks(view.tasks).filter(({ id, agency }) => id !== after.id && agency?.id === me.agency?.id),
  );
  const next = ours ?? data?.pages[0]?.items.find(({ id }) => id !== after.id);
  if (next === undefined)
    return (
      <Link to="/work" className="main-act">
        {t('nav.work')}
      </Link>
    );
  return (
    <Link to="/tasks/$taskId" params={{ taskId: next.id }} className="main-act">
      {t('done.next', { task: next.title, code: next.subject.code })}
    </Link>
  );
}
