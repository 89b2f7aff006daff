import { z } from 'zod';
import { fieldProblem } from '../problem.js';

/**
 * Where a page ended: the sort value and id of its last row. Opaque to clients (base64url of a JSON array), checked
 * when it comes back, because anything may come back.
 */
export type Cursor = readonly [at: string, id: string];

const Decoded = z.tuple([
  z.union([z.literal('infinity'), z.literal('-infinity'), z.iso.datetime()]),
  z.string().regex(/^[0-9a-f-]{36}$/),
]);

export const toCursor = (at: Date | null, id: string): string =>
  Buffer.from(JSON.stringify([at === null ? 'infinity' : at.toISOString(), id])).toString('base64url');

/** Throws `field-invalid` for what no page ever gave out. */
export function fromCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined;
  const decoded = Decoded.safeParse(json(Buffer.from(text, 'base64url').toString('utf8')));
  if (!decoded.success) throw fieldProblem({ pointer: '/cursor', code: 'cursor' });
  return decoded.data;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON: no page gave it out, and the caller says so
  }
}

/** A page of what was asked for with one row more than wanted. */
export function pageFrom<Row, Item>(
  rows: readonly Row[],
  limit: number,
  { item, cursor }: { readonly item: (row: Row) => Item; readonly cursor: (row: Row) => string },
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), next: rows.length > limit && last !== undefined ? cursor(last) : null };
}
