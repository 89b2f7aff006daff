import { actorOf } from '../../domain/access/viewer.js';
import { permitted } from '../../domain/case/permitted.js';
import type { Moment } from '../../domain/case/draft.js';
import { message, type Language } from '../../messages/message.js';
import type { Permission, Plan } from '../../web/acts/plan.js';
import { taskPlan } from '../../web/acts/task-plans.js';
import { inputName, type Entered, type Question } from '../../web/forms/question.js';
import type { Me } from '../contract/session.js';
import type { LinkSight } from '../read/link-reads.js';
import type { Found } from './pickers.js';
import { wordsOf } from './words.js';

/** What can be answered by a link, in the order in which it is offered. */
export const linkActs = ['accept-task', 'complete-task', 'decline-task', 'return-misdirected'] as const;
export type LinkAct = (typeof linkActs)[number];
export const isLinkAct = (text: string): text is LinkAct => linkActs.some((act) => act === text);

/** One answer that may be given now, its questions, and what was entered so far. */
export interface ActForm {
  readonly act: LinkAct;
  /** Of a completion; empty otherwise. */
  readonly outcome: string;
  readonly title: string;
  readonly plan: Plan;
  readonly questions: readonly Question[];
  readonly entered: Entered;
  /** By the id of the question: what is wrong with its answer, in the reader's language. */
  readonly problems: Readonly<Record<string, string>>;
  readonly found: Readonly<Record<string, readonly Found[]>>;
}

export const formId = ({ act, outcome }: Pick<ActForm, 'act' | 'outcome'>): string =>
  outcome === '' ? act : `${act}-${outcome}`;

/** The same question may stand on the page several times, once for each outcome. */
export const fieldId = (form: Pick<ActForm, 'act' | 'outcome'>, questionId: string): string =>
  `${formId(form)}.${inputName(questionId)}`;

/** All that this link may answer now, by the rules that decide; a completion once for each outcome. */
export function actForms(seen: LinkSight, moment: Moment): readonly ActForm[] {
  const { sight, task } = seen;
  const may = permitted(sight.state, actorOf(sight.viewer), moment).filter(
    ({ taskId }) => taskId === task.id,
  );
  return linkActs.flatMap((act) => {
    const permission = may.find(({ type }) => type === act);
    if (permission === undefined) return [];
    const outcomes = act === 'complete-task' ? task.outcomes : [{ id: '', title: '' }];
    return outcomes.map((outcome) => actForm(seen, { act, outcome, permission: permissionOf(permission) }));
  });
}

type Permitted = ReturnType<typeof permitted>[number];
const permissionOf = ({ outcomes, requires, ...rest }: Permitted): Permission => ({
  ...rest,
  ...(outcomes === undefined ? {} : { outcomes: [...outcomes] }),
  ...(requires === undefined ? {} : { requires: [...requires] }),
});

interface Offered {
  readonly act: LinkAct;
  readonly outcome: { readonly id: string; readonly title: string };
  readonly permission: Permission;
}

function actForm({ sight, task }: LinkSight, { act, outcome, permission }: Offered): ActForm {
  const { language, viewer } = sight;
  const me: Me = {
    id: viewer.userId,
    username: '',
    title: message(language, 'actor.link'),
    language,
    roles: [...viewer.roles],
    agency: null,
    permissions: [],
  };
  const plan = taskPlan({ t: wordsOf(language), permission, me, task, procedure: undefined });
  if (plan === undefined) throw new Error(`there is no plan for ${act}`);
  const questions = plan
    .questions({ outcome: outcome.id, when: 'earlier' })
    .flatMap((question) => asked(question, act, language));
  const title = outcome.title === '' ? plan.title : outcome.title;
  return { act, outcome: outcome.id, title, plan, questions, entered: {}, problems: {}, found: {} };
}

/** The outcome is chosen by the form; when it happened is asked in one line, and only of what was done. */
function asked(question: Question, act: LinkAct, language: Language): readonly Question[] {
  if (question.id === 'outcome' || question.id === 'when') return [];
  if (question.id !== 'occurredAt') return [question];
  if (act !== 'complete-task') return [];
  const help = message(language, 'link.occurred-help');
  return [{ ...question, title: message(language, 'link.occurred'), required: false, help }];
}
