import type { FieldAnswer, Fields } from '../../domain/case/case-state.js';
import type { CaseEvent } from '../../domain/case/events.js';
import { isUuid } from '../../domain/ids.js';
import { findProcedure } from '../../domain/procedure/catalogue.js';
import type { FormField } from '../../domain/procedure/procedure.js';
import { message } from '../../messages/message.js';
import type { AnswerView } from '../contract/event.js';
import { dayWords, momentWords } from './day-words.js';
import { shownAgency, type Names, type WantedNames } from './names.js';
import type { Sight } from './sight.js';

/** The events that carry the answers of a form. */
export const isAnswer = (event: CaseEvent): event is AnswerEvent =>
  event.type === 'task-completed' || event.type === 'outcome-corrected';
type AnswerEvent = Extract<CaseEvent, { readonly type: 'task-completed' | 'outcome-corrected' }>;

/** Whom and which places these answers name. */
export const namesInFields = (fields: Fields): Required<Pick<WantedNames, 'agencies' | 'places'>> => ({
  agencies: Object.values(fields)
    .filter((answer) => typeof answer === 'string' && isUuid(answer))
    .map(String),
  places: Object.values(fields).flatMap((answer) => (isPlace(answer) ? [answer.placeRevision] : [])),
});

/** Every answer that was given, in the order of its form. Whether this viewer may see them was decided before. */
export function answersOf({ data }: AnswerEvent, sight: Sight, names: Names): AnswerView[] {
  const { state, language } = sight;
  const step = findProcedure(state.procedure)?.steps[state.tasks[data.taskId]?.stepId ?? ''];
  const form = step?.outcomes[data.outcome]?.form ?? [];
  return form.flatMap((field) => {
    const answer = data.fields[field.id];
    if (answer === undefined) return [];
    return [{ id: field.id, title: field.title[language], ...said({ field, answer }, sight, names) }];
  });
}

interface Answered {
  readonly field: FormField;
  readonly answer: FieldAnswer;
}

type Said = Pick<AnswerView, 'words' | 'textId' | 'value'>;

function said({ field, answer }: Answered, sight: Sight, names: Names): Said {
  if (isText(answer)) return { textId: answer.textId };
  if (isPlace(answer)) {
    const place = names.place(answer.placeRevision);
    return place === undefined ? {} : { words: place.name, value: place.code };
  }
  if (isList(answer)) return { words: optionWords(answer, field, sight).join('; '), value: [...answer] };
  return scalar({ field, answer }, sight, names);
}

function scalar(
  { field, answer }: { readonly field: FormField; readonly answer: string | number | boolean },
  sight: Sight,
  names: Names,
): Said {
  if (typeof answer === 'boolean')
    return { words: message(sight.language, answer ? 'answer.yes' : 'answer.no'), value: answer };
  const text = String(answer);
  switch (field.type) {
    case 'agency': {
      const { id, name } = shownAgency(names.agency(text), sight);
      return { words: name, ...(id === null ? {} : { value: id }) };
    }
    case 'date':
      return { words: dayWords(text), value: text };
    case 'instant':
      return { words: momentWords(text), value: text };
    case 'choice':
    case 'choices':
      return { words: optionWords([text], field, sight).join(''), value: text };
    case 'number':
      return { words: text.replace('.', sight.language === 'vi' ? ',' : '.'), value: answer };
    case 'text':
    case 'place':
    case 'boolean':
      return { words: text };
  }
}

const optionWords = (codes: readonly string[], { options }: FormField, { language }: Sight): string[] =>
  codes.map((code) => options?.[code]?.[language] ?? code);

const isList = (answer: FieldAnswer): answer is readonly string[] => Array.isArray(answer);

const isText = (answer: FieldAnswer): answer is { readonly textId: string } =>
  typeof answer === 'object' && 'textId' in answer;

const isPlace = (answer: FieldAnswer): answer is { readonly placeRevision: string } =>
  typeof answer === 'object' && 'placeRevision' in answer;
