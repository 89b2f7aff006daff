import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import type { TaskView } from '../../api/contract/task.js';
import { ActForm } from '../acts/act-form.js';
import type { Plan } from '../acts/plan.js';
import { taskCommands, taskPlan } from '../acts/task-plans.js';
import { proceduresQuery } from '../api/queries.js';
import type { CommandDone } from '../api/use-command.js';
import { useMe } from '../session/session.js';

interface Props {
  readonly task: TaskView;
  readonly view: CaseView;
  readonly onDone: (done: CommandDone) => void;
}

/** What this person may do with the task now: the main act open, all others behind their names. */
export function TaskActs({ task, view, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const { data: procedures } = useQuery(proceduresQuery());
  const procedure = procedures?.items.find(({ ref }) => ref === view.procedure);
  const acts = taskCommands.flatMap((type) =>
    view.permitted
      .filter((permission) => permission.type === type && permission.taskId === task.id)
      .filter(({ type: asked }) => asked !== 'assign-officer' || task.assignee?.id !== me.id)
      .flatMap((permission) => {
        const plan = taskPlan({ t, permission, me, task, procedure });
        return plan === undefined ? [] : [{ type, plan, onBehalf: permission.onBehalf === true }];
      }),
  );
  const [main, ...others] = acts;
  if (main === undefined) return <p className="card">{t('task.nothing-to-do')}</p>;
  const form = (plan: Plan): ReactNode => (
    <ActForm plan={plan} caseId={view.id} version={view.version} onDone={onDone} />
  );
  return (
    <div className="stack">
      <section className="card stack" aria-labelledby="main-act">
        <h2 id="main-act">
          {main.onBehalf ? t('behalf.title', { agency: task.agency?.name }) : main.plan.title}
        </h2>
        {main.onBehalf && <p>{t('behalf.what')}</p>}
        {form(main.plan)}
      </section>
      {others.length > 0 && (
        <section className="card stack" aria-labelledby="other-acts">
          <h2 id="other-acts">{t('task.other-acts')}</h2>
          {others.map(({ type, plan }) => (
            <OtherAct key={type} title={plan.title}>
              {form(plan)}
            </OtherAct>
          ))}
        </section>
      )}
    </div>
  );
}

/** A form that is made when it is first opened, and stays: closing it loses nothing. */
function OtherAct({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const [opened, setOpened] = useState(false);
  return (
    <details
      className="other-act"
      onToggle={() => {
        setOpened(true);
      }}
    >
      <summary>{title}</summary>
      {opened && children}
    </details>
  );
}
