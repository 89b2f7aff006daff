import type { TFunction } from 'i18next';
import type { CasePermission } from '../../api/contract/case.js';
import type { z } from 'zod';
import type { ProcedureSummary } from '../../api/contract/directory.js';
import type { Me } from '../../api/contract/session.js';
import type { TaskView } from '../../api/contract/task.js';
import type { CommandInput } from '../api/command-input.js';
import type { Answers, Entered, Question } from '../forms/question.js';

export type Permission = z.output<typeof CasePermission>;

/** What one act asks of the person, and the command that their answers make. */
export interface Plan {
  readonly title: string;
  /** What it means and what will follow, said before it is done. */
  readonly about?: string;
  /** May depend on what was answered already. */
  readonly questions: (entered: Entered) => readonly Question[];
  readonly command: (answers: Answers) => CommandInput;
  /** What stands in the form already when it is opened. */
  readonly standing?: Entered;
  readonly submit: string;
  /** `userId` is one of the posts of the agency that this form names under `agencyId`. */
  readonly asksOfficer?: true;
  /** Other steps may open or lapse by it: what follows is shown before it is done. */
  readonly follows?: true;
  /** Taking something away or ending it: shown in red. */
  readonly grave?: true;
  /** Stands beside the main act of a page, whose button alone is filled. */
  readonly beside?: true;
}

export interface PlanContext {
  readonly t: TFunction;
  readonly permission: Permission;
  readonly me: Me;
  readonly task: TaskView | undefined;
  readonly procedure: ProcedureSummary | undefined;
}

/** Questions about a form's own fields are marked, so that they never meet a question of the command. */
export const fieldMark = 'field:';

/** The question that a problem's pointer (`/fields/isMinor`, `/onBehalfOf/sentOn`) speaks of. */
export function questionOf(pointer: string): string {
  const path = pointer.replace(/^\//, '');
  if (path.startsWith('fields/')) return `${fieldMark}${path.slice('fields/'.length)}`;
  return path.replace(/^onBehalfOf\//, '').replaceAll('/', '.');
}

export const text = (answers: Answers, id: string): string => {
  const value = answers[id];
  return typeof value === 'string' ? value : '';
};

/** `{ [name]: value }`, or nothing where there was no answer. */
export const given = <Name extends string>(
  answers: Answers,
  id: string,
  name: Name,
): Partial<Record<Name, string>> =>
  text(answers, id) === '' ? {} : ({ [name]: text(answers, id) } as Record<Name, string>);
