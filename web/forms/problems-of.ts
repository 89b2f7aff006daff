import type { FieldError } from '../../api/contract/problem.js';
import type { AnswerProblem } from './answers.js';
import type { FormProblem } from './form-problems.js';
import { titleName } from './search-picker.js';
import { inputName, type Entered, type Question } from './question.js';

/** What is missing in the answers or cannot be read, question by question. */
export const problemsIn = (
  questions: readonly Question[],
  found: Readonly<Record<string, AnswerProblem>>,
  words: (code: AnswerProblem) => string,
): readonly FormProblem[] =>
  questions.flatMap(({ id, title }) => {
    const problem = found[id];
    return problem === undefined ? [] : [{ inputId: inputName(id), title, message: words(problem) }];
  });

/** Of which question a pointer speaks; of an answer with several parts, which part, in words. */
export interface Place {
  readonly id: string | undefined;
  readonly part?: string | undefined;
}

/** What the API found wrong with single answers. */
export const refusedIn = (
  questions: readonly Question[],
  errors: readonly FieldError[],
  placeOf: (pointer: string) => Place,
): readonly FormProblem[] =>
  errors
    .flatMap(({ pointer, message }) => {
      const { id, part } = placeOf(pointer);
      const question = questions.find((each) => each.id === id);
      return question === undefined
        ? []
        : [
            {
              inputId: inputName(question.id),
              title: question.title,
              message: part === undefined ? message : `${part}: ${message}`,
            },
          ];
    })
    .filter(
      ({ inputId, message }, index, all) =>
        index === all.findIndex((each) => each.inputId === inputId && each.message === message),
    );

/** A pointer into a list (`/areas/1`) speaks of one part of its answer, which is named as it was when it was sent. */
export function placeIn(pointer: string, questions: readonly Question[], sent: Entered): Place {
  const [, id, index] = pointer.split('/');
  if (id === undefined || index === undefined) return { id };
  const [values, titles] = [sent[inputName(id)], sent[titleName(inputName(id))]];
  const value = Array.isArray(values) ? String(values[Number(index)]) : undefined;
  const option = questions.find((each) => each.id === id)?.options?.find((each) => each.id === value);
  return { id, part: option?.title ?? (Array.isArray(titles) ? String(titles[Number(index)]) : undefined) };
}
