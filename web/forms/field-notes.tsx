import type { ReactNode } from 'react';

interface Props {
  /** The id of the input that the notes belong to. */
  readonly id: string;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
}

/** The ids of a field's help and of what is wrong with it, for `aria-describedby`. */
export function noteIds({ id, description, error }: Props): string | undefined {
  const ids = [
    ...(description === undefined ? [] : [`${id}-help`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ];
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** A field's help, and what is wrong with its answer. */
export const FieldNotes = ({ id, description, error }: Props): ReactNode => (
  <>
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
  </>
);
