import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import { Icon } from '../shell/icon.js';
import { byNearness } from './steps-near.js';
import { WhyNot } from './why-not.js';

/** Steps that are not open yet, each with what it waits for: those near by in sight, the others behind a click. */
export function LockedSteps({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useTranslation();
  const { near, later, behind } = byNearness(view);
  if (view.locked.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="locked">
      <h2 id="locked">{t('case.locked')}</h2>
      {near.length > 0 && <Steps steps={near} />}
      {later.length > 0 && (
        <details>
          <summary>{t('case.locked-later', { count: later.length })}</summary>
          <Steps steps={later} />
        </details>
      )}
      {behind.length > 0 && (
        <details>
          <summary>{t('case.locked-behind', { count: behind.length })}</summary>
          <Steps steps={behind} />
        </details>
      )}
    </section>
  );
}

function Steps({ steps }: { readonly steps: CaseView['locked'] }): ReactNode {
  return (
    <ul className="locked-list">
      {steps.map(({ stepId, title, ...why }) => (
        <li key={stepId}>
          <Icon name="lock" />
          <div>
            <strong>{title}</strong>
            <WhyNot {...why} />
          </div>
        </li>
      ))}
    </ul>
  );
}
