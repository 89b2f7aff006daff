import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import { ActForm } from '../acts/act-form.js';
import { FoldedForm } from '../acts/folded-form.js';
import { isKept } from '../acts/kept-entries.js';
import type { Plan } from '../acts/plan.js';
import { useHeld } from '../acts/use-held.js';
import type { CommandDone } from '../api/use-command.js';
import { ConsentItem } from './consent-item.js';
import { recordPlan, withdrawPlan } from './consent-plans.js';

/** To what the person agreed, for whom and until when, and the acts that give it and take it back. */
export function ConsentCard({ view: now }: { readonly view: CaseView }): ReactNode {
  const { t } = useTranslation();
  const view = useHeld(now, isBegun);
  const [done, setDone] = useState<CommandDone>();
  // A form stays until what it did is told, though the case that comes back offers it no longer.
  const [offered, setOffered] = useState(() => withdrawable(view));
  const said = useRef<HTMLParagraphElement>(null);
  const records = view.permitted.some(({ type }) => type === 'record-consent');
  if (view.consents.length === 0 && !records) return null;
  // The form that was sent is gone: whoever used the keyboard goes on from what was said.
  const tell = (answer: CommandDone): void => {
    setDone(answer);
    setOffered(withdrawable(answer.case));
    said.current?.focus();
  };
  const form = (name: string, plan: Plan): ReactNode => (
    <FoldedForm key={`${name} ${String(done?.case.version)}`} title={plan.title} name={name}>
      <ActForm name={name} plan={plan} caseId={view.id} version={view.version} onDone={tell} />
    </FoldedForm>
  );
  return (
    <section className="card stack" aria-labelledby="consents">
      <h2 id="consents">{t('consent.title')}</h2>
      <p role="status" tabIndex={-1} ref={said}>
        {done !== undefined && `${t('done.title')}: ${done.events[0]?.title ?? ''}`}
      </p>
      {view.consents.length === 0 && <p>{t('consent.none')}</p>}
      {view.consents.map((consent) => (
        <ConsentItem key={consent.id} caseId={view.id} consent={consent}>
          {[...offered, ...withdrawable(view)].includes(consent.id) &&
            form(withdrawName(view, consent.id), withdrawPlan(t, consent.id))}
        </ConsentItem>
      ))}
      {records && form(recordName(view), recordPlan(t, view))}
    </section>
  );
}

const recordName = ({ id }: CaseView): string => `${id} record-consent`;
const withdrawName = ({ id }: CaseView, consentId: string): string => `${id} withdraw-consent ${consentId}`;

/** The consents that this person may take back for the one who gave them. */
const withdrawable = ({ permitted }: CaseView): readonly (string | undefined)[] =>
  permitted.filter(({ type }) => type === 'withdraw-consent').map(({ consentId }) => consentId);

const isBegun = (view: CaseView): boolean =>
  [recordName(view), ...view.consents.map(({ id }) => withdrawName(view, id))].some(isKept);
