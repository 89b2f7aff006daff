import type { CaseState } from '../../domain/case/case-state.js';
import type { CaseEvent } from '../../domain/case/events.js';
import { derivedUuid } from '../../domain/ids.js';
import { procedureOf } from '../../domain/procedure/catalogue.js';
import type { Audience } from '../../domain/procedure/procedure.js';

/** A notice to an agency or a post: what kind, about which task. Ids and codes only, never a word about a person. */
export interface NoticeRow {
  readonly id: string;
  readonly case_id: string;
  readonly task_id: string | null;
  readonly kind: 'task-offered' | 'reminder' | 'overdue' | 'escalation' | 'nudged' | 'case-parked';
  readonly audience: Audience;
  readonly agency_id: string | null;
  readonly created_at: string;
  readonly rehearsal: boolean;
}

/** Who is told of an event. What fell due before the case was recorded at all is in the record, but told to nobody. */
export function noticeRows(event: CaseEvent, state: CaseState): readonly NoticeRow[] {
  if (event.type === 'nudged') return [row(event, state, { kind: 'nudged', audience: 'agency' })];
  if (event.type === 'case-parked')
    return [row(event, state, { kind: 'case-parked', audience: 'supervisor' })];
  if (event.type === 'task-routed') {
    // History may name who had it then; told is who has it.
    if (event.data.agencyId !== (state.tasks[event.data.taskId]?.agencyId ?? null)) return [];
    const audience = event.data.agencyId === null ? 'coordinator' : 'agency';
    return [row(event, state, { kind: 'task-offered', audience })];
  }
  if (event.type === 'escalation-raised' && event.data.cause !== undefined) {
    const audience = event.data.level === 3 ? 'ministry' : 'supervisor';
    return [row(event, state, { kind: 'escalation', audience })];
  }
  if (event.type !== 'rung-reached' || event.data.beforeRecord) return [];
  const { taskId, rung, kind } = event.data;
  return toldBy(taskId, rung, state).map((audience) => row(event, state, { kind, audience }));
}

function toldBy(taskId: string, rungId: string, state: CaseState): readonly Audience[] {
  const procedure = procedureOf(state.procedure);
  const step = procedure.steps[state.tasks[taskId]?.stepId ?? ''];
  return procedure.ladders[step?.ladder ?? '']?.rungs.find(({ id }) => id === rungId)?.tell ?? [];
}

function row(
  event: CaseEvent,
  state: CaseState,
  { kind, audience }: Pick<NoticeRow, 'kind' | 'audience'>,
): NoticeRow {
  const taskId = 'taskId' in event.data ? event.data.taskId : undefined;
  const holder = taskId === undefined ? null : (state.tasks[taskId]?.agencyId ?? null);
  return {
    id: derivedUuid(`notice:${event.caseId}:${String(event.version)}:${audience}`),
    case_id: event.caseId,
    task_id: taskId ?? null,
    kind,
    audience,
    agency_id:
      audience === 'coordinator'
        ? (state.coordinatingAgencyId ?? null)
        : audience === 'agency' || audience === 'agency-lead'
          ? holder
          : null,
    created_at: event.recordedAt,
    rehearsal: state.rehearsal,
  };
}
