import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import type { TaskView } from '../../api/contract/task.js';
import { LinkAsked } from '../links/link-asked.js';
import { DeadlineCell } from '../time/deadline-cell.js';
import { statusWords, trackWords } from '../words/coded-words.js';
import { openTasks } from './task-order.js';

/** What is open, by the agency that has to act; one task alone is the next step, and told there. */
export function OpenTasks({ view: { tasks, status } }: { readonly view: CaseView }): ReactNode {
  const { t } = useTranslation();
  const open = openTasks(tasks);
  if (open.length === 0 || (open.length === 1 && status === 'open')) return null;
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
  return (
    <li>
      <div>
        <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
          {task.title}
        </Link>
        <TaskState task={task} />
      </div>
      <DeadlineCell due={task.due} aheadMs={task.clockAheadMs} />
    </li>
  );
}

/** How far a task is, on which track, how high it was reported, and whether its agency asks for another link. */
export function TaskState({ task }: { readonly task: TaskView }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <p className="quiet">{stateWords(task, t).join('\u00A0· ')}</p>
      <LinkAsked at={task.linkAskedAt} />
    </>
  );
}

/** Where there is no agency, nobody is waited for to accept it. */
const stateWords = (task: TaskView, t: TFunction): readonly string[] => [
  ...(task.agency === null ? [] : [statusWords(task, t)]),
  ...(task.track === 'main' ? [] : [t('steps.track', { track: trackWords(task.track, t) })]),
  ...(task.escalated === 0 ? [] : [t('escalated', { level: task.escalated })]),
];
