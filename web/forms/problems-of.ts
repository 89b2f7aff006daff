import type { FieldError } from '../../api/contract/problem.js';
import type { AnswerProblem } from './answers.js';
import type { FormProblem } from './form-problems.js';
import { inputName, type Question } from './question.js';

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

/** What the API found wrong with single answers; `idAt` tells of which question a pointer speaks. */
export const refusedIn = (
  questions: readonly Question[],
  errors: readonly FieldError[],
  idAt: (pointer: string) => string | undefined,
): readonly FormProblem[] =>
  errors
    .flatMap(({ pointer, message }) => {
      const question = questions.find(({ id }) => id === idAt(pointer));
      return question === undefined
        ? []
        : [{ inputId: inputName(question.id), title: question.title, message }];
    })
    .filter(
      ({ inputId, message }, index, all) =>
        index === all.findIndex((each) => each.inputId === inputId && each.message === message),
    );
