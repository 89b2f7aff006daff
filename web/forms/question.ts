import type { FieldSpec } from '../../api/contract/task.js';

/** A question of a form: the procedure's own, or one of ours, which may also ask for one line. */
export type Question = Omit<FieldSpec, 'type' | 'options'> & {
  readonly type: FieldSpec['type'] | 'line';
  readonly options?: readonly { readonly id: string; readonly title: string }[];
  /** Of a place: as it was on this day. */
  readonly on?: string;
  /** Of an agency: those first that are near to where this task is done. */
  readonly nearTask?: string;
  /** Of an agency: all but this one. */
  readonly except?: string | undefined;
};

/** How an answer is kept while it is typed: as text, or as the texts that were ticked; null where nothing is chosen. */
export type Entered = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** What the API takes as the answer to a form. */
export type Answers = Record<string, string | number | boolean | string[]>;

/** Names of inputs must not hold dots, which would nest them. */
export const inputName = (questionId: string): string => questionId.replaceAll('.', '~');

/** The time of an `instant` question is typed into an input of its own. */
export const clockName = (questionId: string): string => `${inputName(questionId)}~clock`;
