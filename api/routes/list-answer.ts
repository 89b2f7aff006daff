import { basePath, type Page } from '../contract/page.js';
import type { Answered } from './route.js';

type QueryValue = string | number | boolean | readonly string[] | undefined;

/** A page, with the address of the next one in `Link` (RFC 8288). */
export function listAnswer<Item>(
  page: Page<Item>,
  { path, query }: { readonly path: string; readonly query: Readonly<Record<string, QueryValue>> },
): Answered<Page<Item>> {
  if (page.next === null) return { status: 200, body: page };
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && name !== 'cursor') next.set(name, String(value));
  }
  next.set('cursor', page.next);
  return {
    status: 200,
    body: page,
    headers: { Link: `<${basePath}${path}?${next.toString()}>; rel="next"` },
  };
}
