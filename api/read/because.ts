import type { LockedStep } from '../../domain/case/permitted.js';
import type { Condition, Procedure } from '../../domain/procedure/procedure.js';
import { isMessageKey, message, type Language } from '../../messages/message.js';

/** Why a step is not open yet, in one sentence. */
export const becauseOf = ({ unmet }: LockedStep, procedure: Procedure, language: Language): string =>
  [...new Set(unmet.map((condition) => words(condition, procedure, language)))].slice(0, 4).join('; ');

function words(condition: Condition, procedure: Procedure, language: Language): string {
  if ('after' in condition) return afterWords(condition.after, procedure, language);
  if ('fact' in condition) {
    const definition = procedure.facts[condition.fact];
    const values = Array.isArray(condition.is) ? condition.is : [condition.is];
    const value = values
      .map((each) => definition?.values?.[String(each)]?.[language] ?? valueWords(each, language))
      .join(', ');
    return message(language, 'because.fact', { fact: definition?.title[language] ?? condition.fact, value });
  }
  if ('known' in condition) {
    return message(language, 'because.known', {
      fact: procedure.facts[condition.known]?.title[language] ?? condition.known,
    });
  }
  if ('elapsed' in condition) {
    const { amount, unit } = condition.elapsed;
    return message(language, 'because.elapsed', { amount, unit: message(language, `unit.${unit}`) });
  }
  if ('channel' in condition) return message(language, 'because.channel');
  if ('not' in condition) return message(language, 'because.not');
  const parts = 'all' in condition ? condition.all : condition.any;
  const joint = 'all' in condition ? '; ' : ` ${message(language, 'because.or')} `;
  return [...new Set(parts.map((each) => words(each, procedure, language)))].slice(0, 4).join(joint);
}

function afterWords(after: string, procedure: Procedure, language: Language): string {
  const [stepId = '', outcome] = after.split(':');
  const step = procedure.steps[stepId]?.title[language] ?? stepId;
  if (outcome === undefined) return message(language, 'because.after', { step });
  return message(language, 'because.after-outcome', {
    step,
    outcome: outcomeTitle(procedure, { stepId, outcome }, language),
  });
}

/** The title of an outcome of a step, or of one that every step may have (declined, ended). */
export function outcomeTitle(
  procedure: Procedure | undefined,
  { stepId, outcome }: { readonly stepId: string; readonly outcome: string },
  language: Language,
): string {
  const own = procedure?.steps[stepId]?.outcomes[outcome]?.title[language];
  const implicit = `outcome.${outcome}`;
  return own ?? (isMessageKey(implicit) ? message(language, implicit) : outcome);
}

function valueWords(value: unknown, language: Language): string {
  const key = `value.${String(value)}`;
  return isMessageKey(key) ? message(language, key) : String(value);
}
