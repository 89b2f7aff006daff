import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/contract/task.js';
import { LinkAsked } from '../links/link-asked.js';
import { DeadlineCell } from '../time/deadline-cell.js';
import { statusWords, trackWords } from '../words/coded-words.js';
import { openTasks } from './task-order.js';

/** What is open, by the agency that has to act. */
export function OpenTasks({ tasks }: { readonly tasks: readonly TaskView[] }): ReactNode {
  const { t } = useTranslation();
  const open = openTasks(tasks);
  if (open.length === 0) return null;
  const agencyOf = ({ agency }: TaskView): string => agency?.name ?? t('task.no-agency');
  return (
    <section className="card stack" aria-labelledby="open-tasks">
      <h2 id="open-tasks">{t('case.open-tasks')}</h2>
      {[...new Set(open.map(agencyOf))].map((agency) => (
        <div key={agency} className="stack-tight">
          <h3>{agency}</h3>
          <ul className="task-list">
            {open
              .filter((task) => agencyOf(task) === agency)
              .map((task) => (
                <OpenTask key={task.id} task={task} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function OpenTask({ task }: { readonly task: TaskView }): ReactNode {
  const { t } = useTranslation();
  return (
    <li>
      <div>
        <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
          {task.title}
        </Link>
        <p className="quiet">
          {statusWords(task, t)}
          {task.track !== 'main' && <>&nbsp;· {t('steps.track', { track: trackWords(task.track, t) })}</>}
          {task.escalated > 0 && <>&nbsp;· {t('escalated', { level: task.escalated })}</>}
        </p>
        <LinkAsked at={task.linkAskedAt} />
      </div>
      <DeadlineCell due={task.due} aheadMs={task.clockAheadMs} />
    </li>
  );
}
