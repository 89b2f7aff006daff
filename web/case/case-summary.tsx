import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/contract/case.js';
import type { TaskView } from '../../api/contract/task.js';
import { useMe } from '../session/session.js';
import { RecordTable, type Column } from '../shell/record-table.js';
import { momentTold } from '../time/deadline-cell.js';
import { nowAhead } from '../time/deadline-words.js';
import { momentWords } from '../time/display.js';
import { caseStatusKeys, phaseWords, statusWords } from '../words/coded-words.js';
import { CaseAbout } from './case-about.js';
import { FactList } from './fact-list.js';
import { PrintedConsents } from './printed-consents.js';
import { isOpen } from './task-order.js';

/** One click prints; what is printed is the summary, not the screen. */
export function PrintSummary(): ReactNode {
  const { t } = useTranslation();
  return (
    <Button
      variant="default"
      onClick={() => {
        window.print();
      }}
    >
      {t('history.print')}
    </Button>
  );
}

/** A case on paper: where it stands, who did or has to do what by when. Never a name or a story. Unseen on the screen. */
export function CaseSummary({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const byTime = [...view.tasks].sort((one, other) => one.offeredAt.localeCompare(other.offeredAt));
  return (
    <section className="only-print stack">
      <p className="print-title">{t('summary.title', { code: view.code })}</p>
      <p>
        {view.status === 'open'
          ? t('phase-is', { phase: phaseWords(view.phase, t) })
          : t(caseStatusKeys[view.status])}
        {'\u00a0· '}
        {t('summary.printed', { at: momentWords(nowAhead()), who: me.title })}
      </p>
      <CaseAbout view={view} />
      <FactList title={t('case.facts')} facts={view.facts} />
      <RecordTable
        caption={t('summary.tasks')}
        columns={columns(t)}
        rows={byTime}
        keyOf={({ id }: TaskView) => id}
      />
      <PrintedConsents consents={view.consents} />
      <p className="quiet">{t('registered.code-help')}</p>
    </section>
  );
}

const columns = (t: TFunction): readonly Column<TaskView>[] => [
  { head: t('task.what'), names: true, cell: ({ title }) => title },
  { head: t('task.holder'), cell: ({ agency }) => agency?.name ?? t('task.no-agency') },
  { head: t('task.due'), cell: ({ due }) => (due === null ? '–' : momentTold(due, t)) },
  {
    head: t('task.outcome'),
    cell: (task) =>
      isOpen(task)
        ? statusWords(task, t)
        : (task.outcomes.find(({ id }) => id === task.outcome)?.title ?? statusWords(task, t)),
  },
  {
    head: t('task.ended'),
    cell: ({ completedAt }) => (completedAt === undefined ? '–' : momentWords(completedAt)),
  },
];
