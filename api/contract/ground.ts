import { z } from 'zod';
import { code, sealed, uuid } from './text.js';

/** The reason, as a code with its legal basis; the words are sealed. */
export const ground = z.strictObject({ code, text: sealed(4_000).optional() });
export type GroundInput = z.output<typeof ground>;

/** A relative who must take no part: who it is to the person, never a name. */
export const relatives = [
  'parent',
  'step-parent',
  'spouse',
  'sibling',
  'child',
  'grandparent',
  'other-relative',
  'guardian',
] as const;

/** Exactly one of the three. */
export const exclusion = {
  agencyId: uuid.optional(),
  userId: uuid.optional(),
  relative: z.enum(relatives).optional(),
};
