import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import { TitleWithCode } from '../shell/title-with-code.js';
import { DeadlineCell } from '../time/deadline-cell.js';
import { caseStatusKeys } from '../words/coded-words.js';
import { PrintSummary } from './case-summary.js';
import { Flags } from './flags.js';
import { mostUrgent, openTasks } from './task-order.js';

/** Which case, where it stands, what is due next: stays in sight, on a phone without the rest. Never a name. */
export function CaseHeader({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useTranslation();
  const urgent = mostUrgent(openTasks(view.tasks));
  return (
    <header className="case-header no-print">
      <div className="case-strip">
        <div>
          <h1>
            <TitleWithCode words={t('case.title', { code: view.code })} code={view.code} />
          </h1>
          <Flags of={view}>
            {view.status !== 'open' && <span className="flag">{t(caseStatusKeys[view.status])}</span>}
          </Flags>
        </div>
        {view.status === 'open' && urgent !== undefined && (
          <DeadlineCell due={urgent.due} aheadMs={urgent.clockAheadMs} />
        )}
      </div>
      <div className="row">
        <Link to="/cases/$caseId/history" params={{ caseId: view.id }} className="row-act">
          {t('case.history')}
        </Link>
        <PrintSummary />
      </div>
    </header>
  );
}
