import type { InputHTMLAttributes, ReactNode } from 'react';
import { FieldNotes, noteIds } from './field-notes.js';

export interface ChoiceListProps {
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly kind: 'radio' | 'checkbox';
  readonly options: readonly { readonly id: string; readonly title: string; readonly about?: string }[];
  /** Name and state of the input of one option. */
  readonly input: (optionId: string) => InputHTMLAttributes<HTMLInputElement>;
}

/** One of several, or some of several, all in sight. */
export function ChoiceList({
  id,
  label,
  description,
  error,
  kind,
  options,
  input,
}: ChoiceListProps): ReactNode {
  return (
    <fieldset
      className="choices"
      id={id}
      tabIndex={-1}
      aria-describedby={noteIds({ id, description, error })}
    >
      <legend>{label}</legend>
      <FieldNotes id={id} description={description} error={error} />
      {options.map((option) => (
        <label key={option.id} className="choice">
          <input type={kind} value={option.id} {...input(option.id)} />
          <span>
            {option.title}
            {option.about !== undefined && <span className="input-help">{option.about}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
