import type { EventKind as Kind } from '../../api/contract/event.js';

/** What one may look for in a history. */
export const eventKinds = ['task', 'deadline', 'escalation', 'case'] as const satisfies readonly Kind[];
export type EventKind = (typeof eventKinds)[number];
