import type { TFunction } from 'i18next';
import type { FieldAnswer } from '../../domain/case/case-state.js';
import type { FormField } from '../../domain/procedure/procedure.js';
import type { Language } from '../../messages/message.js';
import { dayWords, momentWords } from '../../web/time/display.js';

interface Reading {
  readonly t: TFunction;
  readonly language: Language;
  /** What stands for an answer that only the sealed record holds. */
  readonly sealed: string;
}

/** An answer of a form as the record holds it. */
export function recordedWords(
  { type, options }: FormField,
  answer: FieldAnswer | undefined,
  { t, language, sealed }: Reading,
): string {
  if (typeof answer === 'boolean') return t(answer ? 'yes' : 'no');
  if (typeof answer === 'object' && !Array.isArray(answer)) return sealed;
  const codes = Array.isArray(answer) ? answer.map(String) : [String(answer)];
  switch (type) {
    case 'choice':
    case 'choices':
      return codes.map((code) => options?.[code]?.[language] ?? code).join('; ');
    case 'date':
      return codes.map(dayWords).join('; ');
    case 'instant':
      return codes.map(momentWords).join('; ');
    case 'number':
    case 'boolean':
      return codes.join('; ');
    case 'text':
    case 'place':
    case 'agency':
      return sealed;
  }
}
