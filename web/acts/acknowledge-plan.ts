import type { TFunction } from 'i18next';
import type { escalationActions } from '../../api/contract/escalation.js';
import { escalationActionKeys } from '../words/coded-words.js';
import { given, text, type Plan } from './plan.js';
import { noteQuestion } from './questions.js';

type Action = (typeof escalationActions)[number];
const actions = Object.keys(escalationActionKeys) as readonly Action[];

/** What was done about a report to a superior. Waiting needs an end; after it the report comes back. */
export const acknowledgePlan = (t: TFunction, escalationId: string): Plan => ({
  title: t('overdue.answer'),
  questions: (entered) => [
    {
      id: 'action',
      title: t('overdue.action'),
      type: 'choice',
      required: true,
      options: actions.map((id) => ({ id, title: t(escalationActionKeys[id]) })),
    },
    ...(entered['action'] === 'wait-until'
      ? [{ id: 'until', title: t('act.until'), type: 'instant' as const, required: true }]
      : []),
    noteQuestion(t),
  ],
  command: (answers) => ({
    type: 'acknowledge-escalation',
    escalationId,
    action: actions.find((action) => action === text(answers, 'action')) ?? 'nudged',
    ...given(answers, 'until', 'until'),
    ...given(answers, 'note', 'note'),
  }),
  submit: t('overdue.answer-submit'),
});
