import { roleOn } from '../../domain/procedure/succession.js';
import { dateOf } from '../../domain/time/plain-date.js';
import { inputName, type Entered, type Question } from '../../web/forms/question.js';
import type { Parts } from '../parts.js';
import type { LinkSight } from '../read/link-reads.js';
import { placeOfStep } from '../read/task-place.js';
import { caseNow } from '../read/task-view.js';

/** One place or agency that a search found. */
export interface Found {
  readonly id: string;
  readonly title: string;
}

const shown = 8;

/** The part of a name that is looked for is typed into an input of its own. */
export const searchName = (questionId: string): string => `${inputName(questionId)}~search`;

export const isPicked = ({ type }: Question): boolean => type === 'place' || type === 'agency';

/** What was chosen travels as `id title`: without scripts there is no other place to keep the words. */
export const pickedValue = ({ id, title }: Found): string => `${id} ${title}`;
export function pickedIn(entered: Entered, questionId: string): Found | undefined {
  const value = entered[inputName(questionId)];
  const [, id, title] = typeof value === 'string' ? (/^(\S+) (.+)$/s.exec(value) ?? []) : [];
  return id === undefined || title === undefined ? undefined : { id, title };
}

export function searchIn(entered: Entered, questionId: string): string {
  const typed = entered[searchName(questionId)];
  return typeof typed === 'string' ? typed.normalize('NFC').trim().slice(0, 80) : '';
}

/** The answers as they are read: of what was picked, its id alone. */
export function withPickedIds(questions: readonly Question[], entered: Entered): Entered {
  const picked = questions.filter(isPicked);
  return {
    ...entered,
    ...Object.fromEntries(picked.map(({ id }) => [inputName(id), pickedIn(entered, id)?.id ?? ''])),
  };
}

interface Searching {
  readonly parts: Parts;
  readonly seen: Pick<LinkSight, 'sight' | 'task'>;
}

/** What the searches of a form find. Agencies of a role are few: they are offered before anything is typed. */
export async function foundFor(
  questions: readonly Question[],
  entered: Entered,
  { parts, seen }: Searching,
): Promise<Readonly<Record<string, readonly Found[]>>> {
  const found = await Promise.all(
    questions.filter(isPicked).map(async (question) => {
      const q = searchIn(entered, question.id);
      return [question.id, await search(question, q, { parts, seen })] as const;
    }),
  );
  return Object.fromEntries(found);
}

async function search(
  { type, agencyRole }: Question,
  q: string,
  { parts, seen: { sight, task } }: Searching,
): Promise<readonly Found[]> {
  const on = dateOf(caseNow(sight.now, sight.record.clockOffsetMs));
  const isEmpty = !/[\p{L}\p{N}]/u.test(q);
  if (type === 'agency') {
    if (isEmpty && agencyRole === undefined) return [];
    const role = agencyRole === undefined ? undefined : roleOn(agencyRole, on);
    const near = placeOfStep(sight.state, task.stepId);
    const agencies = await parts.read.directory.agencies({ q, role, near, on, limit: shown }, sight);
    return agencies.map(({ id, name }) => ({ id, title: name }));
  }
  if (isEmpty) return [];
  const places = await parts.read.directory.places({ q, on, limit: shown * 2 });
  return places
    .filter(({ kind }) => kind.endsWith('commune'))
    .slice(0, shown)
    .map(({ code, name, within }) => ({
      id: code,
      title: within === null ? name : `${name}, ${within.name}`,
    }));
}
