import type { Ladder, Rung } from '../procedure.js';
import { byId } from './step.js';

const overdue: Rung = {
  id: 'overdue',
  kind: 'overdue',
  at: { when: 'at', amount: 0, unit: 'hour' },
  tell: ['agency', 'coordinator'],
};

/** Legal limits and own targets counted in days. */
const days: Ladder = {
  id: 'days',
  rungs: [
    {
      id: 'reminder',
      kind: 'reminder',
      at: { when: 'before', amount: 1, unit: 'working-day' },
      tell: ['agency'],
    },
    overdue,
    {
      id: 'escalation-1',
      kind: 'escalation',
      at: { when: 'after', amount: 1, unit: 'hour' },
      tell: ['agency-lead', 'coordinator'],
      level: 1,
    },
    {
      id: 'escalation-2',
      kind: 'escalation',
      at: { when: 'after', amount: 1, unit: 'working-day' },
      tell: ['supervisor'],
      level: 2,
    },
    {
      id: 'escalation-3',
      kind: 'escalation',
      at: { when: 'after', amount: 3, unit: 'working-day' },
      tell: ['ministry'],
      level: 3,
    },
  ],
};

/** "Ngay": our 24 hours; the reminder comes 22 hours before they end, which is 2 hours after the offer. */
const immediate: Ladder = {
  id: 'immediate',
  rungs: [
    {
      id: 'reminder',
      kind: 'reminder',
      at: { when: 'before', amount: 22, unit: 'hour' },
      tell: ['agency'],
    },
    overdue,
    {
      id: 'escalation-1',
      kind: 'escalation',
      at: { when: 'at', amount: 0, unit: 'hour' },
      tell: ['agency-lead', 'coordinator'],
      level: 1,
    },
    {
      id: 'escalation-2',
      kind: 'escalation',
      at: { when: 'after', amount: 24, unit: 'hour' },
      tell: ['supervisor'],
      level: 2,
    },
    {
      id: 'escalation-3',
      kind: 'escalation',
      at: { when: 'after', amount: 72, unit: 'hour' },
      tell: ['ministry'],
      level: 3,
    },
  ],
};

/** Limits of a few hours (a child in danger: 12 hours). */
const hours: Ladder = {
  id: 'hours',
  rungs: [
    { id: 'reminder', kind: 'reminder', at: { when: 'before', amount: 8, unit: 'hour' }, tell: ['agency'] },
    {
      id: 'last-reminder',
      kind: 'reminder',
      at: { when: 'before', amount: 2, unit: 'hour' },
      tell: ['agency', 'coordinator'],
    },
    ...immediate.rungs.slice(1, 3),
    {
      id: 'escalation-2',
      kind: 'escalation',
      at: { when: 'after', amount: 6, unit: 'hour' },
      tell: ['supervisor'],
      level: 2,
    },
    {
      id: 'escalation-3',
      kind: 'escalation',
      at: { when: 'after', amount: 24, unit: 'hour' },
      tell: ['ministry'],
      level: 3,
    },
  ],
};

/** A stay ends by itself: nobody is late, but nobody may be surprised. */
const stay: Ladder = {
  id: 'stay',
  rungs: [20, 7, 1].map((amount) => ({
    id: `warning-${String(amount)}`,
    kind: 'reminder',
    at: { when: 'before', amount, unit: 'working-day' },
    tell: ['agency', 'coordinator'],
  })),
};

export const ladders = byId([days, immediate, hours, stay]);
