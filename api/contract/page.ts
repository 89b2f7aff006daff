import { z } from 'zod';

/** Where every path of the API begins. Health, version and documents stand outside. */
export const basePath = '/api/v1';

export const largestPage = 100;

/** Query fields of every list. `cursor` is opaque; it came from `next` of the page before. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(largestPage).default(25),
  cursor: z
    .string()
    .max(300)
    .regex(/^[A-Za-z0-9_-]+$/, 'cursor')
    .optional(),
};

/** One page of a list; `next` is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() });

export interface Page<Item> {
  readonly items: Item[];
  readonly next: string | null;
}

/** `true` or `false` in a query. */
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
