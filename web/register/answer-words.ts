import { readAnswers } from '../forms/answers.js';
import { clockName, inputName, type Answers, type Entered, type Question } from '../forms/question.js';
import { titleName } from '../forms/search-picker.js';
import { nowAhead } from '../time/deadline-words.js';
import { dayWords, momentWords } from '../time/display.js';
import { birthOf } from './birth.js';
import { personMark, type Asking } from './sections.js';

/** An answer as it was understood, which is what is checked; nothing where there is none. */
export function answerWords(question: Question, { entered, t }: Pick<Asking, 'entered' | 't'>): string {
  const name = inputName(question.id);
  const text = (of: string): string => {
    const value = entered[of];
    return typeof value === 'string' ? value : '';
  };
  const read = readAnswers([question], entered, nowAhead()).answers[question.id];
  switch (question.type) {
    case 'boolean':
      return { true: t('yes'), false: t('no') }[text(name)] ?? '';
    case 'choice':
      return question.options?.find(({ id }) => id === text(name))?.title ?? '';
    case 'place':
    case 'agency':
      return text(titleName(name));
    case 'instant':
      return typeof read === 'string'
        ? momentWords(read)
        : `${text(name)} ${text(clockName(question.id))}`.trim();
    case 'choices':
      return titlesOf(question, entered[name]);
    case 'date':
      return typeof read === 'string' ? dayWords(read) : text(name);
    case 'text':
    case 'line':
    case 'number':
      return writtenWords(question, read);
  }
}

/** Without what nobody sees in a pasted name; a birthday as a day or a year, where it is one. */
function writtenWords({ id }: Question, read: Answers[string] | undefined): string {
  const written = read === undefined ? '' : String(read);
  if (id !== `${personMark}birthDate`) return written;
  const birth = birthOf(written, nowAhead());
  return birth === written ? written : dayWords(birth);
}

function titlesOf({ options = [] }: Question, ticked: Entered[string]): string {
  const chosen = options.filter(({ id }) => Array.isArray(ticked) && ticked.includes(id));
  return chosen.map(({ title }) => title).join('; ');
}
