import { findProcedure } from '../../domain/procedure/catalogue.js';
import type { DeadlineView } from '../contract/event.js';
import type { Database } from '../../prisma/client.js';
import { seesTask, type Sight } from './sight.js';
import { stepTitle } from './task-view.js';

/** Every deadline ever armed on the tasks that this viewer may see, in the order in which they were set. */
export async function deadlineViews(database: Database, sight: Sight): Promise<DeadlineView[]> {
  const { caseId } = sight.state;
  const [rows, rungs] = await Promise.all([
    database.deadline.findMany({
      where: { caseId },
      orderBy: [{ setAt: 'asc' }, { taskId: 'asc' }, { dueAt: 'asc' }],
    }),
    database.rungReached.findMany({ where: { caseId }, orderBy: { reachedAt: 'asc' } }),
  ]);
  const procedure = findProcedure(sight.state.procedure);
  return rows
    .filter(({ taskId }) => seesTask(sight, taskId))
    .map((row) => {
      const stepId = sight.state.tasks[row.taskId]?.stepId ?? '';
      const limit = procedure?.limits[row.limitId] ?? procedure?.serviceLevels[row.limitId];
      return {
        taskId: row.taskId,
        taskTitle: stepTitle(procedure, stepId, sight.language),
        stepId,
        limitId: row.limitId,
        serviceLevel: row.serviceLevel,
        counts: row.counts,
        startAt: row.startAt.toISOString(),
        dueAt: row.dueAt.toISOString(),
        ...(row.dueDate === null ? {} : { dueDate: row.dueDate }),
        calendar: row.calendar,
        explanation: { ...(row.explanation as Record<string, unknown>) },
        state: row.state,
        cause: row.cause,
        setAt: row.setAt.toISOString(),
        ...(row.endedAt === null ? {} : { endedAt: row.endedAt.toISOString() }),
        source: limit?.source[sight.language] ?? '',
        confidence: limit?.confidence ?? 'C',
        rungs: rungs
          .filter((rung) => row.counts && rung.taskId === row.taskId && rung.generation === row.generation)
          .map((rung) => ({
            rung: rung.rungId,
            kind: rung.kind,
            dueAt: rung.dueAt.toISOString(),
            reachedAt: rung.reachedAt.toISOString(),
            lateByMs: Number(rung.lateBy),
          })),
      };
    });
}
