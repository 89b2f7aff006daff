import { z } from 'zod';
import { parseInstant, type Instant } from '../../domain/time/instant.js';
import { parsePlainDate, type PlainDate } from '../../domain/time/plain-date.js';

/** Half of a surrogate pair: no character, and PostgreSQL refuses it. */
const loneSurrogate = /\p{Cs}/u;
const controls = /\p{Cc}/u;
const controlsButNewlineAndTab = /[^\P{Cc}\n\t]/u;
/** They make a text read otherwise than it is stored (embedding, override and isolate marks). */
const bidiMarks = /[\u202A-\u202E\u2066-\u2069]/u;

const clean = (text: string, unwanted: RegExp): boolean =>
  !loneSurrogate.test(text) && !unwanted.test(text) && !bidiMarks.test(text);

/** One line of at most `max` characters, in NFC, without control characters. */
export const line = (max: number) =>
  z
    .string()
    .normalize('NFC')
    .max(max)
    .refine((text) => clean(text, controls), 'characters');

export const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'uuid')
  .meta({ format: 'uuid' });

/** A code of the rules: a step, an outcome, a reason, a fact. */
export const code = z
  .string()
  .max(80)
  .regex(/^[A-Za-z0-9][A-Za-z0-9.@:_-]*$/, 'code');

/** ISO 8601 with an offset; the day must exist. Becomes the canonical spelling with `Z`. */
export const instantText = z
  .string()
  .max(40)
  .transform((text, context): Instant => {
    const read = parseInstant(text);
    if (read !== undefined) return read;
    context.addIssue({ code: 'custom', message: 'instant' });
    return z.NEVER;
  })
  .meta({ type: 'string', format: 'date-time' });

/** `YYYY-MM-DD`; the day must exist. */
export const dayText = z
  .string()
  .max(10)
  .transform((text, context): PlainDate => {
    const read = parsePlainDate(text);
    if (read !== undefined) return read;
    context.addIssue({ code: 'custom', message: 'day' });
    return z.NEVER;
  })
  .meta({ type: 'string', format: 'date' });

/**
 * Text on its way to a sealed row. It can be stored, and nothing else: it prints and serialises as a mark, so that no
 * log, error or engine command ever holds it by accident.
 */
export class SealedValue {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  /** For the vault, and for form answers that prove to be codes. */
  reveal(): string {
    return this.#text;
  }
  toJSON(): string {
    return '[sealed]';
  }
  toString(): string {
    return '[sealed]';
  }
}

/** Free text of at most `max` characters, which never reaches the rules or the engine. */
export const sealed = (max: number) =>
  z
    .string()
    .normalize('NFC')
    .min(1)
    .max(max)
    .refine((text) => clean(text, controlsButNewlineAndTab), 'characters')
    .transform((text) => new SealedValue(text))
    .meta({ type: 'string', maxLength: max, 'x-sealed': true });
