import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/contract/task.js';
import { RecordTable, type Column } from '../shell/record-table.js';
import { DeadlineCell } from '../time/deadline-cell.js';
import { momentWords } from '../time/display.js';
import { statusWords } from '../words/coded-words.js';
import { isOpen } from './task-order.js';

/** What was done, newest first. */
export function DoneTasks({ tasks }: { readonly tasks: readonly TaskView[] }): ReactNode {
  const { t } = useTranslation();
  const ended = tasks
    .filter((task) => !isOpen(task))
    .sort((one, other) => endOf(other).localeCompare(endOf(one)));
  if (ended.length === 0) return null;
  return (
    <details className="card no-print">
      <summary>{t('case.done-tasks', { count: ended.length })}</summary>
      <RecordTable
        caption={t('case.done-tasks', { count: ended.length })}
        columns={columns(t)}
        rows={ended}
        keyOf={({ id }) => id}
      />
    </details>
  );
}

const endOf = ({ completedAt, offeredAt }: TaskView): string => completedAt ?? offeredAt;

const columns = (t: TFunction): readonly Column<TaskView>[] => [
  {
    head: t('task.what'),
    names: true,
    cell: ({ id, title }) => (
      <Link to="/tasks/$taskId" params={{ taskId: id }}>
        {title}
      </Link>
    ),
  },
  { head: t('task.holder'), cell: ({ agency }) => agency?.name ?? t('task.no-agency') },
  {
    head: t('task.outcome'),
    cell: (task) => task.outcomes.find(({ id }) => id === task.outcome)?.title ?? statusWords(task, t),
  },
  {
    head: t('task.ended'),
    cell: ({ completedAt }) => (completedAt === undefined ? '–' : momentWords(completedAt)),
  },
  {
    head: t('task.due'),
    // What was recalled is neither in time nor late.
    cell: ({ due, status, clockAheadMs }) =>
      status === 'recalled' ? '–' : <DeadlineCell due={due} aheadMs={clockAheadMs} />,
  },
];
