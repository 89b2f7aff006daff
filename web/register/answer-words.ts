import { clockName, inputName, type Entered, type Question } from '../forms/question.js';
import { titleName } from '../forms/search-picker.js';
import type { Asking } from './sections.js';

/** An answer as it was given; nothing where there is none. */
export function answerWords(question: Question, { entered, t }: Asking): string {
  const name = inputName(question.id);
  const text = (of: string): string => {
    const value = entered[of];
    return typeof value === 'string' ? value : '';
  };
  switch (question.type) {
    case 'boolean':
      return { true: t('yes'), false: t('no') }[text(name)] ?? '';
    case 'choice':
      return question.options?.find(({ id }) => id === text(name))?.title ?? '';
    case 'place':
    case 'agency':
      return text(titleName(name));
    case 'instant':
      return `${text(name)} ${text(clockName(question.id))}`.trim();
    case 'choices':
      return titlesOf(question, entered[name]);
    case 'text':
    case 'line':
    case 'date':
    case 'number':
      return text(name);
  }
}

function titlesOf({ options = [] }: Question, ticked: Entered[string]): string {
  const chosen = options.filter(({ id }) => Array.isArray(ticked) && ticked.includes(id));
  return chosen.map(({ title }) => title).join('; ');
}
