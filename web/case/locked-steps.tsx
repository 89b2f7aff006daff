import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import { Icon } from '../shell/icon.js';

/** Steps that are not open yet, each with what it waits for. */
export function LockedSteps({ locked }: { readonly locked: CaseView['locked'] }): ReactNode {
  const { t } = useTranslation();
  if (locked.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="locked">
      <h2 id="locked">{t('case.locked')}</h2>
      <details>
        <summary>{t('case.locked-show', { count: locked.length })}</summary>
        <ul className="locked-list">
          {locked.map(({ stepId, title, because }) => (
            <li key={stepId}>
              <Icon name="lock" />
              <div>
                <strong>{title}</strong>
                <p className="quiet">{because}</p>
              </div>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
