import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inForceWords } from '../procedure/in-force-words.js';
import { useProcedures } from '../procedure/use-procedure.js';

/** Which law is to be trained: from here the registration of a case under it begins. */
export function BeginRehearsal(): ReactNode {
  const { t } = useTranslation();
  const procedures = useProcedures() ?? [];
  return (
    <section className="card stack-tight" aria-labelledby="begin">
      <h2 id="begin">{t('rehearsal.begin')}</h2>
      <ul className="task-list">
        {procedures.map(({ ref, title, inForce, current }) => (
          <li key={ref}>
            <div>
              <strong>{title}</strong>
              <p className="quiet">
                {t('procedures.in-force')} {inForceWords(inForce, t)}
              </p>
            </div>
            <div>
              <Link
                to="/cases/register"
                search={{ rehearse: ref }}
                className={current ? 'main-act' : 'row-act'}
              >
                {t('rehearsal.begin-by')}
                <span className="hidden-words">: {title}</span>
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
