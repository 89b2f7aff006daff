import { z } from 'zod';
import { pageOf, pageQuery } from './page.js';

export const accessKinds = ['all', 'reads'] as const;

/** `cursor` came from `next`. `reads`: only who opened sealed text or the person record. */
export const AccessesQuery = z.strictObject({ kind: z.enum(accessKinds).default('all'), ...pageQuery });
export type AccessesQuery = z.output<typeof AccessesQuery>;

export const AccessView = z
  .strictObject({
    at: z.string(),
    actor: z.strictObject({
      kind: z.enum(['user', 'system']),
      /** The post, never a person's name. */
      title: z.string(),
      agency: z.string().optional(),
    }),
    /** `read-person`, `read-text`, `change-person`, or the type of a command. */
    action: z.string(),
    /** The action in the reader's language. */
    title: z.string(),
    purpose: z.string().optional(),
    /** Names of fields, never their values. */
    fields: z.array(z.string()),
  })
  .meta({ id: 'Access' });
export type AccessView = z.output<typeof AccessView>;
export const AccessPage = pageOf(AccessView);
