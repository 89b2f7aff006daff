import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import { useMe } from '../session/session.js';
import { DeadlineCell } from '../time/deadline-cell.js';
import { dayOfInstant } from '../time/display.js';
import { TaskState } from './open-tasks.js';
import { mostUrgent, openTasks } from './task-order.js';

/** The one next legal act: ours if there is one, else whom we wait for. */
export function NextStep({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  if (view.status !== 'open') return null;
  const open = openTasks(view.tasks);
  const coordinates = view.coordinatingAgency?.id === me.agency?.id && me.roles.includes('coordinator');
  // What nobody holds is for whoever coordinates to hand on.
  const ours = mostUrgent(
    open.filter(({ agency }) => (agency === null ? coordinates : agency.id === me.agency?.id)),
  );
  const next = ours ?? mostUrgent(open);
  if (next === undefined) return <NothingToDo coming={view.coming} />;
  return (
    <section className="card stack next-step" aria-labelledby="next-step">
      <h2 id="next-step">{t(ours === undefined ? 'case.waiting-for' : 'case.next')}</h2>
      <div>
        <p className="next-title">
          {open.length > 1 ? (
            next.title
          ) : (
            // It stands in no list below.
            <Link to="/tasks/$taskId" params={{ taskId: next.id }}>
              {next.title}
            </Link>
          )}
        </p>
        <p>{next.agency?.name ?? t('task.no-agency')}</p>
        <TaskState task={next} />
      </div>
      <DeadlineCell due={next.due} aheadMs={next.clockAheadMs} />
      <div>
        <Link
          to="/tasks/$taskId"
          params={{ taskId: next.id }}
          hash={ours?.agency === null ? 'reassign-task' : undefined}
          className="main-act"
        >
          {t(
            ours === undefined ? 'case.see-task' : ours.agency === null ? 'overdue.hand-on' : 'case.do-task',
          )}
        </Link>
      </div>
    </section>
  );
}

/** Nobody has to act now: what time will open by itself, and when. */
function NothingToDo({ coming }: Pick<CaseView, 'coming'>): ReactNode {
  const { t } = useTranslation();
  if (coming.length === 0) return <p className="card">{t('case.no-open-task')}</p>;
  return (
    <section className="card stack next-step" aria-labelledby="next-step">
      <h2 id="next-step">{t('case.nothing-now')}</h2>
      <ul className="plain-list">
        {coming.map(({ stepId, title, role, opensAt }) => (
          <li key={stepId}>{t('case.opens-on', { date: dayOfInstant(opensAt), task: title, role })}</li>
        ))}
      </ul>
    </section>
  );
}
