import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/contract/task.js';
import { caseQuery, taskQuery, tasksQuery } from '../api/queries.js';
import type { CommandDone } from '../api/use-command.js';
import { Flags } from '../case/flags.js';
import { mostUrgent, openTasks } from '../case/task-order.js';
import { useMe } from '../session/session.js';
import { TaskAbout } from './task-about.js';
import { TaskActs } from './task-acts.js';

interface Props {
  readonly after: TaskView;
  readonly view: CommandDone['case'];
  readonly onDone: (task: TaskView, done: CommandDone) => void;
}

/** The task after the one that was just answered, open already; where nothing waits, the way back to the list. */
export function NextTask({ after, view, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const next = useNext(after, view);
  if (next === undefined)
    return (
      <p>
        <Link to="/work" className="main-act">
          {t('done.to-work')}
        </Link>
      </p>
    );
  return <Opened key={next.id} next={next} onDone={onDone} />;
}

/** What this case asks of us next; else the most urgent of our agency. */
function useNext(after: TaskView, view: CommandDone['case']): TaskView | undefined {
  const me = useMe();
  const query = tasksQuery({ box: 'agency', rehearsal: after.rehearsal ? true : undefined });
  const { data } = useInfiniteQuery(query);
  const ours = openTasks(view.tasks).filter(
    ({ id, agency }) => id !== after.id && agency?.id === me.agency?.id,
  );
  return (
    mostUrgent(ours) ?? data?.pages[0]?.items.find(({ id, agency }) => id !== after.id && agency !== null)
  );
}

interface OpenedProps {
  readonly next: TaskView;
  readonly onDone: Props['onDone'];
}

function Opened({ next, onDone }: OpenedProps): ReactNode {
  const { t } = useTranslation();
  const { data: task = next } = useQuery(taskQuery(next.id));
  const { data: view } = useQuery({
    ...caseQuery(next.subject.id),
    enabled: next.subject.kind === 'case',
  });
  return (
    <section className="stack" aria-labelledby="next-task">
      <header className="stack-tight">
        <h2 id="next-task">
          <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
            {t('done.next', { task: task.title, code: task.subject.code })}
          </Link>
        </h2>
        <Flags of={task} />
      </header>
      <div className="two-columns">
        <TaskAbout task={task} />
        {view !== undefined && (
          <TaskActs
            task={task}
            view={view}
            onDone={(done) => {
              onDone(task, done);
            }}
          />
        )}
      </div>
    </section>
  );
}
