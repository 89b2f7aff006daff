import { isUuid } from '../ids.js';
import { parseInstant } from '../time/instant.js';
import { parsePlainDate } from '../time/plain-date.js';
import type { FieldType, FormField, Outcome } from './procedure.js';

/** What is wrong with one answer. `pointer` is the id of the field. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: 'field-required' | 'field-invalid';
  /** The options, where the field has some; the known fields, where the field is unknown. */
  readonly allowed?: readonly string[];
}

/**
 * Checks the answers to an outcome's form as the rules see them: `choice` an option's id, `choices` a list of them,
 * `date` an existing day `YYYY-MM-DD`, `instant` ISO 8601 ending in `Z`, `text` `{ textId }` and `place`
 * `{ placeRevision }` (both UUIDs that point to what is stored apart), `agency` a UUID. An empty list when all is well.
 */
export function checkFields(
  outcome: Outcome,
  fields: Readonly<Record<string, unknown>>,
): readonly FieldProblem[] {
  const known = outcome.form.map((field) => field.id);
  const unknown = Object.keys(fields)
    .filter((id) => !known.includes(id))
    .map((id): FieldProblem => ({ pointer: id, code: 'field-invalid', allowed: known }));
  return [...outcome.form.flatMap((field) => problemOf(field, answerTo(field, fields))), ...unknown];
}

const answerTo = (field: FormField, fields: Readonly<Record<string, unknown>>): unknown =>
  Object.hasOwn(fields, field.id) ? fields[field.id] : undefined;

function problemOf(field: FormField, answer: unknown): readonly FieldProblem[] {
  const allowed = field.options === undefined ? {} : { allowed: Object.keys(field.options) };
  if (answer === undefined)
    return field.required ? [{ pointer: field.id, code: 'field-required', ...allowed }] : [];
  return isAnswer[field.type](field, answer)
    ? []
    : [{ pointer: field.id, code: 'field-invalid', ...allowed }];
}

const isOption = (field: FormField, answer: unknown): boolean =>
  typeof answer === 'string' && Object.hasOwn(field.options ?? {}, answer);

const isAnswer = {
  text: (_field, answer) => pointsTo('textId', answer),
  place: (_field, answer) => pointsTo('placeRevision', answer),
  agency: (_field, answer) => typeof answer === 'string' && isUuid(answer),
  choice: isOption,
  choices: (field, answer) => {
    if (!Array.isArray(answer) || new Set(answer).size !== answer.length) return false;
    return (answer.length > 0 || !field.required) && answer.every((each) => isOption(field, each));
  },
  date: (_field, answer) => typeof answer === 'string' && parsePlainDate(answer) !== undefined,
  instant: (_field, answer) =>
    typeof answer === 'string' && answer.endsWith('Z') && parseInstant(answer) !== undefined,
  boolean: (_field, answer) => typeof answer === 'boolean',
  number: (_field, answer) => typeof answer === 'number' && Number.isFinite(answer),
} satisfies Record<FieldType, (field: FormField, answer: unknown) => boolean>;

/** An object with exactly this key, and a UUID in it. */
function pointsTo(key: string, answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  const entries = Object.entries(answer);
  const [only] = entries;
  return entries.length === 1 && only?.[0] === key && typeof only[1] === 'string' && isUuid(only[1]);
}
