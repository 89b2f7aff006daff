import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseSummary, PrintSummary } from '../case/case-summary.js';
import { Accesses } from './accesses.js';
import { caseQuery, timelineQuery } from '../api/queries.js';
import { PageTrouble } from '../shell/page-trouble.js';
import { PagedList } from '../shell/paged-list.js';
import { usePageTitle } from '../shell/page-title.js';
import { TitleWithCode } from '../shell/title-with-code.js';
import { eventKinds, type EventKind } from './event-kinds.js';
import { DeadlineLanes } from './deadline-lanes.js';
import { Timeline } from './timeline.js';
import { withoutRepeats } from './without-repeats.js';

/** Everything that happened to a case, newest first, and how each agency used its time. */
export function HistoryPage(): ReactNode {
  const { t } = useTranslation();
  const { caseId } = useParams({ from: '/cases/$caseId/history' });
  const { kind } = useSearch({ from: '/cases/$caseId/history' });
  const { data: view, error, refetch } = useQuery(caseQuery(caseId));
  const code = view?.code ?? '';
  usePageTitle(t('history.title', { code }));
  if (view === undefined && error !== null)
    return <PageTrouble error={error} onRetry={() => void refetch()} />;
  return (
    <div className="page stack">
      {view !== undefined && <CaseSummary view={view} />}
      <nav aria-label={t('crumbs')} className="crumbs no-print">
        <Link to="/cases/$caseId" params={{ caseId }} className="code">
          {code}
        </Link>
      </nav>
      <div className="row row-apart no-print">
        <h1>
          <TitleWithCode words={t('history.title', { code })} code={code} />
        </h1>
        <PrintSummary />
      </div>
      <div className="stack no-print">
        {view !== undefined && <DeadlineLanes caseId={caseId} tasks={view.tasks} />}
        <section className="stack" aria-labelledby="timeline">
          <h2 id="timeline">{t('history.timeline')}</h2>
          <Kinds caseId={caseId} chosen={kind} />
          <PagedList
            query={timelineQuery(caseId, { kind })}
            show={(events) => <Timeline caseId={caseId} events={withoutRepeats(events)} />}
            empty={<p className="empty">{t(kind === undefined ? 'history.none' : 'history.none-of-kind')}</p>}
          />
        </section>
        <Accesses caseId={caseId} />
      </div>
    </div>
  );
}

interface KindsProps {
  readonly caseId: string;
  readonly chosen: EventKind | undefined;
}

function Kinds({ caseId, chosen }: KindsProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const show = (kind: EventKind | undefined): void =>
    void navigate({
      to: '/cases/$caseId/history',
      params: { caseId },
      search: kind === undefined ? {} : { kind },
      replace: true,
    });
  return (
    <div className="tabs no-print" role="group" aria-label={t('history.kinds')}>
      <button
        type="button"
        className="tab"
        aria-pressed={chosen === undefined}
        onClick={() => {
          show(undefined);
        }}
      >
        {t('filter.all')}
      </button>
      {eventKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className="tab"
          aria-pressed={chosen === kind}
          onClick={() => {
            show(kind);
          }}
        >
          {t(`history.kind-${kind}`)}
        </button>
      ))}
    </div>
  );
}
