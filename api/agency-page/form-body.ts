import { z } from 'zod';
import type { Entered } from '../../web/forms/question.js';

const value = z.union([z.string(), z.array(z.string()).max(200)]);

/** `judge`: what is wrong is said again, as when only the language changes. */
const steps = ['unlock', 'find', 'check', 'judge', 'edit', 'send', 'again'] as const;

/** A form as a browser without scripts posts it: what to do, and what was typed. */
const FormBody = z
  .looseObject({
    /** The button that was pressed. */
    step: z.enum(steps).optional().catch(undefined),
    /** Where the page stays when only its language was changed. */
    stay: z.enum(['check', 'judge']).optional().catch(undefined),
    act: z.string().max(40).catch(''),
    outcome: z.string().max(80).catch(''),
    key: z.string().max(40).catch(''),
    version: z.coerce.number().int().min(0).max(1_000_000_000).catch(0),
    seal: z.string().max(200).catch(''),
    code: z.string().max(100).catch(''),
  })
  .transform(({ step, stay, ...form }) => ({ ...form, step: step ?? stay ?? 'edit' }));

export interface PostedForm extends Readonly<z.output<typeof FormBody>> {
  /** Everything that was typed, as it was typed; line ends as everywhere else. */
  readonly entered: Entered;
}

const ours = ['step', 'stay', 'act', 'outcome', 'key', 'version', 'seal', 'code', 'lang', 'kept'];

export function postedForm(body: unknown): PostedForm {
  const form = FormBody.parse(typeof body === 'object' && body !== null ? { ...body } : {});
  const entered = Object.entries(form).flatMap(([name, raw]) => {
    const read = value.safeParse(raw);
    return ours.includes(name) || !read.success ? [] : [[name, mapped(read.data)] as const];
  });
  // A form that waits for the code says beside it what it will be: the step that was interrupted.
  return { ...form, entered: Object.fromEntries(entered) };
}

const mapped = (typed: string | string[]): string | string[] =>
  typeof typed === 'string' ? lineEnds(typed) : typed.map(lineEnds);

/** Browsers post line ends as CR LF. */
const lineEnds = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

/** As it can be shown and sent again: without characters that no keyboard means. */
export const withoutControls = (text: string): string =>
  text.replaceAll(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu, '');
