import { useInfiniteQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/contract/task.js';
import { deadlinesQuery } from '../api/queries.js';
import { RecordTable, type Column } from '../shell/record-table.js';
import { momentWords } from '../time/display.js';
import { lanesOf, type Lane, type Span } from './lane.js';

interface Props {
  readonly caseId: string;
  readonly tasks: readonly TaskView[];
}

/** A lane per agency: allowed time as a frame, used time as its filling. The table below says the same. */
export function DeadlineLanes({ caseId, tasks }: Props): ReactNode {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(deadlinesQuery(caseId));
  const lanes = lanesOf(data?.pages.flatMap(({ items }) => items) ?? [], tasks, Date.now());
  if (lanes.length === 0) return null;
  const spans = lanes.flatMap((lane) => lane.spans);
  return (
    <section className="card stack" aria-labelledby="lanes">
      <h2 id="lanes">{t('lanes.title')}</h2>
      <p className="quiet">{t('lanes.legend')}</p>
      <div className="lanes" aria-hidden="true">
        {lanes.map((lane) => (
          <LanePicture key={lane.agency ?? ''} lane={lane} scale={scaleOf(spans)} />
        ))}
      </div>
      <details>
        <summary>{t('lanes.table')}</summary>
        <RecordTable
          caption={t('lanes.title')}
          columns={columns(t)}
          rows={spans}
          keyOf={({ deadline }) => deadline.taskId}
        />
      </details>
    </section>
  );
}

interface Scale {
  readonly fromMs: number;
  readonly lengthMs: number;
}

function scaleOf(spans: readonly Span[]): Scale {
  const fromMs = Math.min(...spans.map(({ startMs }) => startMs));
  const toMs = Math.max(
    ...spans.map(({ startMs, allowedMs, usedMs }) => startMs + Math.max(allowedMs, usedMs)),
  );
  return { fromMs, lengthMs: Math.max(toMs - fromMs, 1) };
}

function LanePicture({ lane, scale }: { readonly lane: Lane; readonly scale: Scale }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="lane">
      <p>{lane.agency ?? t('task.no-agency')}</p>
      <svg
        className="lane-picture"
        viewBox={`0 0 1000 ${String(lane.spans.length * rowHeight)}`}
        preserveAspectRatio="none"
      >
        {lane.spans.map((span, row) => (
          <Bar key={span.deadline.taskId} span={span} scale={scale} top={row * rowHeight} />
        ))}
      </svg>
    </div>
  );
}

const rowHeight = 14;

interface BarProps {
  readonly span: Span;
  readonly scale: Scale;
  readonly top: number;
}

function Bar({ span, scale, top }: BarProps): ReactNode {
  const width = (ms: number): number => Math.max((ms / scale.lengthMs) * 1000, 2);
  const x = ((span.startMs - scale.fromMs) / scale.lengthMs) * 1000;
  const isLate = span.usedMs >= span.allowedMs;
  return (
    <g>
      <rect className="allowed" x={x} y={top + 2} width={width(span.allowedMs)} height={10} />
      <rect
        className={isLate ? 'used-late' : 'used'}
        x={x}
        y={top + 4}
        width={width(span.usedMs)}
        height={6}
      />
    </g>
  );
}

const hourMs = 3_600_000;

/** Two figures are enough to compare: hours below two days, days above. */
const lengthOf = (ms: number, t: TFunction): string =>
  ms < 48 * hourMs
    ? t('length.hour', { count: Math.round(ms / hourMs) })
    : t('length.calendar-day', { count: Math.round(ms / (24 * hourMs)) });

const columns = (t: TFunction): readonly Column<Span>[] => [
  { head: t('task.what'), names: true, cell: ({ title }) => title },
  { head: t('task.holder'), cell: ({ agency }) => agency ?? t('task.no-agency') },
  { head: t('lanes.from'), cell: ({ deadline }) => momentWords(deadline.startAt) },
  { head: t('lanes.allowed'), cell: ({ allowedMs }) => lengthOf(allowedMs, t) },
  {
    head: t('lanes.used'),
    cell: ({ usedMs, isRunning }) => `${lengthOf(usedMs, t)}${isRunning ? ` (${t('lanes.running')})` : ''}`,
  },
  { head: t('lanes.told'), cell: ({ deadline }) => toldOf(deadline.rungs, t) },
  { head: t('task.source'), cell: ({ deadline }) => deadline.source },
];

/** Who was told of it, and when it was noticed. */
const toldOf = (rungs: Span['deadline']['rungs'], t: TFunction): string =>
  rungs.length === 0
    ? '–'
    : rungs
        .map(
          ({ kind, dueAt }) =>
            `${t(kind === 'reminder' ? 'rung.reminder' : kind === 'overdue' ? 'rung.overdue' : 'rung.escalation')} ${momentWords(dueAt)}`,
        )
        .join('; ');
