import { useInfiniteQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/contract/task.js';
import { epochMs } from '../../domain/time/instant.js';
import { deadlinesQuery } from '../api/queries.js';
import { RecordTable, type Column } from '../shell/record-table.js';
import { nowAhead } from '../time/deadline-words.js';
import { dayOfInstant, momentWords } from '../time/display.js';
import { useWorkingCalendar } from '../time/working-calendar-query.js';
import { lanesOf, type Lane, type Span } from './lane.js';
import { allowedWords, beyondWords, spanWords, usedWords } from './span-words.js';

interface Props {
  readonly caseId: string;
  readonly tasks: readonly TaskView[];
}

/** A lane per agency: allowed time as a frame, used time as its filling, both in words beside. The table tells more. */
export function DeadlineLanes({ caseId, tasks }: Props): ReactNode {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(deadlinesQuery(caseId));
  const calendar = useWorkingCalendar();
  const nowMs = epochMs(nowAhead(tasks[0]?.clockAheadMs));
  const lanes = lanesOf(data?.pages.flatMap(({ items }) => items) ?? [], tasks, { nowMs, calendar });
  if (lanes.length === 0) return null;
  const spans = lanes.flatMap((lane) => lane.spans);
  const scale = scaleOf(spans);
  return (
    <section className="card stack" aria-labelledby="lanes">
      <h2 id="lanes">{t('lanes.title')}</h2>
      <p className="quiet">
        {t('lanes.legend', { from: dayOf(scale.fromMs), to: dayOf(scale.fromMs + scale.lengthMs) })}
      </p>
      <div className="lanes">
        {lanes.map((lane) => (
          <AgencyLane key={lane.agency ?? ''} lane={lane} scale={scale} />
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

const dayOf = (ms: number): string => dayOfInstant(new Date(ms).toISOString());

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

/** One agency: its tasks one below the other on the same scale, each with its figures in words. */
function AgencyLane({ lane, scale }: { readonly lane: Lane; readonly scale: Scale }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="lane">
      <h3>{lane.agency ?? t('task.no-agency')}</h3>
      <ul>
        {lane.spans.map((span) => (
          <li key={span.deadline.taskId}>
            <span>{span.title}</span>
            <Bar span={span} scale={scale} />
            <span className="lane-figures">{figures(span, t)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "đã dùng 3 ngày, được phép 20 ngày"; what went beyond is said first. */
function figures(span: Span, t: TFunction): ReactNode {
  const words = spanWords(span, t);
  if (span.beyondMs === 0) return words;
  return (
    <>
      <strong className="lane-beyond">{t('lanes.beyond', { length: beyondWords(span, t) })}</strong>&nbsp;·{' '}
      {words}
    </>
  );
}

/** Blue what was used of the frame, red what went beyond it. */
function Bar({ span, scale }: { readonly span: Span; readonly scale: Scale }): ReactNode {
  const length = (ms: number): number => (ms / scale.lengthMs) * 1000;
  const width = (ms: number): number => Math.max(length(ms), 3);
  const x = length(span.startMs - scale.fromMs);
  const withinMs = span.usedMs - span.beyondMs;
  return (
    <svg className="lane-picture" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">
      <rect className="allowed" x={x} y={1} width={width(span.allowedMs)} height={12} />
      {withinMs > 0 && <rect className="used" x={x} y={4} width={width(withinMs)} height={6} />}
      {span.beyondMs > 0 && (
        <rect className="used-late" x={x + length(withinMs)} y={4} width={width(span.beyondMs)} height={6} />
      )}
    </svg>
  );
}

const columns = (t: TFunction): readonly Column<Span>[] => [
  { head: t('task.what'), names: true, cell: ({ title }) => title },
  { head: t('task.holder'), cell: ({ agency }) => agency ?? t('task.no-agency') },
  { head: t('lanes.from'), cell: ({ startMs }) => momentWords(new Date(startMs).toISOString()) },
  { head: t('lanes.allowed'), cell: (span) => allowedWords(span, t) },
  {
    head: t('lanes.used'),
    cell: (span) => `${usedWords(span, t)}${span.isRunning ? ` (${t('lanes.running')})` : ''}`,
  },
  { head: t('lanes.told'), cell: ({ deadline }) => toldOf(deadline, t) },
  { head: t('task.source'), cell: ({ deadline }) => deadline.source },
];

/** What came of it when, as long as it ran; reports climb one level after the other. */
function toldOf({ rungs: all, endedAt }: Span['deadline'], t: TFunction): string {
  const rungs = all.filter(({ dueAt }) => endedAt === undefined || dueAt <= endedAt);
  if (rungs.length === 0) return '–';
  const reports = rungs.filter(({ kind }) => kind === 'escalation');
  return [...rungs]
    .sort((one, other) => one.dueAt.localeCompare(other.dueAt))
    .map((rung) => `${rungWords(rung.kind, reports.indexOf(rung) + 1, t)} ${momentWords(rung.dueAt)}`)
    .join('; ');
}

function rungWords(kind: string, level: number, t: TFunction): string {
  if (kind === 'escalation') return t('rung.escalation', { level });
  return t(kind === 'reminder' ? 'rung.reminder' : 'rung.overdue');
}
