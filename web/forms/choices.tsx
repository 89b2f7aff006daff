import type { ReactNode } from 'react';
import type { EntryForm } from './entry-form.js';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly kind: 'radio' | 'checkbox';
  readonly options: readonly { readonly id: string; readonly title: string; readonly about?: string }[];
  readonly form: EntryForm;
}

/** One of several, or some of several, all in sight. */
export function Choices({ id, name, label, description, error, kind, options, form }: Props): ReactNode {
  const notes = [description === undefined ? '' : `${id}-help`, error === undefined ? '' : `${id}-error`]
    .join(' ')
    .trim();
  return (
    <fieldset className="choices" id={id} tabIndex={-1} aria-describedby={notes === '' ? undefined : notes}>
      <legend>{label}</legend>
      {description !== undefined && (
        <p id={`${id}-help`} className="input-help">
          {description}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="input-error">
          {error}
        </p>
      )}
      {options.map((option) => (
        <label key={option.id} className="choice">
          <input type={kind} value={option.id} {...form.register(name)} />
          <span>
            {option.title}
            {option.about !== undefined && <span className="input-help">{option.about}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
