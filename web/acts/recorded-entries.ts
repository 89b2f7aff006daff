import type { AnswerView } from '../../api/contract/event.js';
import type { TaskView } from '../../api/contract/task.js';
import { clockName, inputName, type Entered, type Question } from '../forms/question.js';
import { titleName } from '../forms/search-picker.js';
import { clockWords, dayOfInstant, dayWords } from '../time/display.js';
import { fieldMark } from './plan.js';

/** A form as it would be filled in to say again what is recorded. What is sealed is not said again. */
export function recordedEntries({ outcome, answered, form }: TaskView): Entered {
  const entries = (answered?.answers ?? []).flatMap((answer) => {
    const type = form.find(({ id }) => id === answer.id)?.type;
    return type === undefined ? [] : Object.entries(entryOf(answer, type));
  });
  return { ...(outcome === undefined ? {} : { outcome }), ...Object.fromEntries(entries) };
}

function entryOf({ id, value, words = '' }: AnswerView, type: Question['type']): Entered {
  if (value === undefined) return {};
  const questionId = `${fieldMark}${id}`;
  const name = inputName(questionId);
  if (typeof value === 'object') return { [name]: value };
  const text = String(value);
  switch (type) {
    case 'date':
      return { [name]: dayWords(text) };
    case 'instant':
      return { [name]: dayOfInstant(text), [clockName(questionId)]: clockWords(text) };
    case 'number':
      return { [name]: text.replace('.', ',') };
    case 'place':
    case 'agency':
      return { [name]: text, [titleName(name)]: words };
    case 'boolean':
    case 'choice':
    case 'choices':
    case 'line':
    case 'text':
      return { [name]: text };
  }
}
