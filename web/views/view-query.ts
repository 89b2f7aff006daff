import type { SavedView } from '../../api/contract/saved-view.js';

/** Filters as they stand in the address of a list. */
export type Search = Readonly<Record<string, string | number | boolean | undefined>>;

/** Search texts are not saved, nor the place in the list. */
const notSaved = ['q', 'cursor'];

/** The filters as the API keeps them. */
export const asQuery = (search: Search): SavedView['query'] =>
  Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      value === undefined || notSaved.includes(name) ? [] : [[name, String(value)] as const],
    ),
  );

/** The same in the types that an address holds; the list reads them and drops what it does not know. */
export function asSearch(query: SavedView['query']): Record<string, string | number | boolean> {
  const search: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(query)) {
    if (value === 'true') search[name] = true;
    else search[name] = /^\d{1,3}$/.test(value) ? Number(value) : value;
  }
  return search;
}

export const isSameQuery = (one: SavedView['query'], other: SavedView['query']): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([name, value]) => other[name] === value);
