import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NudgeAs, TaskView } from '../../api/contract/task.js';
import { LinkAsked } from '../links/link-asked.js';
import { RecordTable, type Column } from '../shell/record-table.js';
import { DeadlineCell } from '../time/deadline-cell.js';
import { dayOfInstant, momentWords } from '../time/display.js';
import { phaseWords } from '../words/coded-words.js';
import { useNudges, type Nudged } from './use-nudges.js';

/** How many are chosen with one click. */
const oldest = 3;

/** `others`: all that other agencies hold, late or not. */
type Of = 'overdue' | 'others';

const chooseKeys = {
  overdue: 'overdue.choose-oldest',
  others: 'work.choose-nearest',
} as const satisfies Record<Of, string>;

const captionKeys = { overdue: 'overdue.tasks', others: 'box.others' } as const satisfies Record<Of, string>;

interface Props {
  readonly of: Of;
  readonly tasks: readonly TaskView[];
}

/** Tasks, what is due first on top, to be nudged one by one or several at once. */
export function OverdueTasks({ of, tasks }: Props): ReactNode {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const nudges = useNudges();
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const first = tasks.filter(isHeld).slice(0, oldest);
  const asked = tasks.filter(({ id }) => chosen.has(id));
  return (
    <div className="stack">
      <div className="row no-print">
        <Button
          variant="default"
          disabled={first.length === 0}
          onClick={() => {
            setChosen(new Set(first.map(({ id }) => id)));
          }}
        >
          {t(chooseKeys[of], { count: first.length })}
        </Button>
        <Button
          loading={nudges.isBusy}
          disabled={asked.length === 0}
          onClick={() => {
            void nudges.nudge(asked).then(() => {
              setChosen(new Set());
            });
          }}
        >
          {t(nudgeKeyOf(asked), { count: asked.length })}
        </Button>
      </div>
      <div role="status">{nudges.results.length > 0 && <Results results={nudges.results} />}</div>
      <RecordTable
        caption={t(captionKeys[of])}
        columns={columns({ t, of, chosen, toggle })}
        rows={tasks}
        keyOf={({ id }) => id}
      />
    </div>
  );
}

/** Where no agency was found there is nobody to ask. */
const isHeld = ({ agency }: TaskView): boolean => agency !== null;

/** Urged, or asked to answer, as is due to those who hold the tasks. */
function nudgeKeyOf(tasks: readonly TaskView[]) {
  const ways = new Set(tasks.map(({ nudgeAs = 'urge' }) => nudgeAs));
  if (ways.size > 1) return 'overdue.nudge-both';
  return ways.has('request') ? 'overdue.request-chosen' : 'overdue.nudge-chosen';
}

const nudgedKeys = { urge: 'overdue.nudged', request: 'overdue.requested' } as const satisfies Record<
  NudgeAs,
  string
>;
const nudgedAtKeys = { urge: 'overdue.nudged-at', request: 'overdue.requested-at' } as const satisfies Record<
  NudgeAs,
  string
>;

function Results({ results }: { readonly results: readonly Nudged[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className="card plain-list">
      {results.map(({ task, refusal }) => (
        <li key={task.id}>
          {task.title}, {task.subject.code}:{' '}
          {refusal ?? t(nudgedKeys[task.nudgeAs ?? 'urge'], { agency: task.agency?.name })}
        </li>
      ))}
    </ul>
  );
}

interface Choosing {
  readonly t: TFunction;
  readonly of: Of;
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
}

interface TickProps extends Pick<Choosing, 't' | 'chosen' | 'toggle'> {
  readonly task: TaskView;
}

function Tick({ task: { id, title, subject }, t, chosen, toggle }: TickProps): ReactNode {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={chosen.has(id)}
        onChange={() => {
          toggle(id);
        }}
      />
      <span className="hidden-words">{t('overdue.choose-one', { task: title, code: subject.code })}</span>
    </label>
  );
}

const columns = ({ t, of, chosen, toggle }: Choosing): readonly Column<TaskView>[] => [
  {
    head: t('overdue.choose'),
    cell: (task) =>
      isHeld(task) ? (
        <Tick task={task} t={t} chosen={chosen} toggle={toggle} />
      ) : (
        <Link to="/tasks/$taskId" params={{ taskId: task.id }} hash="reassign-task" className="hand-on">
          {t('overdue.hand-on')}
        </Link>
      ),
  },
  {
    head: t('task.what'),
    names: true,
    cell: ({ id, title, urgent, linkAskedAt }) => (
      <>
        <Link to="/tasks/$taskId" params={{ taskId: id }}>
          {title}
        </Link>
        <span className="row-flags">
          {urgent && <span className="flag flag-urgent">{t('urgent')}</span>}
          <LinkAsked at={linkAskedAt} />
        </span>
      </>
    ),
  },
  {
    head: t('case'),
    cell: ({ subject }) => (
      <Link to="/cases/$caseId" params={{ caseId: subject.id }} className="code">
        {subject.code}
      </Link>
    ),
  },
  { head: t('task.holder'), cell: ({ agency }) => agency?.name ?? t('task.no-agency') },
  ...(of === 'others'
    ? [
        {
          head: t('phase'),
          cell: ({ phase }: TaskView) => <span className="phase-words">{phaseWords(phase, t)}</span>,
        },
      ]
    : []),
  { head: t('task.due'), cell: ({ due, clockAheadMs }) => <DeadlineCell due={due} aheadMs={clockAheadMs} /> },
  {
    head: t('overdue.reported'),
    cell: (task) => <Reported task={task} t={t} />,
  },
];

function Reported({ task, t }: Pick<TickProps, 'task' | 't'>): ReactNode {
  const { nudgedAt, nudgeAs = 'urge', recordedLateAt } = task;
  return (
    <>
      {reportedWords(task, t)}
      {recordedLateAt !== undefined && (
        <div className="quiet">{t('overdue.recorded-late', { date: dayOfInstant(recordedLateAt) })}</div>
      )}
      {nudgedAt !== undefined && (
        <div className="quiet">{t(nudgedAtKeys[nudgeAs], { at: momentWords(nudgedAt) })}</div>
      )}
    </>
  );
}

/** Who was told, or that nobody was though it is late; nothing where it is not. */
function reportedWords({ escalated, due }: Pick<TaskView, 'escalated' | 'due'>, t: TFunction): string {
  if (escalated > 0) return t(`overdue.to-${levelOf(escalated)}`);
  return due?.state === 'overdue' ? t('overdue.not-reported') : '–';
}

const levelOf = (escalated: number): 1 | 2 | 3 => ([1, 2] as const).find((level) => level === escalated) ?? 3;
