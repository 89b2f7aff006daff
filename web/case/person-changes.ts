import type { PersonView } from '../../api/contract/person.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Answers, Entered } from '../forms/question.js';
import { birthOf } from '../register/birth.js';
import { dayWords } from '../time/display.js';

export type Person = PersonView['person'];
export type PersonField = keyof Person;

interface Asked {
  readonly fields: readonly PersonField[];
  readonly now: Instant;
}

/** The record as a person types it. */
export const enteredOf = (person: Person): Record<string, Entered[string]> => ({
  ...person,
  ...(person.birthDate === undefined ? {} : { birthDate: dayWords(person.birthDate) }),
});

/** What differs from the record: a new text, or null where a text was emptied. */
export function changesOf(
  person: Person,
  answers: Answers,
  { fields, now }: Asked,
): Partial<Record<PersonField, string | null>> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const typed = answers[field];
      const text = typeof typed === 'string' ? typed : undefined;
      const value = field === 'birthDate' && text !== undefined ? birthOf(text, now) : text;
      return value === person[field] ? [] : [[field, value ?? null] as const];
    }),
  );
}
