import type { AnswerView } from '../../api/contract/event.js';
import type { FieldSpec, TaskView } from '../../api/contract/task.js';
import { instant } from '../../domain/time/instant.js';
import { fieldMark } from '../../web/acts/plan.js';
import { recordedEntries } from '../../web/acts/recorded-entries.js';
import { readAnswers } from '../../web/forms/answers.js';

const now = instant('2026-11-28T03:00:00.000Z');
const options = [
  { id: 'one', title: 'Một' },
  { id: 'two', title: 'Hai' },
];
const id = '0190a000-0000-7000-8000-000000000001';

/** What is recorded of one field, read from the form as it stands there when nothing is changed. */
function saidAgain(type: FieldSpec['type'], answer: Omit<AnswerView, 'id' | 'title'>): unknown {
  const field: FieldSpec = { id: 'field', title: 'Ô', type, required: false, options };
  const answered = { answers: [{ id: 'field', title: 'Ô', ...answer }] };
  const entered = recordedEntries({ outcome: 'done', form: [field], answered } as unknown as TaskView);
  expect(entered['outcome']).toBe('done');
  const question = { ...field, id: `${fieldMark}field` };
  const { answers, problems } = readAnswers([question], entered, now);
  expect(problems).toEqual({});
  return answers[question.id];
}

test.each<[FieldSpec['type'], AnswerView['value']]>([
  ['choice', 'one'],
  ['choices', ['one', 'two']],
  ['date', '2026-11-05'],
  ['instant', '2026-11-05T17:30:00.000Z'],
  ['boolean', false],
  ['boolean', true],
  ['number', 1.5],
  ['number', 1.234],
  ['number', 1200],
  ['place', 'c:00070'],
  ['agency', id],
])('%s %p says the same when it is sent again unchanged', (type, value) => {
  expect(saidAgain(type, { words: 'lời', value })).toEqual(value);
});

test('what is sealed is not said again', () => {
  expect(saidAgain('text', { textId: id })).toBeUndefined();
});
