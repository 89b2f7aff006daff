import type { Elapsed, FormField, Words } from '../procedure.js';
import { words } from './words.js';

/** Form fields by the kind of answer. Sealed text and places are told apart from codes by their type. */
interface More {
  readonly optional?: true;
  readonly fact?: string;
  readonly help?: Words;
}

const field = (id: string, title: Words, { optional, ...more }: More): Omit<FormField, 'type'> => ({
  id,
  title,
  required: optional !== true,
  ...more,
});

/** A yes or no that becomes the fact of the same name. */
export const factQuestion = (id: string, title: Words, more: More = {}): FormField => ({
  ...field(id, title, { fact: id, ...more }),
  type: 'boolean',
});

export const dateField = (
  id: string,
  title: Words,
  more: More & { readonly ago?: Elapsed } = {},
): FormField => ({
  ...field(id, title, more),
  type: 'date',
});

export const textField = (id: string, title: Words, more: More = { optional: true }): FormField => ({
  ...field(id, title, more),
  type: 'text',
});

export const choiceField = (
  id: string,
  title: Words,
  { options, ...more }: More & { readonly options: Readonly<Record<string, Words>> },
): FormField => ({ ...field(id, title, more), type: 'choice', options });

export const choicesField = (
  id: string,
  title: Words,
  { options, ...more }: More & { readonly options: Readonly<Record<string, Words>> },
): FormField => ({ ...field(id, title, more), type: 'choices', options });

export const agencyField = (id: string, title: Words, agencyRole: string): FormField => ({
  ...field(id, title, {}),
  type: 'agency',
  agencyRole,
});

/** Where the person lives or will live: the commune that receives and follows up. */
export const residenceField = (more: More = {}): FormField => ({
  ...field('residence', words('Nơi cư trú', 'Place of residence'), more),
  type: 'place',
  placeKind: 'residence',
});

export const noteField: FormField = textField('note', words('Ghi chú', 'Note'));
export const letterField: FormField = textField(
  'letter',
  words('Số, ngày văn bản', 'Number and date of the letter'),
);
