import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import type { OfficerView } from '../../api/contract/directory.js';
import type { TaskView } from '../../api/contract/task.js';
import { ActForm } from '../acts/act-form.js';
import { assignPlan } from '../acts/assign-plan.js';
import { FoldedForm } from '../acts/folded-form.js';
import { besideTask, casePlan } from '../acts/case-plans.js';
import type { Permission, Plan } from '../acts/plan.js';
import { isKept } from '../acts/kept-entries.js';
import { recordedEntries } from '../acts/recorded-entries.js';
import { RefusedAct } from '../acts/refused-act.js';
import { taskCommands, taskPlan } from '../acts/task-plans.js';
import { useHeld } from '../acts/use-held.js';
import { useProcedure } from '../procedure/use-procedure.js';
import { officersQuery } from '../api/queries.js';
import type { CommandDone } from '../api/use-command.js';
import { useMe } from '../session/session.js';

interface Subject {
  readonly task: TaskView;
  readonly view: CaseView;
}

interface Props extends Subject {
  readonly onDone: (done: CommandDone) => void;
}

/** What this person may do with the task now, and why not what the task is for where the rules refuse that. */
export function TaskActs(props: Props): ReactNode {
  const { t } = useTranslation();
  const refused =
    props.task.stepId === closeStepId
      ? props.view.refused.find(({ type }) => type === closeStepId)
      : undefined;
  return (
    <div className="stack">
      {refused !== undefined && (
        <section className="card stack" aria-labelledby="not-yet">
          <h2 id="not-yet">{t('act.not-yet', { act: props.task.title })}</h2>
          <RefusedAct {...refused} />
        </section>
      )}
      <PossibleActs {...props} />
    </div>
  );
}

/** What is offered is accepted with one press; the main act is open beside it, all others stand behind their names. */
function PossibleActs({ onDone, ...now }: Props): ReactNode {
  const { t } = useTranslation();
  const { task, view } = useUntilSent(now);
  const me = useMe();
  const procedure = useProcedure(view.procedure);
  const permissions = permissionsFor(task, view);
  const officers = useOfficers(task, permissions);
  const acts = permissions.flatMap((permission) => {
    const context = { t, permission, me, task, procedure };
    const plan = withRecorded(permission.type, taskPlan(context) ?? casePlan(context), task);
    const act = { type: permission.type, onBehalf: permission.onBehalf === true };
    const assign = permission.type === 'assign-officer' ? assignPlan(context, officers) : undefined;
    return [
      ...(plan === undefined ? [] : [{ ...act, plan }]),
      ...(assign === undefined ? [] : [{ ...act, type: 'assign-colleague', plan: assign }]),
    ];
  });
  const [main, ...rest] = acts;
  if (main === undefined) return <p className="card">{t('task.nothing-to-do')}</p>;
  const accept = rest.find(({ type, onBehalf }) => type === 'accept-task' && !onBehalf);
  const others = rest.filter((act) => act !== accept);
  const nameOf = (type: string): string => nameIn({ task, view }, type);
  const form = (type: string, plan: Plan): ReactNode => (
    <ActForm name={nameOf(type)} plan={plan} caseId={view.id} version={view.version} onDone={onDone} />
  );
  return (
    <div className="stack">
      {accept !== undefined && (
        <section className="card stack" aria-labelledby="accept-act">
          <h2 id="accept-act">{accept.plan.title}</h2>
          {form(accept.type, accept.plan)}
        </section>
      )}
      <section className="card stack" aria-labelledby="main-act">
        <h2 id="main-act">
          {main.onBehalf ? t('behalf.title', { agency: task.agency?.name }) : main.plan.title}
        </h2>
        {main.onBehalf && <p>{t('behalf.what')}</p>}
        {accept !== undefined && <p>{t('act.complete-at-once')}</p>}
        {form(main.type, main.plan)}
      </section>
      {others.length > 0 && (
        <section className="card stack" aria-labelledby="other-acts">
          <h2 id="other-acts">{t('task.other-acts')}</h2>
          {others.map(({ type, plan }) => (
            <FoldedForm key={type} title={plan.title} name={nameOf(type)} act={type}>
              {form(type, plan)}
            </FoldedForm>
          ))}
        </section>
      )}
    </div>
  );
}

/** What is corrected stands there as it was recorded. */
const withRecorded = (type: string, plan: Plan | undefined, task: TaskView): Plan | undefined =>
  plan === undefined || type !== 'correct-outcome' ? plan : { ...plan, standing: recordedEntries(task) };

const nameIn = ({ task, view }: Subject, type: string): string => `${view.id} ${task.id} ${type}`;

function useUntilSent({ task, view }: Subject): Subject {
  const now = useMemo(() => ({ task, view }), [task, view]);
  return useHeld(now, (shown) =>
    permissionsFor(shown.task, shown.view).some(({ type }) => isKept(nameIn(shown, type))),
  );
}

/** Those to whom the task may be given; asked for only where it may be given to anybody. */
function useOfficers({ agency }: TaskView, permissions: readonly Permission[]): readonly OfficerView[] {
  const mayAssign = permissions.some(({ type }) => type === 'assign-officer');
  const agencyId = agency?.id ?? '';
  const { data } = useQuery({ ...officersQuery(agencyId), enabled: mayAssign && agencyId !== '' });
  return data?.items ?? [];
}

/** In the order in which they are offered; what nobody has is first of all handed to somebody. The step that the engine opens to close a case is done by closing it. */
function permissionsFor(task: TaskView, { permitted }: CaseView): readonly Permission[] {
  const closing = task.stepId === closeStepId ? permitted.filter(({ type }) => type === closeStepId) : [];
  const own = permitted.filter(({ taskId }) => taskId === task.id);
  const handOn = task.agency === null ? own.filter(({ type }) => type === 'reassign-task') : [];
  return [
    ...closing,
    ...handOn,
    ...[...taskCommands, besideTask].flatMap((command) =>
      own.filter((each) => each.type === command && !handOn.includes(each)),
    ),
  ];
}

/** The step's id, and the command by which it is done. */
const closeStepId = 'close-case';
