import { useEffect } from 'react';
import type { EntryForm } from './entry-form.js';
import type { Entered } from './question.js';
import { titleName } from './search-picker.js';

/** What a form came with keeps its place, and takes its name in the language that is shown now. */
export function useKnownTitles(form: EntryForm, initial: Record<string, Entered[string]>): void {
  const told = JSON.stringify(titlesIn(initial));
  useEffect(() => {
    for (const [name, value] of Object.entries(retitled(initial, form.getValues())))
      form.setValue(name, value);
  }, [told]); // only other names are news, not another object
}

const titlesIn = (initial: Record<string, Entered[string]>) =>
  Object.entries(initial).filter(([name]) => name.endsWith(titleName('')));

/** The titles that differ, of what is chosen now and was chosen at first. */
export function retitled(
  initial: Record<string, Entered[string]>,
  entered: Entered,
): Record<string, string | readonly string[]> {
  const changed = titlesIn(initial).flatMap(([titles, words]): [string, string | readonly string[]][] => {
    const name = titles.slice(0, -titleName('').length);
    const known = new Map(listed(initial[name]).map((id, index) => [id, listed(words)[index]]));
    const before = listed(entered[titles]);
    const now = listed(entered[name]).map((id, index) => known.get(id) ?? before[index] ?? id);
    if (now.join('\n') === before.join('\n')) return [];
    return [[titles, Array.isArray(entered[name]) ? now : (now[0] ?? '')]];
  });
  return Object.fromEntries(changed);
}

const listed = (value: Entered[string]): readonly string[] =>
  typeof value === 'string' ? (value === '' ? [] : [value]) : (value ?? []);
