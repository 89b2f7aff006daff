import type { InputHTMLAttributes, ReactNode } from 'react';
import { FieldNotes, noteIds } from '../../web/forms/field-notes.js';
import type { Question } from '../../web/forms/question.js';
import type { ActForm } from './act-form.js';

export interface FieldProps {
  readonly form: ActForm;
  readonly question: Question;
}

export function typedIn({ entered }: ActForm, name: string): string {
  const value = entered[name];
  return typeof value === 'string' ? value : '';
}

/** Radio buttons and boxes that come back as they were left. */
export const choosing =
  (form: ActForm, name: string) =>
  (option: string): InputHTMLAttributes<HTMLInputElement> => {
    const value = form.entered[name];
    const isChosen = typeof value === 'string' ? value === option : (value ?? []).includes(option);
    return { name, defaultChecked: isChosen };
  };

interface TypedProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'form'> {
  readonly name: string;
  readonly form: ActForm;
}

export const TypedInput = ({ name, form, ...attributes }: TypedProps): ReactNode => (
  <input type="text" autoComplete="off" {...attributes} name={name} defaultValue={typedIn(form, name)} />
);

interface Attributes {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface TextProps {
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly children: (attributes: Attributes) => ReactNode;
}

/** A label, its help and what is wrong, before the input that they belong to. */
export function TextField({ id, label, description, error, children }: TextProps): ReactNode {
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <FieldNotes id={id} description={description} error={error} />
      {children({
        id,
        'aria-describedby': noteIds({ id, description, error }),
        'aria-invalid': error === undefined ? undefined : true,
      })}
    </div>
  );
}
