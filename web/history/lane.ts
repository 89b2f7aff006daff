import type { DeadlineView } from '../../api/contract/event.js';
import type { TaskView } from '../../api/contract/task.js';

/** One deadline that counted, at its agency: the time that was allowed and the time that was used. */
export interface Span {
  readonly deadline: DeadlineView;
  readonly title: string;
  readonly agency: string | undefined;
  readonly allowedMs: number;
  /** Until it ended; until now where it runs. */
  readonly usedMs: number;
  readonly startMs: number;
  readonly isRunning: boolean;
}

export interface Lane {
  readonly agency: string | undefined;
  readonly spans: readonly Span[];
}

/** The deadlines that counted, by agency; within one the earliest first. Replaced ones are in the timeline. */
export function lanesOf(
  deadlines: readonly DeadlineView[],
  tasks: readonly TaskView[],
  nowMs: number,
): readonly Lane[] {
  const spans = latestOfEachTask(deadlines.filter(({ counts }) => counts)).map((deadline): Span => {
    const task = tasks.find(({ id }) => id === deadline.taskId);
    const startMs = Date.parse(deadline.startAt);
    const isRunning = deadline.endedAt === undefined;
    const endMs = deadline.endedAt === undefined ? Math.max(nowMs, startMs) : Date.parse(deadline.endedAt);
    return {
      deadline,
      title: deadline.taskTitle,
      agency: task?.agency?.name,
      startMs,
      allowedMs: Math.max(Date.parse(deadline.dueAt) - startMs, 0),
      usedMs: Math.max(endMs - startMs, 0),
      isRunning,
    };
  });
  const agencies = [...new Set(spans.map(({ agency }) => agency))];
  return agencies.map((agency) => ({
    agency,
    spans: spans.filter((span) => span.agency === agency).sort((one, other) => one.startMs - other.startMs),
  }));
}

function latestOfEachTask(deadlines: readonly DeadlineView[]): readonly DeadlineView[] {
  const latest = new Map<string, DeadlineView>();
  for (const deadline of deadlines) {
    const known = latest.get(deadline.taskId);
    if (known === undefined || known.setAt <= deadline.setAt) latest.set(deadline.taskId, deadline);
  }
  return [...latest.values()];
}
