import type { EventType } from '../../domain/case/events.js';

export const eventKinds = ['task', 'deadline', 'escalation', 'case'] as const;
export type EventKind = (typeof eventKinds)[number];

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
  'note-added': 'case',
  'case-closed': 'case',
  'case-reopened': 'case',
  'case-parked': 'case',
  'case-unparked': 'case',
  restored: 'case',
} as const satisfies Partial<Record<EventType, EventKind>>;

const isKnown = (type: string): type is keyof typeof kinds => Object.hasOwn(kinds, type);

/** Events of a kind that came after these screens were built are about the case. */
export const kindOf = (type: string): EventKind => (isKnown(type) ? kinds[type] : 'case');
