import { z } from 'zod';
import { uuid } from './text.js';

/**
 * What `GET /events` sends, as `event:` names. `changed`: a case that I may know of has a new version (`data` is a
 * `LiveChange`). `resync`: changes may have been missed, everything that is shown should be read anew (`data: {}`).
 * Whoever connects, for the first time or again, has missed what happened before.
 */
export const liveEvents = ['changed', 'resync'] as const;
export type LiveEvent = (typeof liveEvents)[number];

export const LiveChange = z
  .strictObject({ caseId: uuid, version: z.number().int() })
  .meta({ id: 'LiveChange' });
export type LiveChange = z.output<typeof LiveChange>;
