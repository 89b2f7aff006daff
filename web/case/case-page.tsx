import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import { caseQuery } from '../api/queries.js';
import { useMe } from '../session/session.js';
import { usePageTitle } from '../shell/page-title.js';
import { PageTrouble } from '../shell/page-trouble.js';
import { Starting } from '../shell/waiting.js';
import { ConsentCard } from '../consent/consent-card.js';
import { CaseActs } from './case-acts.js';
import { CaseSummary } from './case-summary.js';
import { CaseAbout } from './case-about.js';
import { CaseHeader } from './case-header.js';
import { DoneTasks } from './done-tasks.js';
import { ExclusionList } from './exclusion-list.js';
import { FactList } from './fact-list.js';
import { LatestEvents } from './latest-events.js';
import { LockedSteps } from './locked-steps.js';
import { NextStep } from './next-step.js';
import { OpenTasks } from './open-tasks.js';
import { PersonCard } from './person-card.js';
import { PhaseBar } from './phase-bar.js';

export function CasePage(): ReactNode {
  const { caseId } = useParams({ from: '/cases/$caseId' });
  useTranslation(); // asked for anew when the language changes
  const { data, error, refetch } = useQuery(caseQuery(caseId));
  if (data === undefined)
    return error === null ? <Starting /> : <PageTrouble error={error} onRetry={() => void refetch()} />;
  return <Case key={data.id} view={data} />;
}

function Case({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  usePageTitle(view.code);
  const coordinates = view.coordinatingAgency?.id === me.agency?.id && me.roles.includes('coordinator');
  return (
    <div className="page stack">
      <CaseSummary view={view} />
      <CaseHeader view={view} />
      <PhaseBar view={view} />
      <div className="two-columns no-print">
        <div className="stack">
          <NextStep view={view} />
          <OpenTasks view={view} />
          <CaseActs view={view} />
          <ExclusionList view={view} />
          <LockedSteps view={view} />
        </div>
        <div className="stack">
          <CaseAbout view={view} />
          <ConsentCard view={view} />
          <LatestEvents caseId={view.id} />
          {coordinates && <PersonCard caseId={view.id} may="correct" />}
        </div>
      </div>
      <div className="wide-facts no-print">
        <FactList title={t('case.facts')} facts={view.facts} />
      </div>
      <DoneTasks tasks={view.tasks} />
    </div>
  );
}
