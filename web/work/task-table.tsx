import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/contract/task.js';
import { LinkAsked } from '../links/link-asked.js';
import { useMe } from '../session/session.js';
import { RecordTable, type Column } from '../shell/record-table.js';
import { DeadlineCell } from '../time/deadline-cell.js';
import { phaseWords } from '../words/coded-words.js';
import { nextAct } from './next-act.js';
import { holdsTasks } from './task-boxes.js';

interface Props {
  readonly caption: string;
  readonly tasks: readonly TaskView[];
}

/** Tasks in the order of the API: what is due first stands on top. */
export function TaskTable({ caption, tasks }: Props): ReactNode {
  const { t } = useTranslation();
  const { agency, roles } = useMe();
  const ours = holdsTasks(roles) ? agency?.id : undefined;
  return (
    <RecordTable
      caption={caption}
      columns={columns({ t, tasks, ours })}
      rows={tasks}
      keyOf={(task) => task.id}
    />
  );
}

interface Shown {
  readonly t: TFunction;
  readonly tasks: readonly TaskView[];
  /** The reader's agency. */
  readonly ours: string | undefined;
}

/** Who has to act is told only where it is not all the same agency. */
const columns = ({ t, tasks, ours }: Shown): readonly Column<TaskView>[] => [
  { head: t('task.what'), names: true, cell: (task) => <TaskLink task={task} /> },
  { head: t('case'), cell: (task) => <SubjectLink task={task} /> },
  { head: t('task.due'), cell: (task) => <DeadlineCell due={task.due} aheadMs={task.clockAheadMs} /> },
  ...(new Set(tasks.map(({ agency }) => agency?.id)).size > 1
    ? [{ head: t('task.holder'), cell: (task: TaskView) => task.agency?.name ?? t('task.no-agency') }]
    : []),
  { head: t('phase'), cell: (task) => <span className="phase-words">{phaseWords(task.phase, t)}</span> },
  {
    head: t('task.next'),
    cell: (task) => (
      <Link
        to="/tasks/$taskId"
        params={{ taskId: task.id }}
        hash={task.agency === null ? 'reassign-task' : undefined}
        className="row-act"
        data-accepted={task.status === 'accepted'}
      >
        {t(nextAct(task, ours))}
        <span className="hidden-words">
          : {task.title}, {task.subject.code}
        </span>
      </Link>
    ),
  },
];

function TaskLink({ task }: { readonly task: TaskView }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
        {task.title}
      </Link>
      <span className="row-flags">
        {task.urgent && <span className="flag flag-urgent">{t('urgent')}</span>}
        {task.rehearsal && <span className="flag">{t('rehearsal')}</span>}
        {task.escalated > 0 && <span className="flag">{t('escalated', { level: task.escalated })}</span>}
        <LinkAsked at={task.linkAskedAt} />
      </span>
    </>
  );
}

function SubjectLink({ task: { subject } }: { readonly task: TaskView }): ReactNode {
  if (subject.kind !== 'case') return subject.code;
  return (
    <Link to="/cases/$caseId" params={{ caseId: subject.id }} className="code">
      {subject.code}
    </Link>
  );
}
