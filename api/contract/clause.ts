import { z } from 'zod';

/** What something waits for, as an outline: a line, and what belongs to it. */
export const Clause = z
  .strictObject({
    text: z.string(),
    get parts(): z.ZodOptional<z.ZodArray<typeof Clause>> {
      return z.array(Clause).optional();
    },
  })
  .meta({ id: 'Clause' });
export type Clause = z.output<typeof Clause>;
