import { z } from 'zod';
import { dimensions, type Dimension } from '../../domain/history/dimension.js';
import { flag } from './page.js';
import { dayText, line } from './text.js';

/** Cells of fewer people are hidden: together with other knowledge they could point at somebody. */
export const smallestCell = 5;

const each = <Shape>(shape: Shape) =>
  Object.fromEntries(dimensions.map((dimension) => [dimension, shape])) as Record<Dimension, Shape>;

export const CountsQuery = z.strictObject({
  /** One or several dimensions, separated by commas. */
  by: z
    .string()
    .max(400)
    .transform((text) => [...new Set(text.split(','))])
    .pipe(z.array(z.enum(dimensions)).min(1))
    .optional(),
  /** First and last day of receipt. A record that knows only its quarter counts where all of it lies between them. */
  from: dayText.optional(),
  to: dayText.optional(),
  suppress: flag.default(true),
  /** Only people with this value, as it is written in the rows. */
  ...each(line(300).optional()),
});
export type CountsQuery = z.output<typeof CountsQuery>;

export const Counts = z
  .strictObject({
    /** What was counted, in the reader's language. */
    definition: z.string(),
    /** Most people first; hidden cells last. */
    rows: z.array(
      z.strictObject({
        /** null where it is not known. */
        ...each(z.string().nullable().optional()),
        /** null: fewer than five, or hidden so that another such cell cannot be computed. */
        people: z.number().int().nullable(),
      }),
    ),
    /** Everybody who passes the filters, each once; null: fewer than five. */
    total: z.number().int().nullable(),
    /** Are small cells hidden in this answer? */
    suppressed: z.boolean(),
  })
  .meta({ id: 'Counts' });
export type Counts = z.output<typeof Counts>;
