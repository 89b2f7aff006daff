import type { TFunction } from 'i18next';
import type { PlanContext } from '../../web/acts/plan.js';
import { taskPlan } from '../../web/acts/task-plans.js';

const holder = '0b8f6e0e-51b6-8b0a-9d3d-6d4a1f6f2c11';
const taskId = '5f0d2b1c-9a6f-8f0e-8c8d-0a4c3f1f7b22';

const context = (type: 'reassign-task' | 'return-misdirected'): PlanContext =>
  ({
    t: ((key: string) => key) as TFunction,
    permission: { type, taskId },
    me: { id: 'somebody' },
    task: { id: taskId, role: 'commune-committee', agency: { id: holder } },
  }) as unknown as PlanContext;

it.each(['reassign-task', 'return-misdirected'] as const)(
  '%s asks for another agency: never for the one that has the task',
  (type) => {
    const questions = taskPlan(context(type))?.questions({}) ?? [];
    expect(questions.filter((each) => each.type === 'agency')).toEqual([
      expect.objectContaining({ nearTask: taskId, except: holder }),
    ]);
  },
);
