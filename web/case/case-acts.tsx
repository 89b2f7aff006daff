import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import { ActForm } from '../acts/act-form.js';
import { caseCommands, casePlan } from '../acts/case-plans.js';
import { FoldedForm } from '../acts/folded-form.js';
import { isKept } from '../acts/kept-entries.js';
import type { Plan } from '../acts/plan.js';
import { RefusedAct } from '../acts/refused-act.js';
import { useHeld } from '../acts/use-held.js';
import type { CommandDone } from '../api/use-command.js';
import { useProcedure } from '../procedure/use-procedure.js';
import { useMe } from '../session/session.js';

/** What this person may do with the case as a whole. */
export function CaseActs({ view: now }: { readonly view: CaseView }): ReactNode {
  const { t } = useTranslation();
  const [done, setDone] = useState<CommandDone>();
  const view = useHeld(now, (shown) => shown.permitted.some(({ type }) => isKept(nameIn(shown, type))));
  const me = useMe();
  const procedure = useProcedure(view.procedure);
  const acts = caseCommands.flatMap((type) =>
    view.permitted
      .filter((permission) => permission.type === type && permission.taskId === undefined)
      .flatMap((permission) => {
        const plan = casePlan({ t, permission, me, task: undefined, procedure });
        return plan === undefined ? [] : [{ type, plan }];
      }),
  );
  const refused = view.refused.flatMap((act) => {
    const plan = casePlan({ t, permission: { type: act.type }, me, task: undefined, procedure });
    return plan === undefined ? [] : [{ act, title: plan.title }];
  });
  if (acts.length + refused.length === 0) return null;
  return (
    <section className="card stack-tight" aria-labelledby="case-acts">
      <h2 id="case-acts">{t('case.acts')}</h2>
      <Recorded done={done} />
      {acts.map(({ type, plan }) => (
        <CaseAct key={type} name={nameIn(view, type)} plan={plan} view={view} onDone={setDone} />
      ))}
      {refused.map(({ act, title }) => (
        <details key={act.type} className="other-act">
          <summary>{t('act.not-yet', { act: title })}</summary>
          <RefusedAct {...act} />
        </details>
      ))}
    </section>
  );
}

const nameIn = (view: CaseView, type: string): string => `${view.id} ${type}`;

interface CaseActProps {
  readonly name: string;
  readonly plan: Plan;
  readonly view: CaseView;
  readonly onDone: (done: CommandDone) => void;
}

/** Offers a fresh form after it was done. */
function CaseAct({ name, plan, view, onDone }: CaseActProps): ReactNode {
  const [last, setLast] = useState<number>();
  return (
    <FoldedForm title={plan.title} name={name}>
      <ActForm
        key={last}
        name={name}
        plan={plan}
        caseId={view.id}
        version={view.version}
        onDone={(done) => {
          setLast(done.case.version);
          onDone(done);
        }}
      />
    </FoldedForm>
  );
}

/** Stands above the acts, and has the focus: what was just done may no longer be offered. */
function Recorded({ done }: { readonly done: CommandDone | undefined }): ReactNode {
  const { t } = useTranslation();
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (done !== undefined) words.current?.focus();
  }, [done]);
  return (
    <p role="status" ref={words} tabIndex={-1}>
      {done !== undefined && `${t('done.title')}: ${done.events[0]?.title ?? ''}`}
    </p>
  );
}
