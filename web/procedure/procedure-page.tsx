import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcedureView } from '../../api/contract/procedure.js';
import { useMe } from '../session/session.js';
import { usePageTitle } from '../shell/page-title.js';
import { PageTrouble } from '../shell/page-trouble.js';
import { Trouble } from '../shell/trouble.js';
import { Starting } from '../shell/waiting.js';
import { Picture } from './picture.js';
import { loadQuery, positionQuery, procedureQuery } from './procedure-queries.js';
import { lookOf, type ProcedureLook } from './procedure-search.js';
import { StepList } from './step-list.js';
import { loadTold, positionTold } from './step-told.js';

const from = '/procedures/$ref';

/** A procedure as a picture and as a list that says the same; a case's place on it, or how many cases sit where. */
export function ProcedurePage(): ReactNode {
  const { t } = useTranslation();
  const { ref } = useParams({ from });
  const { data, error, refetch } = useQuery(procedureQuery(ref));
  usePageTitle(data?.title ?? t('nav.procedures'));
  if (error !== null) return <PageTrouble error={error} onRetry={() => void refetch()} />;
  return data === undefined ? <Starting /> : <Procedure procedure={data} />;
}

function Procedure({ procedure }: { readonly procedure: ProcedureView }): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ from });
  const look = lookOf(search);
  const onPhone = useMediaQuery('(width < 760px)', false, { getInitialValueInEffect: false });
  const { ref } = procedure;
  const position = useQuery(positionQuery(ref, search.case));
  const list = <Steps key="list" procedure={procedure} look={look} caseId={search.case} />;
  const query = look === 'plain' ? {} : look === 'load' ? { colour: 'load' } : { case: search.case };
  const picture = (
    <section key="picture" className="card stack" aria-labelledby="picture">
      <h2 id="picture">{t('picture.title')}</h2>
      <Picture procedure={ref} query={query} />
    </section>
  );
  return (
    <div className="page stack">
      <nav aria-label={t('crumbs')} className="crumbs">
        <Link to="/procedures">{t('nav.procedures')}</Link>
        {search.case !== undefined && (
          <Link to="/cases/$caseId" params={{ caseId: search.case }} className="code">
            {position.data?.case.code ?? t('steps.case')}
          </Link>
        )}
      </nav>
      <h1>{procedure.title}</h1>
      <Looks procedure={ref} chosen={look} caseId={search.case} />
      {onPhone ? [list, picture] : [picture, list]}
    </div>
  );
}

interface LooksProps {
  readonly procedure: string;
  readonly chosen: ProcedureLook;
  readonly caseId: string | undefined;
}

const lookKeys = {
  case: 'steps.look-case',
  load: 'steps.look-load',
  plain: 'steps.look-plain',
} as const satisfies Record<ProcedureLook, string>;

/** What is told beside the procedure; only what this reader may ask for. */
function Looks({ procedure, chosen, caseId }: LooksProps): ReactNode {
  const { t } = useTranslation();
  const { permissions } = useMe();
  const isOffered = {
    case: caseId !== undefined,
    load: permissions.includes('see-dashboard'),
    plain: true,
  } satisfies Record<ProcedureLook, boolean>;
  const offered = (['case', 'load', 'plain'] as const).filter((look) => isOffered[look]);
  return (
    <nav className="tabs no-print" aria-label={t('steps.looks')}>
      {offered.map((look) => (
        <Link
          key={look}
          to={from}
          params={{ ref: procedure }}
          search={{ ...(caseId === undefined ? {} : { case: caseId }), look }}
          replace
          className="tab"
          aria-current={look === chosen ? 'page' : undefined}
        >
          {t(lookKeys[look])}
        </Link>
      ))}
    </nav>
  );
}

interface StepsProps {
  readonly procedure: ProcedureView;
  readonly look: ProcedureLook;
  readonly caseId: string | undefined;
}

function Steps({ procedure, look, caseId }: StepsProps): ReactNode {
  const { t } = useTranslation();
  const position = useQuery(positionQuery(procedure.ref, look === 'case' ? caseId : undefined));
  const load = useQuery(loadQuery(procedure.ref, look));
  const error = look === 'case' ? position.error : look === 'load' ? load.error : null;
  const told =
    look === 'case' && position.data !== undefined
      ? positionTold(position.data, t)
      : look === 'load' && load.data !== undefined
        ? loadTold(load.data.items, t)
        : undefined;
  const phase = look === 'case' ? position.data?.case.phase : undefined;
  return (
    <section className="stack" aria-labelledby="steps">
      <h2 id="steps">{t('steps.title', { count: procedure.steps.length })}</h2>
      {error !== null && <Trouble error={error} onRetry={() => void position.refetch()} />}
      {look === 'case' && position.data?.isWhole === false && <p className="quiet">{t('steps.own')}</p>}
      {look === 'load' && <p className="quiet">{t('steps.load-what')}</p>}
      <StepList
        procedure={procedure}
        {...(told === undefined ? {} : { told })}
        {...(phase === undefined ? {} : { phase })}
      />
    </section>
  );
}
