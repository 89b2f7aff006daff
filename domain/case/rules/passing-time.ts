import { derivedUuid, escalationId, type EscalationId, type TaskId } from '../../ids.js';
import { epochMs, type Instant } from '../../time/instant.js';
import { isOpenTask, openTasks, type CaseState, type Task } from '../case-state.js';
import { happening, stateOf, type Draft, type Stamp } from '../draft.js';
import { pendingRungs, stayEnds, successionInstants, type PendingRung } from '../obligations.js';
import type { Rule } from '../rule.js';

/**
 * What the clock brings about: each rung of each ladder once, stays that end, agreed waiting times that are over.
 * After an outage every missed rung happens once, in the order in which they fell due, with its lateness.
 */
export const passingTimeRule = {
  about: 'case',
  may: ['system'],
  during: ['open'],
  decide: ({ subject, draft, stamp }) => {
    const afterRungs = dueRungs(subject.state, stamp).reduce(
      (next, pending) => reach(next, pending, stamp),
      draft,
    );
    const afterStays = openTasks(stateOf(afterRungs)).reduce(
      (next, task) => endStay(next, task, stamp),
      afterRungs,
    );
    const afterWaits = Object.values(stateOf(afterStays).escalations).reduce((next, each) => {
      const { until } = each;
      const task = stateOf(next).tasks[each.taskId];
      if (until === undefined || until > stamp.now || task === undefined || !isOpenTask(task)) return next;
      const data = {
        escalationId: idOf(task.id, `${each.id}:${until}`),
        taskId: task.id,
        level: each.level,
        renews: each.id,
      };
      return happening(next, stamp, { type: 'escalation-raised', data, at: until, byClock: true });
    }, afterStays);
    return passOn(afterWaits, stamp);
  },
} satisfies Rule<'pass-time'>;

/** A role passed to its successor while duties were open: the save hands them over, at midnight and by itself. */
function passOn(draft: Draft, stamp: Stamp): Draft {
  const [at] = [...successionInstants(stateOf(draft))].sort();
  if (at === undefined || at > stamp.now) return draft;
  return happening(draft, stamp, {
    type: 'directory-changed',
    data: { cause: 'role-succession' },
    at,
    byClock: true,
  });
}

function dueRungs(state: CaseState, { now, calendar }: Stamp): readonly PendingRung[] {
  return openTasks(state)
    .flatMap((task) => pendingRungs(task, state, calendar).filter(({ at }) => at <= now))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

function reach(draft: Draft, { task, rung, at }: PendingRung, stamp: Stamp): Draft {
  const reached = happening(draft, stamp, {
    type: 'rung-reached',
    data: {
      taskId: task.id,
      generation: task.generation,
      rung: rung.id,
      kind: rung.kind,
      dueAt: at,
      lateByMs: lateness(at, stamp.now),
      beforeRecord: at < task.recordedAt,
    },
    at,
    byClock: true,
  });
  if (rung.level === undefined) return reached;
  const data = {
    escalationId: idOf(task.id, `${String(task.generation)}:${rung.id}`),
    taskId: task.id,
    level: rung.level,
  };
  return happening(reached, stamp, { type: 'escalation-raised', data, at, byClock: true });
}

const lateness = (due: Instant, now: Instant): number => Math.max(0, epochMs(now) - epochMs(due));

const idOf = (task: TaskId, reason: string): EscalationId =>
  escalationId(derivedUuid(`escalation:${task}:${reason}`));

function endStay(draft: Draft, task: Task, stamp: Stamp): Draft {
  const end = stayEnds(task);
  if (end === undefined || end > stamp.now) return draft;
  return happening(draft, stamp, {
    type: 'task-completed',
    data: { taskId: task.id, outcome: 'ended', fields: {} },
    at: end,
    byClock: true,
  });
}
