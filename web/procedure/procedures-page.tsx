import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcedureSummary } from '../../api/contract/directory.js';
import { proceduresQuery } from '../api/queries.js';
import { usePageTitle } from '../shell/page-title.js';
import { Trouble } from '../shell/trouble.js';
import { Starting } from '../shell/waiting.js';
import { phaseWords } from '../words/coded-words.js';
import { inForceWords } from './in-force-words.js';

/** The legal rule sets that cases are pinned to. */
export function ProceduresPage(): ReactNode {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(proceduresQuery());
  usePageTitle(t('nav.procedures'));
  return (
    <div className="page stack">
      <h1>{t('nav.procedures')}</h1>
      <p>{t('procedures.what')}</p>
      {error !== null && <Trouble error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        <Starting />
      ) : (
        data.items.map((procedure) => <Procedure key={procedure.ref} procedure={procedure} />)
      )}
    </div>
  );
}

function Procedure({ procedure }: { readonly procedure: ProcedureSummary }): ReactNode {
  const { t } = useTranslation();
  const { ref, title, inForce, current } = procedure;
  return (
    <section className="card stack" aria-labelledby={ref}>
      <h2 id={ref}>{title}</h2>
      {current && (
        <p>
          <span className="flag">{t('procedures.current')}</span>
        </p>
      )}
      <dl className="facts">
        <dt>{t('procedures.in-force')}</dt>
        <dd>{inForceWords(inForce, t)}</dd>
        <dt>{t('channel')}</dt>
        <dd>{procedure.channels.map((channel) => channel.title).join(', ')}</dd>
        <dt>{t('phases')}</dt>
        <dd>{procedure.phases.map((phase) => phaseWords(phase, t)).join(' › ')}</dd>
        <dt>{t('procedures.size')}</dt>
        <dd>{t('procedures.counts', { steps: procedure.steps, limits: procedure.limits })}</dd>
        <dt>{t('procedures.endings')}</dt>
        <dd>{procedure.outcomes.map((outcome) => outcome.title).join('; ')}</dd>
      </dl>
      <p>
        <Link to="/procedures/$ref" params={{ ref }} className="row-act">
          {t('steps.see')}
        </Link>
      </p>
    </section>
  );
}
