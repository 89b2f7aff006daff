import type { DeadlineView } from '../../api/contract/event.js';
import type { TaskView } from '../../api/contract/task.js';
import { fromEpochMs, instant } from '../../domain/time/instant.js';
import { dateOf, daysBetween, plainDate, type PlainDate } from '../../domain/time/plain-date.js';
import { workingDaysBetween, type WorkingCalendar } from '../../domain/time/working-calendar.js';
import { isBackwardLimit, unitOf } from '../time/explanation-words.js';

/** One deadline that counted, at its agency: the time that was allowed and the time that was used. */
export interface Span {
  readonly deadline: DeadlineView;
  readonly title: string;
  readonly agency: string | undefined;
  readonly allowedMs: number;
  /** Until it ended; until now where it runs. */
  readonly usedMs: number;
  readonly startMs: number;
  /** How far it went, or is, beyond its last moment; 0 within it. */
  readonly beyondMs: number;
  readonly isRunning: boolean;
  /** Of a limit in days: the same times counted as the limit is. */
  readonly days?: CountedDays;
  /** Of a limit that ends so long before a day: that day, and how many days before it the task was done, if it was. */
  readonly before?: { readonly day: PlainDate; readonly daysAhead?: number };
}

/** The day on which a limit begins to count is none of them. */
export interface CountedDays {
  readonly unit: 'calendar-day' | 'working-day';
  readonly allowed: number;
  readonly used: number;
  readonly beyond: number;
}

/** When the lanes are looked at, and by which working calendar. */
export interface Looking {
  readonly nowMs: number;
  /** Without it, working days cannot be told, and measured time is. */
  readonly calendar?: WorkingCalendar | undefined;
}

export interface Lane {
  readonly agency: string | undefined;
  readonly spans: readonly Span[];
}

/** The deadlines that counted, by agency; within one the earliest first. Replaced ones are in the timeline. */
export function lanesOf(
  deadlines: readonly DeadlineView[],
  tasks: readonly TaskView[],
  { nowMs, calendar }: Looking,
): readonly Lane[] {
  const spans = latestOfEachTask(deadlines.filter(({ counts }) => counts)).map((deadline): Span => {
    const task = tasks.find(({ id }) => id === deadline.taskId);
    const dueMs = Date.parse(deadline.dueAt);
    // A backward limit is counted from a day ahead: its time is used up from when the agency had the task.
    const isBackward = isBackwardLimit(deadline.explanation) || dueMs < Date.parse(deadline.startAt);
    const startMs = Date.parse(isBackward ? (task?.offeredAt ?? deadline.setAt) : deadline.startAt);
    const isRunning = deadline.endedAt === undefined;
    const endMs = deadline.endedAt === undefined ? Math.max(nowMs, startMs) : Date.parse(deadline.endedAt);
    return {
      deadline,
      title: deadline.taskTitle,
      agency: task?.agency?.name,
      startMs,
      allowedMs: Math.max(dueMs - startMs, 0),
      usedMs: Math.max(endMs - startMs, 0),
      beyondMs: Math.max(endMs - Math.max(dueMs, startMs), 0),
      isRunning,
      ...(isBackward ? { before: beforeOf(deadline) } : daysOf(deadline, endMs, calendar)),
    };
  });
  const agencies = [...new Set(spans.map(({ agency }) => agency))];
  return agencies.map((agency) => ({
    agency,
    spans: spans.filter((span) => span.agency === agency).sort((one, other) => one.startMs - other.startMs),
  }));
}

function daysOf(
  { explanation, startAt, dueDate }: DeadlineView,
  endMs: number,
  calendar: WorkingCalendar | undefined,
): Pick<Span, 'days'> {
  const isWorking = unitOf(explanation) === 'working-day';
  if (dueDate === undefined || (isWorking && calendar === undefined)) return {};
  const between = (from: PlainDate, to: PlainDate): number =>
    Math.max(
      isWorking && calendar !== undefined ? workingDaysBetween(calendar, from, to) : daysBetween(from, to),
      0,
    );
  const [start, last] = [dateOf(instant(startAt)), plainDate(dueDate)];
  const end = dateOf(fromEpochMs(endMs));
  return {
    days: {
      unit: isWorking ? 'working-day' : 'calendar-day',
      allowed: between(start, last),
      used: between(start, end),
      beyond: between(last, end),
    },
  };
}

/** What was taken back, or moved, was not done. */
const doneStates = ['met', 'missed'];

function beforeOf({ startAt, endedAt, state }: DeadlineView): Required<Span>['before'] {
  const day = dateOf(instant(startAt));
  return endedAt === undefined || !doneStates.includes(state)
    ? { day }
    : { day, daysAhead: daysBetween(dateOf(instant(endedAt)), day) };
}

function latestOfEachTask(deadlines: readonly DeadlineView[]): readonly DeadlineView[] {
  const latest = new Map<string, DeadlineView>();
  for (const deadline of deadlines) {
    const known = latest.get(deadline.taskId);
    if (known === undefined || known.setAt <= deadline.setAt) latest.set(deadline.taskId, deadline);
  }
  return [...latest.values()];
}
