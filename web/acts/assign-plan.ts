import type { OfficerView } from '../../api/contract/directory.js';
import { text, type Plan, type PlanContext } from './plan.js';

/** Hands a task of ours to a colleague; taking it oneself is an act of its own. */
export function assignPlan({ t, task, me }: PlanContext, officers: readonly OfficerView[]): Plan | undefined {
  const colleagues = officers.filter(({ id }) => id !== me.id && id !== task?.assignee?.id);
  if (task === undefined || colleagues.length === 0) return undefined;
  return {
    title: t('act.assign'),
    about: t('act.assign-about'),
    questions: () => [
      {
        id: 'userId',
        title: t('act.assign-to'),
        type: 'choice',
        required: true,
        options: colleagues.map(({ id, title }) => ({ id, title })),
      },
    ],
    command: (answers) => ({ type: 'assign-officer', taskId: task.id, userId: text(answers, 'userId') }),
    submit: t('act.assign'),
  };
}
