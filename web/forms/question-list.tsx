import type { ReactNode } from 'react';
import type { EntryForm } from './entry-form.js';
import type { FormProblem } from './form-problems.js';
import { inputName, type Question } from './question.js';
import { QuestionInput } from './question-input.js';

interface Props {
  readonly questions: readonly Question[];
  readonly form: EntryForm;
  readonly problems: readonly FormProblem[];
}

/** Each question with its input, and what is wrong with its answer beside it. */
export const QuestionList = ({ questions, form, problems }: Props): ReactNode =>
  questions.map((question) => (
    <QuestionInput
      key={question.id}
      question={question}
      form={form}
      error={problems.find(({ inputId }) => inputId === inputName(question.id))?.message}
    />
  ));
