import type { ComponentType, ReactNode } from 'react';
import type { EntryForm } from './entry-form.js';
import type { FormProblem } from './form-problems.js';
import { useInputId } from './own-ids.js';
import { inputName, type Question } from './question.js';
import { QuestionInput } from './question-input.js';
import type { PickerProps } from './search-picker.js';
import { useLabel } from './use-label.js';

/** Inputs that only one form has, by question. */
export type OwnInputs = Readonly<Record<string, ComponentType<PickerProps>>>;

interface Props {
  readonly questions: readonly Question[];
  readonly form: EntryForm;
  readonly problems: readonly FormProblem[];
  readonly inputs?: OwnInputs | undefined;
}

/** Each question with its input, and what is wrong with its answer beside it. */
export const QuestionList = ({ questions, form, problems, inputs = {} }: Props): ReactNode =>
  questions.map((question) => {
    const error = problems.find(({ inputId }) => inputId === inputName(question.id))?.message;
    const input = inputs[question.id];
    return input === undefined ? (
      <QuestionInput key={question.id} question={question} form={form} error={error} />
    ) : (
      <OwnInput key={question.id} question={question} form={form} error={error} input={input} />
    );
  });

interface OwnProps {
  readonly question: Question;
  readonly form: EntryForm;
  readonly error: string | undefined;
  readonly input: ComponentType<PickerProps>;
}

function OwnInput({ question, form, error, input: Input }: OwnProps): ReactNode {
  const name = inputName(question.id);
  const idOf = useInputId();
  const label = useLabel(question);
  return (
    <Input id={idOf(name)} name={name} label={label} description={question.help} error={error} form={form} />
  );
}
