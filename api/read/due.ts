import type { DueState, DueView } from '../contract/task.js';
import { isLate } from '../../domain/time/deadline.js';
import { addHours, fromEpochMs, instant, isBefore, type Instant } from '../../domain/time/instant.js';
import type { Procedure } from '../../domain/procedure/procedure.js';
import type { Language } from '../../messages/message.js';
import type { TaskDeadline, TaskRow } from './task-rows.js';

/** From how long before its end a deadline counts as coming soon, in hours. */
export const soonHours = { days: 72, hours: 6 } as const;

export interface DueContext {
  readonly procedure: Procedure | undefined;
  readonly language: Language;
  /** The case's own clock. */
  readonly now: Instant;
}

type DueRow = Pick<TaskRow, 'deadlines' | 'is_open' | 'status' | 'completed_at'>;

/** The deadline that counts on a task, with the others beside it; null when none runs or ran. */
export function dueView(task: DueRow, context: DueContext): DueView | null {
  const counting = task.deadlines.find(({ counts }) => counts) ?? task.deadlines[0];
  if (counting === undefined || task.status === 'recalled') return null;
  const others = task.deadlines.filter((each) => each !== counting);
  return {
    ...dueFields(counting, context),
    state: dueState(task, counting, context.now),
    others: others.map((each) => dueFields(each, context)),
  };
}

function dueFields(
  deadline: TaskDeadline,
  { procedure, language }: DueContext,
): Omit<DueView, 'state' | 'others'> {
  const limit = limitIn(procedure, deadline.limit_id);
  return {
    at: canonical(deadline.due_at),
    ...(deadline.due_date === null ? {} : { date: deadline.due_date }),
    limitId: deadline.limit_id,
    amount: limit?.amount ?? 0,
    unit: limit?.unit ?? 'calendar-day',
    source: limit?.source[language] ?? '',
    confidence: limit?.confidence ?? 'C',
    serviceLevel: deadline.service_level,
    calendar: deadline.calendar,
    explanation: deadline.explanation,
  };
}

/** A limit of the law, or one of our own. */
export const limitIn = (procedure: Procedure | undefined, limitId: string) =>
  procedure?.limits[limitId] ?? procedure?.serviceLevels[limitId];

function dueState(task: DueRow, deadline: TaskDeadline, now: Instant): DueState {
  const dueAt = canonical(deadline.due_at);
  if (!task.is_open) {
    const done = task.completed_at === null ? now : fromEpochMs(task.completed_at.getTime());
    return isLate(dueAt, done) ? 'missed' : 'met';
  }
  return openDueState(dueAt, { inDays: deadline.due_date !== null, now });
}

export function openDueState(
  dueAt: Instant,
  { inDays, now }: { readonly inDays: boolean; readonly now: Instant },
): 'overdue' | 'soon' | 'on-track' {
  if (isLate(dueAt, now)) return 'overdue';
  return isBefore(dueAt, addHours(now, inDays ? soonHours.days : soonHours.hours)) ? 'soon' : 'on-track';
}

/** The next deadline of a case; `lastDay` only where it counts in days. */
export const nextDueFields = (at: string, lastDay: string | undefined) => ({
  nextDueAt: at,
  ...(lastDay === undefined ? {} : { nextDueDate: lastDay }),
});

/** PostgreSQL writes `2026-03-06T02:00:00+00:00`; there is one spelling of an instant. */
const canonical = (text: string): Instant => instant(text);
