import type { CaseEvent, EventType } from '../../domain/case/events.js';
import type { EventKind } from '../contract/event.js';

/** What an event is about, for whoever looks for one kind of it. */
const kinds = {
  'case-opened': 'case',
  'case-registered': 'case',
  'coordinator-named': 'case',
  'directory-changed': 'case',
  'fact-recorded': 'case',
  'place-recorded': 'case',
  'task-opened': 'task',
  'task-routed': 'task',
  'task-accepted': 'task',
  'task-assigned': 'task',
  'task-declined': 'task',
  'task-misdirected': 'task',
  'task-reassigned': 'task',
  'task-recalled': 'task',
  'task-completed': 'task',
  'outcome-corrected': 'task',
  'deadlines-set': 'deadline',
  'rung-reached': 'deadline',
  'escalation-raised': 'escalation',
  'escalation-acknowledged': 'escalation',
  nudged: 'escalation',
  excluded: 'case',
  'exclusion-lifted': 'case',
  'consent-recorded': 'case',
  'consent-withdrawn': 'case',
  'note-added': 'case',
  'case-closed': 'case',
  'case-reopened': 'case',
  'case-parked': 'case',
  'case-unparked': 'case',
  restored: 'case',
} as const satisfies Record<EventType, EventKind>;

/** That the rung of a report was reached belongs to the report. */
export const kindOf = ({ type, data }: CaseEvent): EventKind =>
  type === 'rung-reached' && data.kind === 'escalation' ? 'escalation' : kinds[type];
