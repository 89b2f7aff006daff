import { z } from 'zod';
import { pageOf } from './page.js';
import { SealedValue, uuid } from './text.js';

/** What a draft will become. `task`: the answers of a task's form. */
export const draftKinds = ['registration', 'task'] as const;

/** Of the content as JSON in UTF-8. */
export const largestDraftBytes = 65_536;

/** After so many days without saving a draft is removed. */
export const draftDays = 30;

/** Whatever the screen keeps, as it was typed: nothing is checked or rewritten before it is sent for good. */
const content = z
  .record(z.string(), z.unknown())
  .transform((value, context): SealedValue => {
    const text = JSON.stringify(value);
    if (new TextEncoder().encode(text).length <= largestDraftBytes) return new SealedValue(text);
    context.addIssue({ code: 'custom', message: 'draft-too-large' });
    return z.NEVER;
  })
  .meta({ type: 'object', additionalProperties: true, 'x-sealed': true });

export const DraftParams = z.strictObject({ id: uuid });
export const DraftsQuery = z.strictObject({ kind: z.enum(draftKinds).optional() });

export const SaveDraft = z.strictObject({ kind: z.enum(draftKinds), content }).meta({ id: 'SaveDraft' });
export type SaveDraft = z.output<typeof SaveDraft>;

export const DraftSummary = z
  .strictObject({ id: uuid, kind: z.enum(draftKinds), savedAt: z.string() })
  .meta({ id: 'DraftSummary' });
export type DraftSummary = z.output<typeof DraftSummary>;
export const DraftPage = pageOf(DraftSummary);

export const DraftView = z
  .strictObject({ ...DraftSummary.shape, content: z.record(z.string(), z.unknown()) })
  .meta({ id: 'Draft' });
export type DraftView = z.output<typeof DraftView>;
