import type { TFunction } from 'i18next';
import type { ProcedureSummary } from '../../api/contract/directory.js';
import { inputName, type Answers, type Entered, type Question } from '../forms/question.js';

/** Each agency is a question of its own: one more appears when the last is answered. */
const mark = 'exclusion:';
const groundId = 'exclusionGround';
const most = 10;

interface Asking {
  readonly t: TFunction;
  readonly procedure: ProcedureSummary;
  readonly entered: Entered;
}

const isEntered = (entered: Entered, id: string): boolean => (entered[inputName(id)] ?? '') !== '';

/** Agencies that must not learn of the case, and why: asked before the first task goes anywhere. */
export function exclusionQuestions({ t, procedure, entered }: Asking): readonly Question[] {
  const ids = Array.from({ length: most }, (_, index) => `${mark}${String(index)}`);
  const last = ids.findLastIndex((id) => isEntered(entered, id));
  const grounds = procedure.grounds.filter((each) => each.for.includes('exclude'));
  return [
    ...ids.slice(0, last + 2).map((id, index) => ({
      id,
      title: t(index === 0 ? 'register.excluded' : 'register.excluded-more'),
      type: 'agency' as const,
      required: false,
      ...(index === 0 ? { help: t('register.excluded-help') } : {}),
    })),
    ...(last < 0
      ? []
      : [
          {
            id: groundId,
            title: t('register.excluded-why'),
            type: 'choice' as const,
            required: true,
            options: grounds.map(({ id, title }) => ({ id, title })),
          },
        ]),
  ];
}

/** As the API takes them. */
export function exclusionsOf(answers: Answers) {
  const code = answers[groundId];
  return excludedIds(Object.keys(answers)).flatMap((id) => {
    const agencyId = answers[id];
    return typeof agencyId === 'string' && typeof code === 'string' ? [{ agencyId, ground: { code } }] : [];
  });
}

/** The question that a problem's pointer (`exclusions/1/agencyId`) speaks of. */
export function exclusionQuestionOf(pointer: string, entered: Entered): string | undefined {
  const [, index, field] = /^exclusions\/(\d+)\/(\w+)/.exec(pointer) ?? [];
  if (index === undefined) return undefined;
  if (field === 'ground') return groundId;
  return excludedIds(Object.keys(entered)).filter((id) => isEntered(entered, id))[Number(index)];
}

const excludedIds = (ids: readonly string[]): readonly string[] =>
  ids.filter((id) => /^exclusion:\d+$/.test(id)).sort();
