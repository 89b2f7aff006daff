import { z } from 'zod';

/** As much of the API's answers as the player of the stories reads. */
export const SeenTask = z.object({
  id: z.string(),
  stepId: z.string(),
  kind: z.enum(['duty', 'request', 'stay']),
  status: z.string(),
  agency: z.object({ id: z.string().nullable() }).nullable(),
  offeredAt: z.string(),
  due: z.object({ at: z.string() }).nullable(),
});
export type SeenTask = z.output<typeof SeenTask>;

export const SeenCase = z.object({
  id: z.string(),
  version: z.number(),
  procedure: z.custom<`${string}@${number}`>(
    (value) => typeof value === 'string' && /^[^@]+@\d+$/.test(value),
  ),
  status: z.string(),
  openedAt: z.string(),
  coordinatingAgency: z.object({ id: z.string().nullable() }).nullable(),
  tasks: z.array(SeenTask),
  escalations: z.array(
    z.object({ id: z.string(), acknowledgedAt: z.string().optional(), taskEndedAt: z.string().optional() }),
  ),
  permitted: z.array(
    z.object({
      type: z.string(),
      taskId: z.string().optional(),
      consentId: z.string().optional(),
      outcomes: z.array(z.string()).optional(),
    }),
  ),
});
export type SeenCase = z.output<typeof SeenCase>;

export const SeenAgencies = z.object({ items: z.array(z.object({ id: z.string() })) });
