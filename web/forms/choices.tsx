import type { ReactNode } from 'react';
import { ChoiceList, type ChoiceListProps } from './choice-list.js';
import type { EntryForm } from './entry-form.js';

interface Props extends Omit<ChoiceListProps, 'input'> {
  readonly name: string;
  readonly form: EntryForm;
}

/** One of several, or some of several, kept by the form of the screen. */
export function Choices({ name, form, ...list }: Props): ReactNode {
  return <ChoiceList {...list} input={() => form.register(name)} />;
}
