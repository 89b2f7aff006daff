import { z } from 'zod';

const Due = z.strictObject({
  at: z.string(),
  /** Absent for limits in hours. */
  date: z.string().optional(),
  amount: z.number(),
  unit: z.string(),
  /** Our own target, not law. */
  serviceLevel: z.boolean(),
});

/** What a command would bring about by the procedure, before it is given. Nothing is stored. */
export const Forecast = z
  .strictObject({
    opens: z.array(
      z.strictObject({
        stepId: z.string(),
        title: z.string(),
        /** Who has to act; the directory names the agency when it happens. */
        role: z.string(),
        due: Due.nullable(),
      }),
    ),
    /** Open tasks that would be taken back. */
    recalls: z.array(z.string()),
  })
  .meta({ id: 'Forecast' });
export type Forecast = z.output<typeof Forecast>;
