import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import { ActForm } from '../acts/act-form.js';
import { FoldedForm } from '../acts/folded-form.js';
import { liftExclusionPlan } from '../acts/lift-exclusion-plan.js';
import { useProcedure } from '../procedure/use-procedure.js';
import { useMe } from '../session/session.js';
import { momentWords } from '../time/display.js';

/** Who must take no part and learn nothing, why and since when; an exclusion made by mistake can be taken back. */
export function ExclusionList({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const procedure = useProcedure(view.procedure);
  if (view.exclusions.length === 0) return null;
  return (
    <section className="card stack-tight" aria-labelledby="exclusions">
      <h2 id="exclusions">{t('case.exclusions')}</h2>
      {view.exclusions.map(({ id, title, at, ground }) => {
        const permission = view.permitted.find(
          ({ type, exclusionId }) => type === 'lift-exclusion' && exclusionId === id,
        );
        return (
          <div key={id}>
            <p>
              <strong>{title}</strong>
              <br />
              {ground} · {momentWords(at)}
            </p>
            {permission !== undefined && (
              <FoldedForm title={t('act.lift-exclusion')} name={nameOf(id)}>
                <ActForm
                  name={nameOf(id)}
                  plan={liftExclusionPlan({ t, permission, me, task: undefined, procedure }, id)}
                  caseId={view.id}
                  version={view.version}
                  onDone={() => undefined}
                />
              </FoldedForm>
            )}
          </div>
        );
      })}
    </section>
  );
}

const nameOf = (exclusionId: string): string => `lift-exclusion ${exclusionId}`;
