import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/contract/task.js';
import { caseQuery, taskQuery } from '../api/queries.js';
import type { CommandDone } from '../api/use-command.js';
import { usePageTitle } from '../shell/page-title.js';
import { PageTrouble } from '../shell/page-trouble.js';
import { Starting } from '../shell/waiting.js';
import { TaskLinks } from '../links/task-links.js';
import { TaskAbout } from './task-about.js';
import { TaskActs } from './task-acts.js';
import { TaskDone } from './task-done.js';
import { TaskHeader } from './task-header.js';

export function TaskPage(): ReactNode {
  const { taskId } = useParams({ from: '/tasks/$taskId' });
  useTranslation(); // asked for anew when the language changes
  const { data, error, refetch } = useQuery(taskQuery(taskId));
  if (data === undefined)
    return error === null ? <Starting /> : <PageTrouble error={error} onRetry={() => void refetch()} />;
  return <Task key={data.id} task={data} />;
}

interface Answered {
  readonly task: TaskView;
  readonly done: CommandDone;
}

function Task({ task }: { readonly task: TaskView }): ReactNode {
  const { t } = useTranslation();
  const [answered, setAnswered] = useState<Answered>();
  usePageTitle(`${task.title}, ${task.subject.code}`);
  const isCase = task.subject.kind === 'case';
  const { data: view } = useQuery({ ...caseQuery(task.subject.id), enabled: isCase });
  if (answered !== undefined)
    return (
      <TaskDone
        {...answered}
        onBack={() => {
          setAnswered(undefined);
        }}
        onNextDone={(next, done) => {
          setAnswered({ task: next, done });
        }}
      />
    );
  return (
    <div className="page stack">
      <nav aria-label={t('crumbs')} className="crumbs">
        <Link to="/work">{t('nav.work')}</Link>
        {isCase && (
          <Link to="/cases/$caseId" params={{ caseId: task.subject.id }} className="code">
            {task.subject.code}
          </Link>
        )}
      </nav>
      <TaskHeader task={task} />
      <div className="two-columns">
        <TaskAbout task={task} />
        {view !== undefined && (
          <div className="stack">
            <TaskActs
              task={task}
              view={view}
              onDone={(done) => {
                setAnswered({ task, done });
              }}
            />
            <TaskLinks task={task} view={view} />
          </div>
        )}
      </div>
    </div>
  );
}
